import type { NextFunction, Request, Response } from 'express';

/** A fault of a request: an error from Slack, a cut connection, or no answer. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string | object;
      readonly headers?: Record<string, string>;
    }
  /** 200, and `ok: false`. */
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'drop' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'slow'; readonly ms: number }
  /** Slack carries the request out, but its answer is lost. */
  | { readonly kind: 'lose-answer' };

interface Planned {
  readonly where: RegExp;
  readonly fault: Fault;
  left: number;
}

/** Plans faults by path: `/api/chat.postMessage`, `/actions/…` (response URLs), `/upload/…`. */
export class Faults {
  #planned: Planned[] = [];

  /** Makes the next `times` matching requests fail. */
  plan(where: RegExp, fault: Fault, times = 1): void {
    this.#planned.push({ where, fault, left: times });
  }

  clear(): void {
    this.#planned = [];
  }

  /** Express middleware: makes a request fail if that is planned. */
  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    const planned = this.#planned.find(({ where, left }) => left > 0 && where.test(request.path));
    if (planned === undefined) {
      next();
      return;
    }
    planned.left -= 1;
    const { fault } = planned;
    switch (fault.kind) {
      case 'hang':
        return;
      case 'drop':
        request.socket.destroy();
        return;
      case 'slow':
        setTimeout(next, fault.ms);
        return;
      case 'lose-answer':
        response.end = () => {
          request.socket.destroy();
          return response;
        };
        next();
        return;
      case 'error':
        response.json({ ok: false, error: fault.code });
        return;
      case 'status':
        response.status(fault.status).set(fault.headers ?? {});
        if (typeof fault.body === 'string') response.type('html').send(fault.body);
        else response.json(fault.body ?? { ok: false, error: 'internal_error' });
    }
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
