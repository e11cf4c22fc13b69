import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type RequestHandler, Router } from 'express';
import { refuseBody } from '../../src/channel/body-refusal.js';
import type { Acknowledgement, Intake } from './intake.js';

export const WEBHOOK_PATH = '/telegram/webhook';

/** No update is longer. */
const BODY_LIMIT = '256kb';

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
  const router = Router();
  router.post(
    WEBHOOK_PATH,
    onlyWith(secret),
    express.raw({ type: () => true, limit: BODY_LIMIT, inflate: false }),
    take,
  );
  router.all(WEBHOOK_PATH, (_request, response) => {
    response.status(405).set('Allow', 'POST').json({ error: 'method-not-allowed' });
  });
  router.use(WEBHOOK_PATH, refuseBody);

  async function take(...[request, response]: Parameters<RequestHandler>): Promise<void> {
    const current = intake();
    if (current === null) {
      response.status(503).json({ error: 'unavailable' });
      return;
    }
    const taken = current(parsed(request.body));
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

  return router;
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

/** Undefined for what is no JSON. */
function parsed(body: unknown): unknown {
  if (!Buffer.isBuffer(body)) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
