/** What Slack delivers: a command, a press or a form, an event. */
export type Kind = 'slash_commands' | 'interactive' | 'events_api';

/** One delivery. Its id is the same at each repeat. */
export interface Envelope {
  readonly id: string;
  readonly kind: Kind;
  readonly payload: object;
}

/** The number of the attempt and its reason, as Slack sends with repeated events. */
export interface Retry {
  readonly number: number;
  readonly reason: string;
}

/** The outcome of one attempt. */
export type Acknowledgement =
  /** Within Slack's three seconds. */
  | { readonly how: 'acknowledged'; readonly body: unknown }
  | { readonly how: 'refused'; readonly status: number; readonly noRetry: boolean }
  /** Slack's three seconds passed first. */
  | { readonly how: 'timeout' }
  | { readonly how: 'unreachable' };

/** The transport to the app. */
export interface Transport {
  /** @param retry null at the first attempt */
  send(envelope: Envelope, retry: Retry | null): Promise<Acknowledgement>;
}

/** A delivery, and how the app took it. */
export interface Delivery extends Envelope {
  /** One for each finished attempt. */
  readonly attempts: Acknowledgement[];
  /** How the first attempt ended. */
  readonly first: Promise<Acknowledgement>;
}

const REASONS: Readonly<Record<Acknowledgement['how'], string>> = {
  acknowledged: 'unknown_error',
  refused: 'http_error',
  timeout: 'http_timeout',
  unreachable: 'connection_failed',
};

/** All deliveries of one fake Slack. It redelivers events that the app did not take. */
export class Deliveries {
  readonly all: Delivery[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();

  /** @param retryAfterMs the delay before each redelivery of an event; Slack's: none, 1 min, 5 min */
  constructor(
    readonly transport: () => Transport,
    readonly retryAfterMs: readonly number[],
  ) {}

  send(envelope: Envelope): Delivery {
    const attempts: Acknowledgement[] = [];
    const first = this.#attempt(envelope, attempts, null);
    const delivery: Delivery = { ...envelope, attempts, first };
    this.all.push(delivery);
    return delivery;
  }

  /** Repeats a delivery under the same id. Without `retry` it looks like the first attempt. */
  async repeat(
    { id, kind, payload, attempts }: Delivery,
    retry: Retry | null = null,
  ): Promise<Acknowledgement> {
    const acknowledgement = await this.transport().send({ id, kind, payload }, retry);
    attempts.push(acknowledgement);
    return acknowledgement;
  }

  /** The last delivery of a kind. */
  last(kind: Kind): Delivery {
    const found = this.all.findLast((one) => one.kind === kind);
    if (found === undefined) throw new Error(`nothing of ${kind} was told`);
    return found;
  }

  async #attempt(
    envelope: Envelope,
    attempts: Acknowledgement[],
    retry: Retry | null,
  ): Promise<Acknowledgement> {
    const acknowledgement = await this.transport().send(envelope, retry);
    attempts.push(acknowledgement);
    const done = retry?.number ?? 0;
    const after = this.retryAfterMs[done];
    const dropped = acknowledgement.how === 'refused' && acknowledgement.noRetry;
    const again = envelope.kind === 'events_api' && acknowledgement.how !== 'acknowledged' && !dropped;
    if (again && after !== undefined) {
      const next: Retry = { number: done + 1, reason: REASONS[acknowledgement.how] };
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        void this.#attempt(envelope, attempts, next);
      }, after);
      this.#timers.add(timer);
    }
    return acknowledgement;
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }
}
