import type { RequestHandler, Router } from 'express';
import { z } from 'zod';
import { bytesOf, parseJson, rawBody, webhook } from '../../src/channel/kit/webhook-body.js';
import type { SlackApp } from './app.js';
import type { Clock } from './clock.js';
import { verdictOn } from './signature.js';

/** The path for events, commands and interactivity. */
export const EVENTS_PATH = '/slack/events';

const challengeSchema = z.object({ type: z.literal('url_verification'), challenge: z.string().max(1_000) });
const retrySchema = z.coerce.number().int().nonnegative();

export interface HttpOptions {
  readonly signingSecret: string;
  readonly app: SlackApp;
  /** Told which requests were on time. */
  readonly clock: Clock;
  /** False when the server is stopping. */
  readonly open: () => boolean;
}

/** The route to which Slack delivers. It accepts every request with a valid signature. */
export function eventsRouter({ signingSecret, app, clock, open }: HttpOptions): Router {
  return webhook(EVENTS_PATH, rawBody(), onlyFromSlack, take);

  function onlyFromSlack(...[request, response, next]: Parameters<RequestHandler>): void {
    const signed = {
      signature: request.get('x-slack-signature'),
      timestamp: request.get('x-slack-request-timestamp'),
      body: bytesOf(request.body),
    };
    // Slack checks the certificate without a signature: https://api.slack.com/custom-integrations/slash-commands
    if (isCertificateCheck(signed.body)) {
      response.status(200).end();
      return;
    }
    const verdict = verdictOn(signingSecret, signed, Date.now());
    if (verdict.kind === 'fresh') {
      clock.fresh();
      next();
      return;
    }
    if (verdict.kind === 'stale') clock.stale(verdict.secondsAhead);
    response.status(401).json({ error: 'unauthorized' });
  }

  async function take(...[request, response]: Parameters<RequestHandler>): Promise<void> {
    const body = read(bytesOf(request.body), request.is('application/json') !== false);
    const challenge = challengeSchema.safeParse(body);
    if (body === null) {
      response.status(400).json({ error: 'bad-request' });
    } else if (challenge.success) {
      response.json({ challenge: challenge.data.challenge });
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
}

function isCertificateCheck(body: Buffer): boolean {
  return new URLSearchParams(body.toString('utf8')).get('ssl_check') === '1';
}

/**
 * Parses a body: events are JSON, interactivity is JSON in a form's field, commands are a form. Null for
 * anything else.
 */
function read(body: Buffer, isJson: boolean): Record<string, unknown> | null {
  const text = body.toString('utf8');
  if (isJson) return recordIn(text);
  const form = new URLSearchParams(text);
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : recordIn(payload);
}

function recordIn(text: string): Record<string, unknown> | null {
  return z.record(z.string(), z.unknown()).safeParse(parseJson(text)).data ?? null;
}
