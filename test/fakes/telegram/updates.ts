import { CommandError } from './refusal.js';

/** An update as it goes over the wire. */
export type Update = Readonly<Record<string, unknown>> & { readonly update_id: number };

interface Waiting {
  readonly offset: number;
  readonly limit: number;
  readonly answer: (updates: readonly Update[]) => void;
  readonly refuse: (refusal: CommandError) => void;
  readonly timer: NodeJS.Timeout;
}

/** The updates that the bot has not confirmed yet, and the requests that wait for one. */
export class Updates {
  /** The bot's latest `allowed_updates`, from polling or its webhook; null: all kinds. */
  allowed: readonly string[] | null = null;
  #pending: Update[] = [];
  #nextId = 700_000_000;
  /** Below the numbers before the last new start, if there was one. */
  #formerFrom = Infinity;
  #waiting: Waiting | null = null;

  nextId(): number {
    this.#nextId += 1;
    return this.#nextId;
  }

  /** Starts the numbering again, as Telegram does after a week without updates. */
  startAnew(id: number): void {
    this.#formerFrom = this.#nextId;
    this.#nextId = id;
  }

  get pending(): readonly Update[] {
    return this.#pending;
  }

  push(update: Update): void {
    this.#pending.push(update);
    const waiting = this.#waiting;
    const offset = this.#valid(waiting?.offset ?? 0);
    if (waiting === null || update.update_id < offset) return;
    this.#end(waiting);
    waiting.answer(this.#from(offset, waiting.limit));
  }

  /** Removes an update that was delivered by webhook. */
  confirm(update: Update): void {
    // It is among the first: a copy of the others would take long where a hundred thousand wait.
    const index = this.#pending.indexOf(update);
    if (index >= 0) this.#pending.splice(index, 1);
  }

  /**
   * Long polling: confirms the updates below the offset. Answers as soon as there is a later update, or with
   * none after the timeout. A second poller ends the first with 409, as Telegram does.
   */
  poll(
    asked: number,
    limit: number,
    timeoutSeconds: number,
  ): { result: Promise<readonly Update[]>; abandon: () => void } {
    if (this.#waiting !== null) {
      const other = this.#waiting;
      this.#end(other);
      other.refuse(
        new CommandError(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        ),
      );
    }
    const offset = this.#valid(asked);
    this.#pending = this.#pending.filter(({ update_id }) => update_id >= offset);
    const ready = this.#from(offset, limit);
    if (ready.length > 0 || timeoutSeconds === 0) {
      return { result: Promise.resolve(ready), abandon: () => undefined };
    }
    let abandon: () => void = () => undefined;
    const result = new Promise<readonly Update[]>((answer, refuse) => {
      const timer = setTimeout(() => {
        this.#end(waiting);
        answer([]);
      }, timeoutSeconds * 1000);
      const waiting: Waiting = { offset, limit, answer, refuse, timer };
      this.#waiting = waiting;
      abandon = () => this.#end(waiting);
    });
    return { result, abandon };
  }

  /** An offset of the former numbering says nothing about the new one. */
  #valid(offset: number): number {
    return offset >= this.#formerFrom ? 0 : offset;
  }

  #end(waiting: Waiting): void {
    clearTimeout(waiting.timer);
    if (this.#waiting === waiting) this.#waiting = null;
  }

  #from(offset: number, limit: number): readonly Update[] {
    return this.#pending.filter(({ update_id }) => update_id >= offset).slice(0, limit);
  }
}
