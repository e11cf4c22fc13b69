/**
 * Which shards of one client are connected. It reports the client as lost if shards are away and none has come back for
 * a time. So a bot with many shards, which connect one after another, has all the time that it needs.
 */
export class Presence {
  readonly #awayMs: number;
  readonly #away = new Set<number>();
  #lost: () => void = () => undefined;
  #watchdog: NodeJS.Timeout | null = null;
  #firstComplete: number | null = null;
  #lastComplete = 0;

  /** @param awayMs how long to wait for the next shard, in milliseconds */
  constructor(awayMs: number) {
    this.#awayMs = awayMs;
  }

  /** Begins to watch: nothing is connected yet. Calls `lost` once, if the client is lost. */
  onLost(lost: () => void): void {
    this.#lost = lost;
    this.#watch();
  }

  /** A shard has lost its connection. */
  away(shard: number): void {
    if (this.#firstComplete !== null && this.#away.size === 0) this.#lastComplete = performance.now();
    this.#away.add(shard);
    if (this.#watchdog === null) this.#watch();
  }

  /** A shard is connected, with a session. */
  back(shard: number): void {
    this.#away.delete(shard);
    this.#watch();
  }

  /** Whether no shard is away. Then the watch ends: ask only when the client has all the shards that it wants. */
  complete(): boolean {
    if (this.#away.size > 0) return false;
    this.#firstComplete ??= performance.now();
    this.#unwatch();
    return true;
  }

  /** How long it was complete, from the first such moment to the last, in milliseconds. */
  get heldMs(): number {
    if (this.#firstComplete === null) return 0;
    const last = this.#away.size === 0 ? performance.now() : this.#lastComplete;
    return last - this.#firstComplete;
  }

  /** Stops watching. */
  end(): void {
    this.#lost = () => undefined;
    this.#unwatch();
  }

  #watch(): void {
    this.#unwatch();
    this.#watchdog = setTimeout(() => this.#lost(), this.#awayMs);
  }

  #unwatch(): void {
    if (this.#watchdog !== null) clearTimeout(this.#watchdog);
    this.#watchdog = null;
  }
}
