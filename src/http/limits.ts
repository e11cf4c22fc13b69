import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Refuse } from './refusals.js';

/** No request that this server understands is longer: the longest are platforms' webhooks. */
export const BODY_LIMIT_BYTES = 256 * 1024;

/** A request's headers must have come within this time, and all of it within the other. */
export const HEADERS_TIMEOUT_MS = 5_000;
export const REQUEST_TIMEOUT_MS = 30_000;
/** How often Node.js looks for requests that are over time. */
export const TIMEOUT_CHECK_MS = 1_000;
/** Longer than proxies keep an idle connection (60 s), so that it is never us who hang up on their next request. */
export const KEEP_ALIVE_MS = 65_000;
/** A connection on which nothing moves at all, in either direction. */
export const SILENCE_MS = 60_000;

/** An address may stand for a whole village behind one mobile network: this stops programs, not people. */
const REQUESTS_PER_MINUTE = 600;

/** Refuses a body that says it is too long before any of it is read; parsers bound what does not say. */
export function boundBody(refuse: Refuse): RequestHandler {
  return (request, response, next) => {
    if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT_BYTES)
      refuse(request, response, 'too-large');
    else next();
  };
}

/** Bounds how often one address may ask; the address is what `TRUST_PROXY` makes of it, and stays in memory. */
export function boundRate(refuse: Refuse): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: REQUESTS_PER_MINUTE,
    standardHeaders: false,
    legacyHeaders: false,
    handler: (request, response) => {
      response.set('Retry-After', '60');
      refuse(request, response, 'too-many-requests');
    },
    // A forwarding header that is not to be trusted (TRUST_PROXY=0) is ignored as it should be, and needs no warning.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
  });
}
