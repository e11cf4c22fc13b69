import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler, Router } from 'express';
import { bytesOf, parseJson, rawBody, webhook } from '../../src/channel/kit/webhook-body.js';
import type { Acknowledgement, Intake } from './intake.js';

export const WEBHOOK_PATH = '/telegram/webhook';

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/**
 * The route that Telegram delivers updates to. An update is answered 2xx once it is saved and answered (or its answer
 * has been on its way for long enough), and 503 where Telegram has to deliver it again. The answer carries the
 * acknowledgement of a press, which saves a request; one that is not ready by then is sent by itself.
 * @param intake null as long as updates can't be handled, or no longer
 * @param acknowledge sends an acknowledgement by itself
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
    } else if ((await taken.verdict) === 'again') {
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

/** Compares fingerprints, so that neither the time nor the length tells anything of the secret. */
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
