/** A fault of a call. */
export type Fault =
  | { readonly kind: 'limited'; readonly seconds: number }
  /** The HTML error page of a proxy. */
  | { readonly kind: 'page'; readonly status: number }
  | { readonly kind: 'error'; readonly status: number; readonly description: string }
  /** The group has become a supergroup with this id. */
  | { readonly kind: 'moved'; readonly to: number }
  /** An answer of any form, as from a server that is not Telegram; the call is not carried out. */
  | { readonly kind: 'body'; readonly body: string }
  /** The connection is cut before the call is carried out. */
  | { readonly kind: 'drop' }
  /** The call is carried out, and the connection cut before the answer. */
  | { readonly kind: 'lose-answer' }
  /** No answer ever comes. */
  | { readonly kind: 'hang' };

interface Planned {
  readonly method: string;
  readonly fault: Fault;
  readonly chat: number | null;
  left: number;
}

/** Plans faults. */
export class Faults {
  readonly #planned: Planned[] = [];

  /**
   * Makes the next calls fail.
   * @param method a method's name, or `*` for all but getUpdates
   * @param options.times how many; one by default
   * @param options.chat only calls to this chat
   */
  plan(
    method: string,
    fault: Fault,
    options: { readonly times?: number; readonly chat?: number } = {},
  ): void {
    this.#planned.push({ method, fault, left: options.times ?? 1, chat: options.chat ?? null });
  }

  clear(): void {
    this.#planned.length = 0;
  }

  /** The fault that this call meets, if any. */
  meet(method: string, chat: number | null): Fault | null {
    const planned = this.#planned.find(
      (one) =>
        one.left > 0 &&
        (one.method === method || (one.method === '*' && method !== 'getUpdates')) &&
        (one.chat === null || one.chat === chat),
    );
    if (planned === undefined) return null;
    planned.left -= 1;
    return planned.fault;
  }
}
