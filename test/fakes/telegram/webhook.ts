import { setTimeout as wait } from 'node:timers/promises';
import type { Update, Updates } from './updates.js';

export interface WebhookSettings {
  readonly url: string;
  readonly secret: string | null;
  readonly maxConnections: number;
}

/** How long Telegram waits for an answer before it counts the delivery as failed. */
const ANSWER_MS = 60_000;

/** Delivers updates to the bot's webhook, and repeats each until the bot answers 2xx. */
export class Webhook {
  settings: WebhookSettings | null = null;
  lastError: { readonly at: number; readonly message: string } | null = null;
  /** The addresses of several processes behind the webhook; deliveries go to each in turn. */
  balanced: readonly string[] = [];
  /** The status of each delivery, in order; 0 if there was no answer. */
  readonly statuses: number[] = [];
  /** The `Retry-After` of each answer that had one, in seconds. */
  readonly retryAfter: number[] = [];
  #turn = 0;
  #ended = false;
  readonly #underWay = new Set<Update>();
  readonly #queue: Update[] = [];

  /**
   * @param execute carries out the call that an answer's body holds
   * @param retryMs before the first repetition; doubles each time, up to 16 times as much. Telegram's own is 2 s to
   *   2 min, so tests run at a smaller scale.
   */
  constructor(
    readonly updates: Updates,
    readonly execute: (call: Readonly<Record<string, unknown>>) => void,
    readonly retryMs: number,
  ) {}

  set(settings: WebhookSettings | null): void {
    this.settings = settings;
    if (settings === null) return;
    for (const update of this.updates.pending) {
      if (!this.#queue.includes(update) && !this.#underWay.has(update)) this.#queue.push(update);
    }
    this.#next();
  }

  push(update: Update): void {
    this.#queue.push(update);
    this.#next();
  }

  end(): void {
    this.#ended = true;
  }

  #next(): void {
    while (this.settings !== null && !this.#ended && this.#underWay.size < this.settings.maxConnections) {
      const update = this.#queue.shift();
      if (update === undefined) return;
      this.#underWay.add(update);
      void this.#deliver(update).finally(() => {
        this.#underWay.delete(update);
        this.#next();
      });
    }
  }

  async #deliver(update: Update): Promise<void> {
    for (let attempt = 0; this.settings !== null && !this.#ended; attempt += 1) {
      if (await this.deliverOnce(update)) {
        this.updates.confirm(update);
        return;
      }
      await wait(this.retryMs * Math.min(2 ** attempt, 16), undefined, { ref: false });
    }
  }

  /** One delivery; true if the answer was 2xx. */
  async deliverOnce(update: Update): Promise<boolean> {
    const { settings } = this;
    if (settings === null) return false;
    const target = this.balanced[this.#turn++ % Math.max(1, this.balanced.length)] ?? settings.url;
    try {
      const response = await fetch(target, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(settings.secret === null ? {} : { 'x-telegram-bot-api-secret-token': settings.secret }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      this.statuses.push(response.status);
      const seconds = response.headers.get('retry-after');
      if (seconds !== null) this.retryAfter.push(Number(seconds));
      const body = await response.text();
      if (!response.ok) {
        this.lastError = {
          at: Date.now(),
          message: `Wrong response from the webhook: ${response.status} ${response.statusText}`,
        };
        return false;
      }
      this.#applyMove(body);
      return true;
    } catch {
      this.statuses.push(0);
      this.lastError = { at: Date.now(), message: 'Connection refused' };
      return false;
    }
  }

  #applyMove(body: string): void {
    if (body === '') return;
    let call: unknown;
    try {
      call = JSON.parse(body);
    } catch {
      return;
    }
    if (typeof call === 'object' && call !== null && 'method' in call) this.execute({ ...call });
  }
}
