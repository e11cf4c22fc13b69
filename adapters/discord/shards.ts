import { setImmediate as immediate } from 'node:timers/promises';
import {
  WebSocketShardEvents as Events,
  managerToFetchingStrategyOptions,
  type SessionInfo,
  SimpleContextFetchingStrategy,
  SimpleShardingStrategy,
  type WebSocketManager,
  WebSocketShard,
  type WebSocketShardDestroyOptions,
  WebSocketShardStatus,
} from '@discordjs/ws';
import type { GatewaySendPayload } from 'discord.js';

/**
 * Time limits for a gateway that accepts the connection and then says nothing. discord.js's own are 30 and 60
 * s.
 */
const HANDSHAKE_MS = 10_000;
const HELLO_MS = 15_000;

/**
 * The connections to Discord's gateway, like discord.js's own strategy, with four changes:
 * - Errors while an event is handled are reported: discord.js builds its objects there, and an unexpected
 *   payload can fail. Otherwise they would be unhandled rejections and end the process.
 * - A connection that is ended while it waits to reconnect stays ended. discord.js would reconnect anyway.
 * - A login that is under way at the end makes no connection. discord.js would connect once Discord has told where.
 * - A connection is not ended during its handshake. discord.js removes its listeners when it ends one, so the
 *   handshake's failure would be an uncaught error.
 */
export class Shards extends SimpleShardingStrategy {
  readonly #manager: WebSocketManager;
  readonly #report: (error: unknown) => void;
  readonly #over: AbortSignal;
  readonly #shards = new Map<number, EndableShard>();

  /** @param over aborts at the end: nothing is connected any more */
  constructor(manager: WebSocketManager, report: (error: unknown) => void, over: AbortSignal) {
    super(manager);
    this.#manager = manager;
    this.#report = report;
    this.#over = over;
  }

  override async spawn(ids: number[]): Promise<void> {
    const options = await managerToFetchingStrategyOptions(this.#manager);
    const bounded = { ...options, handshakeTimeout: HANDSHAKE_MS, helloTimeout: HELLO_MS };
    for (const id of ids) {
      const shard = new EndableShard(new EndableContext(this.#manager, bounded), id);
      this.#forward(shard);
      this.#shards.set(id, shard);
    }
  }

  override async connect(): Promise<void> {
    if (this.#over.aborted) return;
    await Promise.all([...this.#shards.values()].map((shard) => shard.connect()));
  }

  override async destroy(options?: Omit<WebSocketShardDestroyOptions, 'recover'>): Promise<void> {
    const ending = [...this.#shards.values()].map((shard) => shard.end(options));
    this.#shards.clear();
    await Promise.all(ending);
  }

  override async send(id: number, payload: GatewaySendPayload): Promise<void> {
    await this.#shards.get(id)?.send(payload);
  }

  override async fetchStatus(): ReturnType<SimpleShardingStrategy['fetchStatus']> {
    const statuses = await super.fetchStatus();
    for (const [id, shard] of this.#shards) statuses.set(id, shard.status);
    return statuses;
  }

  #forward(shard: EndableShard): void {
    const manager = this.#manager;
    const shardId = shard.id;
    const guarded = (emit: () => void) => {
      try {
        emit();
      } catch (error) {
        this.#report(error);
      }
    };
    shard.on(Events.Closed, (what) => guarded(() => manager.emit(Events.Closed, { ...what, shardId })));
    shard.on(Events.Debug, (what) => guarded(() => manager.emit(Events.Debug, { ...what, shardId })));
    shard.on(Events.Dispatch, (what) => guarded(() => manager.emit(Events.Dispatch, { ...what, shardId })));
    shard.on(Events.Error, (what) => guarded(() => manager.emit(Events.Error, { ...what, shardId })));
    shard.on(Events.HeartbeatComplete, (what) =>
      guarded(() => manager.emit(Events.HeartbeatComplete, { ...what, shardId })),
    );
    shard.on(Events.Hello, () => guarded(() => manager.emit(Events.Hello, { shardId })));
    shard.on(Events.Ready, (what) => guarded(() => manager.emit(Events.Ready, { ...what, shardId })));
    shard.on(Events.Resumed, () => guarded(() => manager.emit(Events.Resumed, { shardId })));
  }
}

/** A shard that can be ended for good. */
class EndableShard extends WebSocketShard {
  readonly #context: EndableContext;
  /** Whether the gateway has said hello on the current connection. */
  #greeted = false;

  constructor(context: EndableContext, id: number) {
    super(context, id);
    this.#context = context;
    this.on(Events.Hello, () => {
      this.#greeted = true;
    });
    this.on(Events.Closed, () => {
      this.#greeted = false;
    });
  }

  /** Ends the connection for good, after its handshake. */
  async end(options?: Omit<WebSocketShardDestroyOptions, 'recover'>): Promise<void> {
    this.#context.end();
    // A connection that has just closed becomes idle in the next turn of the event loop.
    await immediate();
    if (this.status === WebSocketShardStatus.Connecting && !this.#greeted) {
      await new Promise<void>((resolve) => {
        this.once(Events.Hello, () => resolve());
        this.once(Events.Closed, () => resolve());
      });
    }
    await this.destroy(options);
  }
}

class EndableContext extends SimpleContextFetchingStrategy {
  #ended = false;

  end(): void {
    this.#ended = true;
  }

  /** A shard asks for its session before it connects. An ended shard never gets one, so it never connects. */
  override retrieveSessionInfo(id: number): Promise<SessionInfo | null> {
    return this.#ended ? new Promise(() => undefined) : super.retrieveSessionInfo(id);
  }
}
