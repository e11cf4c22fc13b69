/** Slack's no: an error code, and what it tells beside it. */
export class CommandError extends Error {
  constructor(
    readonly code: string,
    readonly details: object = {},
  ) {
    super(code);
  }
}
