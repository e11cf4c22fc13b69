import type { NextFunction, Request, Response } from 'express';

/** Discord's limits by route. The first match applies. */
const BUCKETS = [
  { name: 'edit-message', where: /^PATCH \/channels\/(\d+)\/messages\/\d+$/, limit: 5, seconds: 5 },
  { name: 'webhook', where: /^(?:POST|PATCH|DELETE) \/webhooks\/(\d+\/[^/]+)/, limit: 5, seconds: 2 },
  { name: 'read-commands', where: /^GET \/applications\/(\d+)\/commands$/, limit: 5, seconds: 20 },
  { name: 'write-commands', where: /^PUT \/applications\/(\d+)\/commands$/, limit: 5, seconds: 20 },
] as const;

/** The limit a second over all routes except interactions. */
const GLOBAL_LIMIT = 50;

/** Counts requests as Discord does, reports the counts in headers, and refuses requests over the limit. */
export class RateLimits {
  readonly #windows = new Map<string, { until: number; used: number }>();
  /** The number of refused requests: 0 if the client obeys the headers. */
  refused = 0;

  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    if (this.#admit(`${request.method} ${request.path}`, request.path, response)) next();
    else {
      this.refused += 1;
      response.status(429).set({ 'Retry-After': '1', 'X-RateLimit-Scope': 'user' });
      response.json({ message: 'You are being rate limited.', retry_after: 1, global: false });
    }
  };

  #admit(name: string, path: string, response: Response): boolean {
    const ofInteraction = /^\/(interactions|webhooks)\//.test(path);
    if (!ofInteraction && this.#take('global', GLOBAL_LIMIT, 1) === null) return false;
    const bucket = BUCKETS.find(({ where }) => where.test(name));
    if (bucket === undefined) return true;
    const window = this.#take(`${bucket.name} ${bucket.where.exec(name)?.[1]}`, bucket.limit, bucket.seconds);
    if (window === null) return false;
    response.set({
      'X-RateLimit-Bucket': bucket.name,
      'X-RateLimit-Limit': String(bucket.limit),
      'X-RateLimit-Remaining': String(bucket.limit - window.used),
      'X-RateLimit-Reset-After': String((window.until - performance.now()) / 1000),
    });
    return true;
  }

  /** Takes one of a window's requests, or returns null if none is left. */
  #take(key: string, limit: number, seconds: number): { until: number; used: number } | null {
    const now = performance.now();
    const current = this.#windows.get(key);
    const window =
      current !== undefined && current.until > now ? current : { until: now + seconds * 1000, used: 0 };
    this.#windows.set(key, window);
    if (window.used >= limit) return null;
    window.used += 1;
    return window;
  }
}
