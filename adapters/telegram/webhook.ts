import { createHash, timingSafeEqual } from 'node:crypto';
import { setImmediate as nextTick } from 'node:timers/promises';
import type { RequestHandler, Response, Router } from 'express';
import { bytesOf, parseJson, rawBody, webhook } from '../../src/channel/kit/webhook-body.js';
import type { Acknowledgement, Intake } from './intake.js';

export const WEBHOOK_PATH = '/telegram/webhook';

/** When Telegram shall try again after a 503, in seconds. It would wait longer each time. */
const RETRY_AFTER = '2';

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/**
 * The route to which Telegram delivers updates. We answer 2xx when an update is saved and answered (or its
 * answer has been on its way long enough), and 503 if Telegram must redeliver it. Our answer carries the
 * acknowledgement of a press, which saves a request. An acknowledgement that is not ready by then gets a
 * request of its own.
 * @param intake null while updates can't be handled
 * @param acknowledge sends an acknowledgement in a request of its own
 * @param onCarried called for each acknowledgement that an answer carries
 */
export function webhookRouter(
  secret: string,
  intake: () => Intake | null,
  acknowledge: (acknowledgement: Acknowledgement) => Promise<void>,
  onCarried: () => void,
): Router {
  return webhook(WEBHOOK_PATH, onlyWith(secret), rawBody(), take);

  async function take(...[request, response]: Parameters<RequestHandler>): Promise<void> {
    const current = intake();
    if (current === null) {
      unavailable(response);
      return;
    }
    const taken = current(parseJson(bytesOf(request.body).toString('utf8')));
    if (taken === null) {
      response.status(400).json({ error: 'bad-request' });
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
    if (carried === undefined) response.status(200).end();
    else {
      response.json({ method: 'answerCallbackQuery', ...carried });
      onCarried();
    }
  }
}

function unavailable(response: Response): void {
  response.status(503).set('Retry-After', RETRY_AFTER).json({ error: 'unavailable' });
}

/** Compares hashes, so that neither the time nor the length reveals anything about the secret. */
function onlyWith(secret: string): RequestHandler {
  const expected = fingerprint(secret);
  return (request, response, next) => {
    if (timingSafeEqual(fingerprint(request.get(SECRET_HEADER) ?? ''), expected)) next();
    else response.status(401).json({ error: 'unauthorized' });
  };
}

function fingerprint(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
