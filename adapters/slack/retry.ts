import { setTimeout as delay } from 'node:timers/promises';
import { mayPass, patienceOf } from './failure.js';

/** Waits between the attempts at what has to arrive within 3 s, in milliseconds. */
const AT_ONCE = [50, 250];

/** Waits where there is time: a response URL is good for half an hour. */
const IN_TIME = [500, 1_500, 4_000];

/** Longer than this nobody waits for an answer, whatever Slack asks for. */
const LONGEST_MS = 30_000;

/** Tries something that Slack waits only 3 s for; throws what the last attempt threw. */
export function atOnce<T>(send: () => Promise<T>): Promise<T> {
  return attempt(send, AT_ONCE);
}

/** Tries something for a while; what came although it seemed not to comes twice rather than not at all. */
export function inTime<T>(send: () => Promise<T>): Promise<T> {
  return attempt(send, IN_TIME);
}

async function attempt<T>(send: () => Promise<T>, waits: readonly number[]): Promise<T> {
  for (const wait of waits) {
    try {
      return await send();
    } catch (error) {
      if (!mayPass(error)) throw error;
      const asked = patienceOf(error);
      if (asked > LONGEST_MS) throw error;
      await delay(Math.max(wait, asked));
    }
  }
  return send();
}
