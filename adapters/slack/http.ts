import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { type Posted, parseJson, reply, type Webhook, webhook } from '../../src/channel/kit/webhook.js';
import type { SlackApp } from './app.js';
import type { Clock } from './clock.js';
import { verdictOn } from './signature.js';

/** The path for events, commands and interactivity. */
export const EVENTS_PATH = '/slack/events';

const challengeSchema = z.object({ type: z.literal('url_verification'), challenge: z.string().max(1_000) });
const recordSchema = z.record(z.string(), z.unknown());
const retrySchema = z.coerce.number().int().nonnegative();

export interface HttpOptions {
  readonly signingSecret: string;
  readonly app: SlackApp;
  /** Told which requests were on time. */
  readonly clock: Clock;
  /** False when the server is stopping. */
  readonly open: () => boolean;
}

/** The address to which Slack delivers. It accepts every request with a valid signature. */
export function eventsWebhook({ signingSecret, app, clock, open }: HttpOptions): Webhook {
  return webhook(EVENTS_PATH, async (posted, response) => {
    // Slack checks the certificate without a signature: https://api.slack.com/custom-integrations/slash-commands
    if (isCertificateCheck(posted.body)) reply(response, 200);
    else if (isFromSlack(posted)) await take(posted, response);
    else reply(response, 401, { error: 'unauthorized' });
  });

  function isFromSlack({ headers, body }: Posted): boolean {
    const signed = {
      signature: textIn(headers['x-slack-signature']),
      timestamp: textIn(headers['x-slack-request-timestamp']),
      body,
    };
    const verdict = verdictOn(signingSecret, signed, Date.now());
    if (verdict.kind === 'fresh') clock.fresh();
    if (verdict.kind === 'stale') clock.stale(verdict.secondsAhead);
    return verdict.kind === 'fresh';
  }

  async function take({ headers, body: bytes }: Posted, response: ServerResponse): Promise<void> {
    const body = read(bytes, /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''));
    const challenge = challengeSchema.safeParse(body);
    if (body === null) {
      reply(response, 400, { error: 'bad-request' });
    } else if (challenge.success) {
      reply(response, 200, { challenge: challenge.data.challenge });
    } else if (!open()) {
      reply(response, 503, { error: 'unavailable' });
    } else {
      const retry = retrySchema.safeParse(headers['x-slack-retry-num']);
      await app.processEvent({
        body,
        ...(retry.success ? { retryNum: retry.data } : {}),
        ack: async () => reply(response, 200),
      });
    }
  }
}

function textIn(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

function isCertificateCheck(body: Buffer): boolean {
  return body.includes('ssl_check') && new URLSearchParams(body.toString('utf8')).get('ssl_check') === '1';
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
  return recordSchema.safeParse(parseJson(text)).data ?? null;
}
