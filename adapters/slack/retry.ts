import { attempts } from '../../src/channel/kit/attempts.js';
import { mayPass, patienceOf } from './failure.js';

/** Waits between the attempts at what has to arrive within 3 s, in milliseconds. */
const AT_ONCE = [50, 250];

/** Waits where there is time: a response URL is good for half an hour. */
const IN_TIME = [500, 1_500, 4_000];

/** Longer than this nobody waits for an answer, whatever Slack asks for. */
const LONGEST_MS = 30_000;

/** Tries something that Slack waits only 3 s for; throws what the last attempt threw. */
export function retryBriefly<T>(send: () => Promise<T>): Promise<T> {
  return attempts(send, AT_ONCE, patience);
}

/** Tries something for a while; what came although it seemed not to comes twice rather than not at all. */
export function retryPatiently<T>(send: () => Promise<T>): Promise<T> {
  return attempts(send, IN_TIME, patience);
}

/** Null where it is no use, or where Slack asks for more time than anybody has. */
function patience(error: unknown): number | null {
  const asked = patienceOf(error);
  return mayPass(error) && asked <= LONGEST_MS ? asked : null;
}
