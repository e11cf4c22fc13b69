import { get, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import { until } from '../support/until.js';

/** Pages that are open in browsers and listen to the total. */
export interface Listeners {
  /** How long each waited for its first number, in milliseconds. */
  readonly opened: readonly number[];
  /** How many numbers all pages were told. */
  told(): number;
  /** Resolves when each page was told this number of signatures as its last one. @throws Error after too long */
  allTold(signatures: number): Promise<void>;
  close(): void;
}

const numberSchema = z.object({ signatures: z.number() });

/** So many connect at once; a browser comes when a person does. */
const AT_ONCE = 100;

/** A number shows within the time between two changes, and a busy machine needs some more. */
const PATIENCE_MS = 60_000;

/**
 * Opens so many pages, each from an address of its own.
 * @param url the server's, with `TRUST_PROXY=1`
 * @throws Error for a stream that is refused; one that the server ends makes `allTold` throw
 */
export async function openListeners(url: string, count: number): Promise<Listeners> {
  const responses: IncomingMessage[] = [];
  const last = new Map<number, number>();
  const opened: number[] = [];
  let told = 0;
  let ended = 0;
  let closing = false;

  const open = (page: number) =>
    new Promise<void>((resolve, reject) => {
      const begun = performance.now();
      const headers = { 'x-forwarded-for': `10.200.${page >> 8}.${page & 255}` };
      const request = get(`${url}/api/total/events`, { agent: false, headers }, (response) => {
        responses.push(response);
        if (response.statusCode !== 200) reject(new Error(`a stream was answered ${response.statusCode}`));
        let rest = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          const events = (rest + chunk).split('\n\n');
          rest = events.pop() ?? '';
          for (const event of events) {
            const data = /^data: (.*)$/m.exec(event)?.[1];
            if (data === undefined) continue;
            told += 1;
            last.set(page, numberSchema.parse(JSON.parse(data)).signatures);
          }
          if (!last.has(page) || opened[page] !== undefined) return;
          opened[page] = performance.now() - begun;
          resolve();
        });
        response.on('error', () => undefined);
        response.on('close', () => {
          if (!closing) ended += 1;
        });
      });
      request.on('error', reject);
    });

  for (let first = 0; first < count; first += AT_ONCE) {
    const pages = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, index) => first + index);
    await Promise.all(pages.map(open));
  }
  return {
    opened,
    told: () => told,
    async allTold(signatures) {
      await until(() => {
        if (ended > 0) throw new Error(`the server ended ${ended} of ${count} streams`);
        return [...last.values()].filter((one) => one === signatures).length === count;
      }, PATIENCE_MS);
    },
    close() {
      closing = true;
      for (const response of responses) response.destroy();
    },
  };
}
