import { attempts } from '../../src/channel/kit/attempts.js';
import { mayPass, retryAfterMs } from './failure.js';

/** The pauses between attempts that must succeed within 3 s, in milliseconds. */
const AT_ONCE = [50, 250];

/** The pauses between attempts with more time: a response URL works for half an hour. */
const IN_TIME = [500, 1_500, 4_000];

/** Nobody waits longer for an answer, even if Slack asks for it. */
const MAX_WAIT_MS = 30_000;

/** Retries a call for which Slack waits only 3 s; throws the last error. */
export function retryBriefly<T>(send: () => Promise<T>): Promise<T> {
  return attempts(send, AT_ONCE, minWaitMs);
}

/** Retries a call for a while. If its success was lost, the call is made twice: better than not at all. */
export function retryPatiently<T>(send: () => Promise<T>): Promise<T> {
  return attempts(send, IN_TIME, minWaitMs);
}

/** Null if a retry can't help, or if Slack asks for too long a wait. */
function minWaitMs(error: unknown): number | null {
  const asked = retryAfterMs(error);
  return mayPass(error) && asked <= MAX_WAIT_MS ? asked : null;
}
