import { createHmac, randomUUID } from 'node:crypto';
import { plainText } from '../petition/plain.js';
import type { StaffMessage, StaffPlace } from '../staff/desk.js';
import { plainMessage } from '../staff/plain.js';
import { type BackoffOptions, createBackoff } from './kit/backoff.js';
import { pause } from './kit/pause.js';

/** Where messages for staff go, and the key that signs them. */
export interface AlertWebhook {
  readonly url: string;
  readonly secret: string;
}

/** The waits between the tries, and how many tries there are before the desk tries again by itself. */
export interface WebhookPace {
  readonly backoff: BackoffOptions;
  readonly tries: number;
}
const PACE: WebhookPace = { backoff: { firstMs: 1_000, longestMs: 60_000 }, tries: 6 };

/** A receiver that has not answered by then gets the message again, with the same id. */
const TIMEOUT_MS = 10_000;

/** The receiver could not be reached, or did not take a message. The address stays out of it: it may hold a secret. */
class NotTaken extends Error {
  override readonly name = 'WebhookNotTaken';
  constructor(readonly code: string) {
    super('the receiver of ALERT_WEBHOOK_URL did not take a message');
  }
}

export interface WebhookOptions extends AlertWebhook {
  /** The petition's name. */
  readonly petition: string;
  readonly now: () => Date;
  readonly pace?: WebhookPace;
}

/**
 * A staff room that is a web address: alerts, daily reports and goals as JSON by POST, signed as Standard Webhooks do
 * it (https://www.standardwebhooks.com), and retried with backoff.
 * @param signal ends the tries
 */
export function webhookPlace(options: WebhookOptions, signal: AbortSignal): StaffPlace {
  const { url, secret, petition, now, pace = PACE } = options;
  /** A message that is sent again keeps its id, so that the receiver can leave it out. */
  const ids = new WeakMap<StaffMessage, string>();

  async function send(id: string, body: string): Promise<void> {
    const timestamp = String(Math.floor(now().getTime() / 1_000));
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${signatureOf(secret, id, timestamp, body)}`,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    }).catch((error: unknown) => {
      throw new NotTaken(unreached(error));
    });
    await response.body?.cancel();
    if (!response.ok) throw new NotTaken(`http-${response.status}`);
  }

  return {
    name: 'webhook',
    rooms: ['webhook'],
    subscribed: ['milestones', 'digest'],
    async post(_room, message) {
      const id = ids.get(message) ?? randomUUID();
      ids.set(message, id);
      const body = JSON.stringify(payloadOf(petition, message));
      const backoff = createBackoff(pace.backoff);
      for (let left = pace.tries; ; left -= 1) {
        try {
          return await send(id, body);
        } catch (error) {
          if (left <= 1 || signal.aborted) throw error;
          await pause(backoff.next(), signal);
        }
      }
    },
  };
}

/** What is posted. Chat programs show `text`. */
function payloadOf(petition: string, message: StaffMessage): Readonly<Record<string, string>> {
  const title = message.body.find((part) => part.kind === 'heading');
  return {
    kind: message.kind ?? 'alert',
    petition,
    locale: message.locale,
    title: title === undefined ? '' : plainText([title]),
    text: plainMessage(message),
  };
}

/** Why the receiver could not be reached: Node.js's code, if there is one. */
function unreached(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return 'unreached';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}

/** HMAC-SHA-256 of `id.timestamp.body` in base64, under the secret as UTF-8. */
function signatureOf(secret: string, id: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
}
