import type { RequestHandler, Response } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import type { PublicTotal, PublishedCount } from '../signatures/public-total.js';
import type { PublicNumber } from './public-number.js';
import type { Refuse } from './refusals.js';

/** The most pages that can listen at the same time. Each costs a socket and a few kilobytes. */
const MAX_LISTENERS = 2_000;
/** The most from one address. Many people may share it. */
const MAX_PER_ADDRESS = 50;
/** Proxies close a connection after a minute of silence. */
const HEARTBEAT_MS = 25_000;
/** How long a page waits before it reconnects. */
const RETRY_MS = 5_000;

export interface TotalEvents {
  readonly handler: RequestHandler;
  /** Ends every stream and refuses new ones. */
  close(): void;
}

/** The total as server-sent events: the current number first, then each change. */
export function createTotalEvents(
  total: PublicTotal,
  describe: (published: PublishedCount) => PublicNumber,
  refuse: Refuse,
): TotalEvents {
  /** Each open response with its address. */
  const listeners = new Map<Response, string>();
  let newest: PublishedCount | null = null;
  let stopWatching: (() => void) | null = null;
  let heartbeat: NodeJS.Timeout | null = null;
  let closed = false;

  function everybody(chunk: string): void {
    for (const response of listeners.keys()) {
      // A response that still waits for its first number will get the newest one.
      if (!response.headersSent) continue;
      // A page that does not read its events is disconnected. It reconnects by itself.
      if (response.writableNeedDrain) response.destroy();
      else response.write(chunk);
    }
  }

  /** Readings can arrive out of order: an older one changes nothing. */
  function take(published: PublishedCount): PublishedCount {
    if (newest !== null && published.asOf < newest.asOf) return newest;
    const moved = newest !== null && newest.total !== published.total;
    newest = published;
    if (moved) everybody(eventOf(describe(published)));
    return published;
  }

  function leave(response: Response): void {
    listeners.delete(response);
    if (listeners.size > 0) return;
    stopWatching?.();
    stopWatching = null;
    newest = null;
    if (heartbeat !== null) clearInterval(heartbeat);
    heartbeat = null;
  }

  function join(response: Response, address: string): void {
    listeners.set(response, address);
    response.on('close', () => leave(response));
    stopWatching ??= total.watch(take);
    heartbeat ??= setInterval(() => everybody(':\n\n'), HEARTBEAT_MS).unref();
  }

  return {
    handler: async (request, response) => {
      const address = ipKeyGenerator(request.ip ?? '');
      const fromThere = [...listeners.values()].filter((other) => other === address).length;
      if (closed || listeners.size >= MAX_LISTENERS) return refuse(request, response, 'unavailable');
      if (fromThere >= MAX_PER_ADDRESS) {
        response.set('Retry-After', '60');
        return refuse(request, response, 'too-many-requests');
      }
      const headers = {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      };
      if (request.method === 'HEAD') {
        response.writeHead(200, headers).end();
        return;
      }
      // We join before the first reading. So no change is missed, and parallel requests can't exceed the
      // limit.
      join(response, address);
      const first = await total.read().then(take, () => null);
      if (first !== null && !closed) {
        response.writeHead(200, headers).write(`retry: ${RETRY_MS}\n\n${eventOf(describe(first))}`);
        return;
      }
      leave(response);
      refuse(request, response, 'unavailable');
    },
    close() {
      closed = true;
      for (const response of listeners.keys()) if (response.headersSent) response.end();
    },
  };
}

function eventOf(number: PublicNumber): string {
  return `data: ${JSON.stringify(number)}\n\n`;
}
