import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler, Router } from 'express';
import { bytesOf, parseJson, rawBody, webhook } from '../../src/channel/kit/webhook-body.js';
import type { Acknowledgement, Intake } from './intake.js';

export const WEBHOOK_PATH = '/telegram/webhook';

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/**
 * The route to which Telegram delivers updates. We answer 2xx when an update is saved and answered (or its
 * answer has been on its way long enough), and 503 if Telegram must redeliver it. Our answer carries the
 * acknowledgement of a press, which saves a request. An acknowledgement that is not ready by then gets a
 * request of its own.
 * @param intake null while updates can't be handled
 * @param acknowledge sends an acknowledgement in a request of its own
 */
export function webhookRouter(
  secret: string,
  intake: () => Intake | null,
  acknowledge: (acknowledgement: Acknowledgement) => Promise<void>,
): Router {
  return webhook(WEBHOOK_PATH, onlyWith(secret), rawBody(), take);

  async function take(...[request, response]: Parameters<RequestHandler>): Promise<void> {
    const current = intake();
    if (current === null) {
      response.status(503).json({ error: 'unavailable' });
      return;
    }
    const taken = current(parseJson(bytesOf(request.body).toString('utf8')));
    if (taken === null) {
      response.status(400).json({ error: 'bad-request' });
    } else if ((await taken.redelivery) === 'again') {
      response.status(503).json({ error: 'unavailable' });
    } else if (taken.acknowledgement === null) {
      response.status(200).end();
    } else {
      const ready = await Promise.race([taken.acknowledgement, Promise.resolve(null)]);
      if (ready !== null) {
        response.json({ method: 'answerCallbackQuery', ...ready });
      } else {
        response.status(200).end();
        void taken.acknowledgement.then(acknowledge);
      }
    }
  }
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
