import { RESTJSONErrorCodes } from 'discord.js';
import { attempts } from '../../src/channel/kit/attempts.js';
import { mayPass, refusedWith } from './failure.js';

/*
 * discord.js tries again where Discord's servers fail, but not where a connection breaks: one that was kept open and
 * is closed just when it is used would leave somebody without an answer.
 */

/** Waits between the attempts at a first callback, in milliseconds: it has to arrive within 3 s. */
const AT_ONCE = [50, 250];

/** Waits where there is time: a token is good for a quarter of an hour. */
const IN_TIME = [500, 1_500, 4_000];

/**
 * Sends the first callback to a tap.
 * @returns what Discord answers; null where it has had one already: its answer to an earlier attempt was lost, or
 *   another process was quicker
 */
export async function firstCallback<T>(send: () => Promise<T>): Promise<T | null> {
  try {
    return await attempts(send, AT_ONCE, patience);
  } catch (error) {
    if (refusedWith(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) return null;
    throw error;
  }
}

/** Sends what follows the first callback; a message whose receipt was lost comes twice rather than not at all. */
export function laterRequest<T>(send: () => Promise<T>): Promise<T> {
  return attempts(send, IN_TIME, patience);
}

function patience(error: unknown): number | null {
  return mayPass(error) ? 0 : null;
}
