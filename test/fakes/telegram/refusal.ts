/** Telegram's answer to a call that it refuses. */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  constructor(
    readonly status: number,
    readonly description: string,
    readonly retryAfter?: number,
    /** The new id of a group that has become a supergroup. */
    readonly migrateTo?: number,
  ) {
    super(description);
  }
}

/** The error 400 with its description. */
export function badRequest(what: string): CommandError {
  return new CommandError(400, `Bad Request: ${what}`);
}
