import express, { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { refuseBody } from '../../src/channel/body-refusal.js';
import type { SlackApp } from './app.js';
import { isFromSlack } from './signature.js';

/** Events, commands and interactivity all come here. */
export const EVENTS_PATH = '/slack/events';

/** Room for a press, which brings the whole message along that it was made on. */
const BODY_LIMIT = '256kb';

const challengeSchema = z.object({ type: z.literal('url_verification'), challenge: z.string().max(1_000) });
const retrySchema = z.coerce.number().int().nonnegative();

export interface HttpOptions {
  readonly signingSecret: string;
  readonly app: SlackApp;
  /** False when nothing new is taken any more. */
  readonly open: () => boolean;
}

/** The route that Slack delivers to. What it brings is taken as soon as its signature is seen to be right. */
export function eventsRouter({ signingSecret, app, open }: HttpOptions): Router {
  const router = Router();
  router.post(
    EVENTS_PATH,
    express.raw({ type: () => true, limit: BODY_LIMIT, inflate: false }),
    onlyFromSlack,
    take,
  );
  router.all(EVENTS_PATH, (_request, response) => {
    response.status(405).set('Allow', 'POST').json({ error: 'method-not-allowed' });
  });
  router.use(EVENTS_PATH, refuseBody);

  function onlyFromSlack(...[request, response, next]: Parameters<RequestHandler>): void {
    const signed = {
      signature: request.get('x-slack-signature'),
      timestamp: request.get('x-slack-request-timestamp'),
      body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    };
    if (isFromSlack(signingSecret, signed, Date.now())) next();
    else response.status(401).json({ error: 'unauthorized' });
  }

  async function take(...[request, response]: Parameters<RequestHandler>): Promise<void> {
    const body = read(request.body, request.is('application/json') !== false);
    const challenge = challengeSchema.safeParse(body);
    if (body === null) {
      response.status(400).json({ error: 'bad-request' });
    } else if (challenge.success) {
      response.json({ challenge: challenge.data.challenge });
    } else if ('ssl_check' in body) {
      response.status(200).end();
    } else if (!open()) {
      response.status(503).json({ error: 'unavailable' });
    } else {
      const retry = retrySchema.safeParse(request.get('x-slack-retry-num'));
      await app.processEvent({
        body,
        ...(retry.success ? { retryNum: retry.data } : {}),
        ack: async () => {
          response.status(200).end();
        },
      });
    }
  }

  return router;
}

/** Events come as JSON, interactivity as JSON in a form's field, commands as a form. Null for anything else. */
function read(body: Buffer, isJson: boolean): Record<string, unknown> | null {
  const text = body.toString('utf8');
  if (isJson) return parsed(text);
  const form = new URLSearchParams(text);
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : parsed(payload);
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return z.record(z.string(), z.unknown()).safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
