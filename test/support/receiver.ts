import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const payloadSchema = z.strictObject({
  kind: z.string(),
  petition: z.string(),
  locale: z.string(),
  title: z.string(),
  text: z.string(),
});

/** What the receiver of ALERT_WEBHOOK_URL was sent. */
export interface Received extends z.infer<typeof payloadSchema> {
  readonly id: string;
  /** Whether the signature and the time fit. */
  readonly genuine: boolean;
}

export interface Receiver {
  readonly url: string;
  readonly secret: string;
  /** What was taken, in order. */
  readonly received: readonly Received[];
  /** How often it was asked. */
  readonly requests: () => number;
  /** Refuses the next requests with these statuses. */
  refuse(...statuses: number[]): void;
  stop(): Promise<void>;
}

/** A receiver as docs/OPERATING.md describes it. */
export async function openReceiver(): Promise<Receiver> {
  const secret = 'a secret of the receiver and the bot';
  const received: Received[] = [];
  const refusals: number[] = [];
  let requests = 0;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      requests += 1;
      const status = refusals.shift();
      const header = (name: string) => String(request.headers[`webhook-${name}`]);
      if (status === undefined) {
        const signed = `${header('id')}.${header('timestamp')}.${body}`;
        const expected = Buffer.from(`v1,${createHmac('sha256', secret).update(signed).digest('base64')}`);
        const given = Buffer.from(header('signature'));
        const isRecent = Math.abs(Date.now() / 1_000 - Number(header('timestamp'))) < 300;
        const genuine = isRecent && given.length === expected.length && timingSafeEqual(given, expected);
        received.push({ ...payloadSchema.parse(JSON.parse(body)), id: header('id'), genuine });
      }
      response.writeHead(status ?? 204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the receiver has no port');
  return {
    url: `http://127.0.0.1:${address.port}/alerts`,
    secret,
    received,
    requests: () => requests,
    refuse: (...statuses) => void refusals.push(...statuses),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
