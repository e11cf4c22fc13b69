import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Refuse } from './refusals.js';

/** Platforms' webhooks are the longest requests that we accept, and stay below this. */
export const BODY_LIMIT_BYTES = 256 * 1024;

/** The time limits for a request's headers and for the whole request. */
export const HEADERS_TIMEOUT_MS = 5_000;
export const REQUEST_TIMEOUT_MS = 30_000;
/** How often Node.js looks for requests past their limit. */
export const TIMEOUT_CHECK_MS = 1_000;
/**
 * Longer than proxies keep an idle connection (60 s), so that we never close one that a proxy is about to
 * use.
 */
export const KEEP_ALIVE_MS = 65_000;
/** The limit for a connection without any traffic in either direction. */
export const SILENCE_MS = 60_000;

/** A whole village can share one address behind a mobile network, so this stops programs, not people. */
const REQUESTS_PER_MINUTE = 600;

/** Refuses a body by its declared length, before reading it. The parsers limit bodies that declare none. */
export function boundBody(refuse: Refuse): RequestHandler {
  return (request, response, next) => {
    if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT_BYTES)
      refuse(request, response, 'too-large');
    else next();
  };
}

/**
 * Limits the requests of one address per minute. `TRUST_PROXY` decides which address; we keep it only in
 * memory.
 */
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
    // With TRUST_PROXY=0 the library ignores forwarding headers, as it should; its warnings say nothing new.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
  });
}
