import { Client, type CloseEvent, Events, GatewayCloseCodes, type Interaction } from 'discord.js';
import type { Logger } from 'pino';
import type { Health } from '../../src/channel/adapter.js';
import { type BackoffOptions, createBackoff } from '../../src/channel/kit/backoff.js';
import { pause } from '../../src/channel/kit/pause.js';
import { causeOf } from '../../src/log.js';
import { NOTHING_CACHED } from './caches.js';
import { refusesToken, retryAfterMs } from './failure.js';
import { Presence } from './presence.js';
import type { Connections } from './rest.js';
import { Shards } from './shards.js';

/** How long the gateway may leave us without an answer, in milliseconds. */
export interface GatewayPatience {
  /**
   * How long a shard may be away, without one coming back in between. Then we give up the session and begin a new one:
   * discord.js tries to resume without end, also at an address that never lets it in.
   */
  readonly awayMs: number;
  /** How long a heartbeat may stay unacknowledged. Discord acknowledges within milliseconds. */
  readonly unacknowledgedMs: number;
}

export interface GatewayOptions {
  readonly token: string;
  readonly apiRoot: string;
  readonly way: Connections;
  readonly log: Logger;
  /** The backoff between connections. */
  readonly backoff: BackoffOptions;
  readonly patience: GatewayPatience;
  /** Called with every event as it came, before discord.js handles it. */
  readonly onPacket: (packet: unknown) => void;
  readonly onInteraction: (interaction: Interaction) => void;
  /** Called when the bot is connected. The signal aborts when it no longer is. */
  readonly onReady: (signal: AbortSignal) => void;
}

export interface Gateway {
  health(): Health;
  /**
   * Stays connected until the signal aborts, and reconnects after every failure. Never rejects.
   * @param isHeld whether this process still holds the lease; asked for every interaction
   */
  run(signal: AbortSignal, isHeld: () => boolean): Promise<void>;
}

/** A connection that lasted this long was good: the backoff starts again. */
const HELD_MS = 60_000;

/** The REST client keeps a queue for each webhook token. Idle queues are removed this often. */
const SWEEP_MS = 60_000;

/** Why a client's connections ended. */
interface Ended {
  /** For `health`. */
  readonly code: string;
  /** How long to wait at least before the next client, in milliseconds. */
  readonly waitMs: number;
  /** How long every shard was connected, from the first such moment to the last, in milliseconds. */
  readonly heldMs: number;
}

/** Keeps the bot connected to Discord's gateway. */
export function createGateway(options: GatewayOptions): Gateway {
  const { log } = options;
  // A process that waits for the lease is healthy.
  let health: Health = { ok: true };

  function become(next: Health): void {
    const changed = JSON.stringify(next) !== JSON.stringify(health);
    health = next;
    if (!changed) return;
    if (next.ok) log.info('connected to Discord');
    else log.warn({ code: next.code }, 'not connected to Discord');
  }

  /** Connects and stays connected. Resolves with why it ended, or null if the signal aborted. */
  async function connect(signal: AbortSignal, isHeld: () => boolean): Promise<Ended | null> {
    const over = new AbortController();
    const client = new Client({
      intents: [],
      shards: 'auto',
      allowedMentions: { parse: [] },
      makeCache: NOTHING_CACHED,
      rest: {
        api: options.apiRoot,
        ...options.way.rest,
        handlerSweepInterval: SWEEP_MS,
        // A login does not wait for the end of a rate limit: `run` does, and can stop waiting.
        rejectOnRateLimit: ['/gateway/bot'],
        // This client answers taps and little else, and answers are not bound to the bot's 50 requests a second:
        // https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
        globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      },
      ws: {
        buildStrategy: (manager) =>
          new Shards(manager, {
            report: (error) => log.error(causeOf(error), 'a gateway event could not be handled'),
            over: over.signal,
            unacknowledgedMs: options.patience.unacknowledgedMs,
          }),
      },
    });
    const presence = new Presence(options.patience.awayMs);
    const back = (shard: number) => {
      if (over.signal.aborted) return;
      presence.back(shard);
      if (client.isReady() && presence.complete()) become({ ok: true });
    };
    client.on(Events.Error, (error) => log.error(causeOf(error), 'discord.js failed'));
    client.on(Events.ShardError, (error) => {
      if (!over.signal.aborted) log.warn(causeOf(error), 'a gateway connection failed');
    });
    client.on(Events.ShardReconnecting, (shard) => {
      if (over.signal.aborted) return;
      presence.away(shard);
      become({ ok: false, code: client.isReady() ? 'discord-reconnecting' : 'discord-connecting' });
    });
    client.on(Events.ShardResume, back);
    client.on(Events.ShardReady, back);
    client.on(Events.Raw, options.onPacket);
    client.on(Events.InteractionCreate, (interaction) => {
      if (!over.signal.aborted && isHeld()) options.onInteraction(interaction);
    });
    client.once(Events.ClientReady, () => {
      if (presence.complete()) become({ ok: true });
      options.onReady(over.signal);
    });
    try {
      return await new Promise<Ended | null>((resolve) => {
        const end = (code: string, waitMs = 0) => resolve({ code, waitMs, heldMs: presence.heldMs });
        signal.addEventListener('abort', () => resolve(null), { signal: over.signal });
        presence.onLost(() => {
          log.warn('the connection to Discord did not come back in time: the bot begins a new session');
          end(client.isReady() ? 'discord-reconnecting' : 'discord-connecting');
        });
        client.on(Events.ShardDisconnect, (event) => end(closeReason(event)));
        client.login(options.token).catch((error: unknown) => {
          log.warn(causeOf(error), 'the login to Discord failed');
          end(refusesToken(error) ? 'discord-token-refused' : 'discord-away', retryAfterMs(error));
        });
      });
    } finally {
      over.abort();
      presence.end();
      await client.destroy().catch((error: unknown) => {
        log.warn(causeOf(error), 'a gateway connection could not be closed in order');
      });
    }
  }

  return {
    health: () => health,
    async run(signal, isHeld) {
      const backoff = createBackoff(options.backoff);
      become({ ok: false, code: 'discord-connecting' });
      while (!signal.aborted) {
        const ended = await connect(signal, isHeld);
        if (ended === null) break;
        become({ ok: false, code: ended.code });
        if (ended.heldMs > HELD_MS) backoff.reset();
        await pause(Math.max(backoff.next(), ended.waitMs), signal);
      }
      health = { ok: true };
    },
  };
}

/** Why Discord closed a connection that discord.js will not reopen. */
function closeReason({ code }: CloseEvent): string {
  return code === GatewayCloseCodes.AuthenticationFailed ? 'discord-token-refused' : `discord-closed-${code}`;
}
