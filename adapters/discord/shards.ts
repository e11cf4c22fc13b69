import { setImmediate as immediate } from 'node:timers/promises';
import {
  WebSocketShardEvents as Events,
  managerToFetchingStrategyOptions,
  WebSocketShardDestroyRecovery as Recovery,
  type SessionInfo,
  SimpleContextFetchingStrategy,
  SimpleShardingStrategy,
  type WebSocketManager,
  WebSocketShard,
  type WebSocketShardDestroyOptions,
  WebSocketShardStatus,
} from '@discordjs/ws';
import { GatewayOpcodes, type GatewaySendPayload } from 'discord.js';
import { withTimeout } from '../../src/channel/kit/with-timeout.js';

/**
 * Time limits for a gateway that accepts the connection and then says nothing. discord.js's own are 30 and 60
 * s.
 */
const HANDSHAKE_MS = 10_000;
const HELLO_MS = 15_000;

/** How long we wait for a connection to close in order. */
const CLOSE_MS = 2_000;

export interface ShardsOptions {
  /** Called with the errors of handling an event. */
  readonly report: (error: unknown) => void;
  /** Aborts at the end: nothing is connected any more. */
  readonly over: AbortSignal;
  /** How long a heartbeat may stay unacknowledged, in milliseconds. */
  readonly unacknowledgedMs: number;
}

/**
 * The connections to Discord's gateway, like discord.js's own strategy, with five changes:
 * - Errors while an event is handled are reported: discord.js builds its objects there, and an unexpected
 *   payload can fail. Otherwise they would be unhandled rejections and end the process.
 * - A connection that is ended while it waits to reconnect stays ended. discord.js would reconnect anyway.
 * - A login that is under way at the end makes no connection. discord.js would connect once Discord has told where.
 * - A connection is cut off during its handshake before it is ended. discord.js removes its listeners when it ends one,
 *   so the handshake's failure would be an uncaught error.
 * - A connection whose heartbeat is not acknowledged in time is cut off. discord.js notices at the next heartbeat only,
 *   41 s later, and then closes the connection in order, which takes 30 s more if the other side is frozen.
 */
export class Shards extends SimpleShardingStrategy {
  readonly #manager: WebSocketManager;
  readonly #options: ShardsOptions;
  readonly #shards = new Map<number, WatchedShard>();

  constructor(manager: WebSocketManager, options: ShardsOptions) {
    super(manager);
    this.#manager = manager;
    this.#options = options;
  }

  override async spawn(ids: number[]): Promise<void> {
    const options = await managerToFetchingStrategyOptions(this.#manager);
    const bounded = { ...options, handshakeTimeout: HANDSHAKE_MS, helloTimeout: HELLO_MS };
    for (const id of ids) {
      const shard = new WatchedShard(new EndableContext(this.#manager, bounded), id, this.#options);
      this.#forward(shard);
      this.#shards.set(id, shard);
    }
  }

  override async connect(): Promise<void> {
    if (this.#options.over.aborted) return;
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

  #forward(shard: WatchedShard): void {
    const manager = this.#manager;
    const shardId = shard.id;
    const guarded = (emit: () => void) => {
      try {
        emit();
      } catch (error) {
        this.#options.report(error);
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

/** A shard that can be ended for good, and cuts off a connection that no longer receives anything. */
class WatchedShard extends WebSocketShard {
  readonly #context: EndableContext;
  readonly #options: ShardsOptions;
  /** Whether the gateway has said hello on the current connection. */
  #greeted = false;
  #ended = false;
  /** Runs while a heartbeat is not acknowledged. */
  #unacknowledged: NodeJS.Timeout | undefined;

  constructor(context: EndableContext, id: number, options: ShardsOptions) {
    super(context, id);
    this.#context = context;
    this.#options = options;
    this.on(Events.Hello, () => {
      this.#greeted = true;
    });
    this.on(Events.Closed, () => {
      this.#greeted = false;
    });
    this.on(Events.HeartbeatComplete, () => this.#acknowledged());
  }

  override async send(payload: GatewaySendPayload): Promise<void> {
    // A heartbeat can come late, for a connection that has closed.
    if (payload.op === GatewayOpcodes.Heartbeat && this.#greeted) {
      this.#unacknowledged ??= setTimeout(() => this.#giveUp(), this.#options.unacknowledgedMs);
    }
    await super.send(payload);
  }

  /** Closes the connection in order, within bounds. If it will be resumed, it is cut off: the session is kept. */
  override async destroy(options: WebSocketShardDestroyOptions = {}): Promise<void> {
    this.#acknowledged();
    // While a connection waits for an event, ending it would begin another one and then wait without end.
    if (this.#ended && options.recover !== undefined) return;
    const socket = this.#socket();
    const closed = super.destroy(options);
    this.#greeted = false;
    const patienceMs = options.recover === Recovery.Resume ? 0 : CLOSE_MS;
    setTimeout(() => socket?.terminate(), patienceMs).unref();
    await closed;
  }

  /** Ends the connection for good, within bounds. */
  async end(options?: Omit<WebSocketShardDestroyOptions, 'recover'>): Promise<void> {
    this.#context.end();
    // A connection that has just closed becomes idle in the next turn of the event loop.
    await immediate();
    this.#ended = true;
    await withTimeout(CLOSE_MS, this.#close(options));
  }

  async #close(options?: Omit<WebSocketShardDestroyOptions, 'recover'>): Promise<void> {
    if (this.status === WebSocketShardStatus.Connecting && !this.#greeted) {
      const closed = new Promise<void>((resolve) => this.once(Events.Closed, () => resolve()));
      this.#socket()?.terminate();
      await closed;
    }
    await this.destroy(options);
  }

  #acknowledged(): void {
    clearTimeout(this.#unacknowledged);
    this.#unacknowledged = undefined;
  }

  #giveUp(): void {
    const given = { reason: 'A heartbeat was not acknowledged in time', recover: Recovery.Resume };
    this.destroy(given).catch(this.#options.report);
  }

  /** The connection, which discord.js keeps to itself; null if there is none. */
  #socket(): { readonly terminate: () => void } | null {
    const socket: unknown = Reflect.get(this, 'connection');
    return isTerminable(socket) ? socket : null;
  }
}

function isTerminable(socket: unknown): socket is { readonly terminate: () => void } {
  return (
    typeof socket === 'object' &&
    socket !== null &&
    'terminate' in socket &&
    typeof socket.terminate === 'function'
  );
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
