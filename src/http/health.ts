import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Adapter } from '../channel/adapter.js';
import { withTimeout } from '../channel/kit/with-timeout.js';
import type { Metrics } from './metrics.js';
import type { Refuse } from './refusals.js';

/** Whether a signature can be recorded; if not, the codes of the reasons. */
export type Readiness = { readonly ok: true } | { readonly ok: false; readonly codes: readonly string[] };

/** Whether people can sign, and how each channel is. */
export interface Report {
  /** Empty if a signature can be recorded through at least one channel. */
  readonly codes: readonly string[];
  /** By channel: `ok`, or the code of its trouble. */
  readonly channels: Readonly<Record<string, string>>;
}

/** One check of the database serves all requests within this time, so that frequent requests cost nothing. */
const READINESS_KEPT_MS = 1_000;

/** A slower check counts as failed. */
const READINESS_TIMEOUT_MS = 5_000;

/**
 * Shares one check among requests at nearly the same time, and bounds its time. The result never rejects.
 * @param ready tries to record a signature
 */
export function sharedReadiness(ready: () => Promise<Readiness>): () => Promise<Readiness> {
  let look: { readonly since: number; readonly result: Promise<Readiness> } | null = null;
  return () => {
    const now = performance.now();
    if (look === null || now - look.since > READINESS_KEPT_MS) look = { since: now, result: within(ready()) };
    return look.result;
  };
}

/**
 * Reports whether a signature can be recorded through at least one channel. If not, the codes say why: `database-`
 * and the code of `Ledger.trouble`, `no-channel`, `timeout`. One platform that is away does not make the others
 * unready.
 * @param ready of `sharedReadiness`
 */
export function createReport(
  ready: () => Promise<Readiness>,
  adapters: readonly Adapter[],
): () => Promise<Report> {
  return async () => {
    const readiness = await ready();
    const healths = adapters.map((adapter) => ({ channel: adapter.channel, health: adapter.health() }));
    const codes = [
      ...(readiness.ok ? [] : readiness.codes),
      ...(healths.length > 0 && healths.every(({ health }) => !health.ok) ? ['no-channel'] : []),
    ];
    const channels = Object.fromEntries(
      healths.map(({ channel, health }) => [channel, health.ok ? (health.code ?? 'ok') : health.code]),
    );
    return { codes, channels };
  };
}

/** `GET /readyz`: 200 if people can sign, else 503 with the codes; and each channel's own health. */
export function readyz(report: () => Promise<Report>): RequestHandler {
  return async (_request, response) => {
    const { codes, channels } = await report();
    response
      .status(codes.length === 0 ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(codes.length === 0 ? { ready: true, channels } : { ready: false, codes, channels });
  };
}

async function within(ready: Promise<Readiness>): Promise<Readiness> {
  try {
    return (await withTimeout(READINESS_TIMEOUT_MS, ready)) ?? { ok: false, codes: ['timeout'] };
  } catch {
    return { ok: false, codes: ['unknown'] };
  }
}

/** Who may read the metrics. */
export interface MetricsReaders {
  /** Allows reading from anywhere. */
  readonly token: string | null;
  /** True behind a proxy: a forwarded request can look like one from this machine. */
  readonly behindProxy: boolean;
}

/** `GET /metrics`: needs the token. Without a proxy, this machine may read them without it. */
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
 * Whether a request comes from this machine, by the socket's address and not by headers. A request that a
 * proxy on this machine forwards comes from elsewhere. A foreign page whose name points here (DNS rebinding)
 * sends that name as host.
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
  // Hashed first, so that the comparison does not reveal the length.
  return timingSafeEqual(digest(given), digest(token));
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
