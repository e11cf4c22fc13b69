import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { setImmediate as nextTick } from 'node:timers/promises';
import { type Posted, parseJson, reply, type Webhook, webhook } from '../../src/channel/kit/webhook.js';
import type { Acknowledgement, Intake } from './intake.js';

export const WEBHOOK_PATH = '/telegram/webhook';

/** When Telegram should try again after a 503, in seconds. By itself it would wait longer each time. */
const RETRY_AFTER = '2';

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/**
 * The address to which Telegram delivers updates. We answer 2xx when an update is saved and answered (or its
 * answer has been on its way long enough), and 503 if Telegram must redeliver it. Our answer carries the
 * acknowledgement of a press, which saves a request. An acknowledgement that is not ready by then gets a
 * request of its own.
 * @param intake null while updates can't be handled
 * @param acknowledge sends an acknowledgement in a request of its own
 * @param onCarried called for each acknowledgement that an answer carries
 */
export function telegramWebhook(
  secret: string,
  intake: () => Intake | null,
  acknowledge: (acknowledgement: Acknowledgement) => Promise<void>,
  onCarried: () => void,
): Webhook {
  return webhook(WEBHOOK_PATH, take, onlyWith(secret));

  async function take({ body }: Posted, response: ServerResponse): Promise<void> {
    const current = intake();
    if (current === null) {
      unavailable(response);
      return;
    }
    const taken = current(parseJson(body.toString('utf8')));
    if (taken === null) {
      reply(response, 400, { error: 'bad-request' });
      return;
    }
    /** The acknowledgement, once it is ready and until it is sent. */
    const ready: Acknowledgement[] = [];
    const sendReady = () => {
      for (const one of ready.splice(0)) void acknowledge(one);
    };
    void taken.acknowledgement?.then((acknowledgement) => {
      ready.push(acknowledgement);
      // If our answer is ready in this moment, too, it carries the acknowledgement.
      setImmediate(() => setImmediate(sendReady));
    });
    if ((await taken.redelivery) === 'again') {
      unavailable(response);
      return;
    }
    await nextTick();
    const [carried] = ready.splice(0);
    if (carried === undefined) reply(response, 200);
    else {
      reply(response, 200, { method: 'answerCallbackQuery', ...carried });
      onCarried();
    }
  }
}

function unavailable(response: ServerResponse): void {
  reply(response, 503, { error: 'unavailable' }, { 'Retry-After': RETRY_AFTER });
}

/** Compares hashes, so that neither the time nor the length reveals anything about the secret. */
function onlyWith(secret: string): (headers: IncomingHttpHeaders) => boolean {
  const expected = fingerprint(secret);
  return (headers) => timingSafeEqual(fingerprint(String(headers[SECRET_HEADER] ?? '')), expected);
}

function fingerprint(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
