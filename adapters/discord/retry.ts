import { RESTJSONErrorCodes } from 'discord.js';
import { attempts } from '../../src/channel/kit/attempts.js';
import { mayPass, refusedWith } from './failure.js';

/*
 * discord.js retries if Discord's servers fail, but not if a connection breaks. A kept-alive connection can close just
 * when we use it; without a retry, the person would get no answer.
 */

/** The pauses between attempts at a first callback, in milliseconds: it must arrive within 3 s. */
const AT_ONCE = [50, 250];

/** The pauses between attempts with more time: a token works for 15 minutes. */
const IN_TIME = [500, 1_500, 4_000];

/**
 * Sends the first callback to a tap.
 * @returns Discord's answer; null if Discord already has a callback: its answer to an earlier attempt was
 * lost, or another process was faster
 */
export async function firstCallback<T>(send: () => Promise<T>): Promise<T | null> {
  try {
    return await attempts(send, AT_ONCE, minWaitMs);
  } catch (error) {
    if (refusedWith(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) return null;
    throw error;
  }
}

/**
 * Sends what follows the first callback. If the confirmation is lost, a message comes twice: better than not
 * at all.
 */
export function laterRequest<T>(send: () => Promise<T>): Promise<T> {
  return attempts(send, IN_TIME, minWaitMs);
}

function minWaitMs(error: unknown): number | null {
  return mayPass(error) ? 0 : null;
}
