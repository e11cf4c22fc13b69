import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  RateLimitError,
  RESTJSONErrorCodes,
} from 'discord.js';

/** Whether Discord does not accept the bot's token. */
export function refusesToken(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}

/** Whether Discord refused a request with one of these codes of its own. */
export function refusedWith(error: unknown, ...codes: readonly RESTJSONErrorCodes[]): boolean {
  return error instanceof DiscordAPIError && codes.some((code) => code === error.code);
}

/**
 * Whether a message is beyond reach for good: deleted, in a channel that the bot may not see, in an archived thread.
 * Only Discord's own codes say so: a 403 or 404 without one may be a proxy's page.
 */
export function isBeyondReach(error: unknown): boolean {
  return refusedWith(
    error,
    RESTJSONErrorCodes.UnknownChannel,
    RESTJSONErrorCodes.UnknownMessage,
    RESTJSONErrorCodes.MissingAccess,
    RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser,
    RESTJSONErrorCodes.MissingPermissions,
    RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  );
}

/** Whether a request got no answer, or a server's failure for one: it may do better a moment later. */
export function mayPass(error: unknown): boolean {
  return !(error instanceof DiscordAPIError) && !(error instanceof DiscordjsError);
}

/** How long Discord asks to be left alone, in milliseconds; 0 where it does not. */
export function patienceOf(error: unknown): number {
  return error instanceof RateLimitError ? Math.max(error.retryAfter, error.timeToReset) : 0;
}

/** Whether it is the whole bot that asked for too much, and not one channel or route. */
export function limitsEverything(error: unknown): boolean {
  return error instanceof RateLimitError && error.global;
}
