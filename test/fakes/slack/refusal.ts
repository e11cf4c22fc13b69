/** Slack's refusal: an error code and details. */
export class CommandError extends Error {
  constructor(
    readonly code: string,
    readonly details: object = {},
  ) {
    super(code);
  }
}
