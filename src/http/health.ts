import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Adapter } from '../channel/adapter.js';
import type { Metrics } from './metrics.js';
import type { Refuse } from './refusals.js';

/** Whether a signature can be recorded; what keeps it from being recorded, by code. */
export type Readiness = { readonly ok: true } | { readonly ok: false; readonly codes: readonly string[] };

/** One look at the database serves everybody who asks within this time: asking often must cost nothing. */
const READINESS_KEPT_MS = 1_000;

/** A look that takes longer is an answer of its own. */
const READINESS_TIMEOUT_MS = 5_000;

/**
 * `GET /readyz`: 200 when a signature can be recorded, through at least one channel, else 503 with the codes:
 * `database-` and what `Ledger.trouble` gives, `no-channel`, `timeout`.
 * Each channel's own health is told beside it, so that one platform that is away does not take the others down.
 */
export function readyz(
  ready: () => Promise<Readiness>,
  adapters: readonly Adapter[],
  now: () => number = () => performance.now(),
): RequestHandler {
  let look: { readonly since: number; readonly result: Promise<Readiness> } | null = null;

  function currentReadiness(): Promise<Readiness> {
    if (look === null || now() - look.since > READINESS_KEPT_MS)
      look = { since: now(), result: within(ready()) };
    return look.result;
  }

  return async (_request, response) => {
    const readiness = await currentReadiness();
    const healths = adapters.map((adapter) => ({ channel: adapter.channel, health: adapter.health() }));
    const codes = [
      ...(readiness.ok ? [] : readiness.codes),
      ...(healths.length > 0 && healths.every(({ health }) => !health.ok) ? ['no-channel'] : []),
    ];
    const channels = Object.fromEntries(
      healths.map(({ channel, health }) => [channel, health.ok ? 'ok' : health.code]),
    );
    response
      .status(codes.length === 0 ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(codes.length === 0 ? { ready: true, channels } : { ready: false, codes, channels });
  };
}

async function within(ready: Promise<Readiness>): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Readiness>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, codes: ['timeout'] }), READINESS_TIMEOUT_MS).unref();
  });
  try {
    return await Promise.race([ready, late]);
  } catch {
    return { ok: false, codes: ['unknown'] };
  } finally {
    clearTimeout(timer);
  }
}

/** Who may read the metrics. */
export interface MetricsReaders {
  /** Opens them from anywhere. */
  readonly token: string | null;
  /** A proxy stands in front: what it passes on can look just like a request of this machine. */
  readonly behindProxy: boolean;
}

/** `GET /metrics`: for whoever has the token; where no proxy stands in front, for this machine without it as well. */
export function metricsRoute(
  metrics: Metrics,
  { token, behindProxy }: MetricsReaders,
  refuse: Refuse,
): RequestHandler {
  return async (request, response) => {
    const local = !behindProxy && isLocal(request);
    if (!local && !hasToken(request, token)) return refuse(request, response, 'forbidden');
    response
      .set('Cache-Control', 'no-store')
      .type(metrics.registry.contentType)
      .send(await metrics.registry.metrics());
  };
}

const FORWARDING_HEADERS = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'];

/**
 * Whether a request began on this machine: by the socket's own address, never by what a header claims. What a proxy
 * on this machine forwards began elsewhere; and a page that another site's name has been pointed here for
 * (DNS rebinding) comes with that name.
 */
function isLocal({ socket, headers }: Request): boolean {
  const peer = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  if (peer !== '::1' && !peer.startsWith('127.')) return false;
  if (FORWARDING_HEADERS.some((name) => headers[name] !== undefined)) return false;
  return /^(localhost|127\.[\d.]+|\[::1\])(:\d+)?$/i.test(headers.host ?? '');
}

function hasToken({ headers }: Request, token: string | null): boolean {
  const given = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === null || given === undefined) return false;
  // Hashed first, so that the comparison tells nothing of the length either.
  return timingSafeEqual(digest(given), digest(token));
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
