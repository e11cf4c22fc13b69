import type { NextFunction, Request, Response } from 'express';

/** What can go wrong with a request on every platform: an error, a cut connection, or no answer. */
export type HttpFault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string | object;
      readonly headers?: Record<string, string>;
    }
  | { readonly kind: 'drop' }
  | { readonly kind: 'hang' }
  /** The platform carries the request out, but its answer is lost. */
  | { readonly kind: 'lose-answer' };

interface Planned<Fault> {
  readonly where: RegExp;
  readonly fault: Fault;
  left: number;
}

/** Plans faults by the name of a request. */
export class PlannedFaults<Fault> {
  #planned: Planned<Fault>[] = [];

  /** Makes the next `times` matching requests fail. */
  plan(where: RegExp, fault: Fault, times = 1): void {
    this.#planned.push({ where, fault, left: times });
  }

  clear(): void {
    this.#planned = [];
  }

  /** The fault of a request that comes now; null if none is planned. */
  protected take(name: string): Fault | null {
    const planned = this.#planned.find(({ where, left }) => left > 0 && where.test(name));
    if (planned === undefined) return null;
    planned.left -= 1;
    return planned.fault;
  }
}

/** @param usual the body of an error for which none is planned */
export function goWrong(
  fault: HttpFault,
  request: Request,
  response: Response,
  next: NextFunction,
  usual: object,
): void {
  switch (fault.kind) {
    case 'hang':
      return;
    case 'drop':
      request.socket.destroy();
      return;
    case 'lose-answer':
      response.end = () => {
        request.socket.destroy();
        return response;
      };
      next();
      return;
    case 'status':
      response.status(fault.status).set(fault.headers ?? {});
      if (typeof fault.body === 'string') response.type('html').send(fault.body);
      else response.json(fault.body ?? usual);
  }
}
