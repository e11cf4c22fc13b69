import type { NextFunction, Request, Response } from 'express';
import { goWrong, type HttpFault, PlannedFaults } from '../http-faults.js';

/** A fault of a request. */
export type Fault =
  | HttpFault
  /** The answer is held back until this resolves. */
  | { readonly kind: 'late'; readonly after: Promise<void> };

/**
 * A fault of the address at which sessions are resumed, which is another than the one for new sessions:
 * - `refuses`: it answers the handshake with 503
 * - `black-hole`: it takes the connection and never answers the handshake
 * - `does-not-resolve`: its name does not exist
 * - `swallows-resume`: it says hello and acknowledges heartbeats, and never answers the resume
 */
export type ResumeFault = 'refuses' | 'black-hole' | 'does-not-resolve' | 'swallows-resume';

/** Plans faults by method and path, such as `POST /interactions/1/abc/callback`. */
export class Faults extends PlannedFaults<Fault> {
  /** Express middleware: makes a request fail if that is planned. */
  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    const fault = this.take(`${request.method} ${request.path}`);
    if (fault === null) next();
    else if (fault.kind === 'late') void fault.after.then(() => next());
    else goWrong(fault, request, response, next, { message: 'planned', code: 0 });
  };
}

/** Discord's 429, for a bucket or for the whole bot. */
export function tooMany(seconds: number, scope: 'user' | 'global' | 'shared' = 'user'): Fault {
  return {
    kind: 'status',
    status: 429,
    headers: {
      'Retry-After': String(seconds),
      'X-RateLimit-Scope': scope,
      ...(scope === 'global' ? { 'X-RateLimit-Global': 'true' } : {}),
    },
    body: { message: 'You are being rate limited.', retry_after: seconds, global: scope === 'global' },
  };
}

/** Cloudflare's page for an address that it bans from Discord's API. */
export function banPage(status: 403 | 429, headers: Record<string, string> = {}): Fault {
  const body = `<!DOCTYPE html><html><head><title>Access denied | discord.com used Cloudflare to restrict access</title>
    </head><body><h1>Error <span>1015</span></h1><h2>You are being rate limited</h2></body></html>`;
  return { kind: 'status', status, headers, body };
}

/** Discord's answer to a token that it does not know. */
export const UNAUTHORISED: Fault = {
  kind: 'status',
  status: 401,
  body: { message: '401: Unauthorized', code: 0 },
};

/** The error page of a proxy while Discord is down. */
export const BAD_GATEWAY: Fault = {
  kind: 'status',
  status: 502,
  body: '<html><h1>502 Bad Gateway</h1></html>',
};
