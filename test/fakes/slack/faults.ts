import type { NextFunction, Request, Response } from 'express';
import { goWrong, type HttpFault, PlannedFaults } from '../http-faults.js';

/** A fault of a request. */
export type Fault =
  | HttpFault
  /** 200, and `ok: false`. */
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'slow'; readonly ms: number };

/** Plans faults by path: `/api/chat.postMessage`, `/actions/…` (response URLs), `/upload/…`. */
export class Faults extends PlannedFaults<Fault> {
  /** Express middleware: makes a request fail if that is planned. */
  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    const fault = this.take(request.path);
    if (fault === null) next();
    else if (fault.kind === 'slow') setTimeout(next, fault.ms);
    else if (fault.kind === 'error') response.json({ ok: false, error: fault.code });
    else goWrong(fault, request, response, next, { ok: false, error: 'internal_error' });
  };
}

/** Slack's 429. */
export function tooMany(seconds: number): Fault {
  return {
    kind: 'status',
    status: 429,
    headers: { 'Retry-After': String(seconds) },
    body: { ok: false, error: 'ratelimited' },
  };
}

/** The error page of a proxy while Slack is down. */
export const BAD_GATEWAY: Fault = {
  kind: 'status',
  status: 502,
  body: '<html><h1>502 Bad Gateway</h1></html>',
};
