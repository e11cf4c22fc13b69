import { Client, type CloseEvent, Events, GatewayCloseCodes, type Interaction } from 'discord.js';
import type { Logger } from 'pino';
import type { Agent } from 'undici';
import type { Health } from '../../src/channel/adapter.js';
import { type BackoffOptions, createBackoff } from '../../src/channel/kit/backoff.js';
import { pause } from '../../src/channel/kit/pause.js';
import { withTimeout } from '../../src/channel/kit/with-timeout.js';
import { causeOf } from '../../src/log.js';
import { NOTHING_CACHED } from './caches.js';
import { refusesToken } from './failure.js';
import { Shards } from './shards.js';

export interface GatewayOptions {
  readonly token: string;
  readonly apiRoot: string;
  readonly agent: Agent;
  readonly log: Logger;
  /** The backoff between connections. */
  readonly backoff: BackoffOptions;
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

/** How long we wait for the connection to close in order. */
const FAREWELL_MS = 2_000;

/** The REST client keeps a queue for each webhook token. Idle queues are removed this often. */
const SWEEP_MS = 60_000;

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

  /** Connects and stays connected. Resolves with the reason for the end, or null if the signal aborted. */
  async function connect(signal: AbortSignal, isHeld: () => boolean): Promise<string | null> {
    const over = new AbortController();
    const client = new Client({
      intents: [],
      shards: 'auto',
      allowedMentions: { parse: [] },
      makeCache: NOTHING_CACHED,
      rest: {
        api: options.apiRoot,
        agent: options.agent,
        handlerSweepInterval: SWEEP_MS,
        // This client answers taps and little else, and answers are not bound to the bot's 50 requests a second:
        // https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
        globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      },
      ws: {
        buildStrategy: (manager) =>
          new Shards(
            manager,
            (error) => log.error(causeOf(error), 'a gateway event could not be handled'),
            over.signal,
          ),
      },
    });
    const away = new Set<number>();
    const back = (shard: number) => {
      away.delete(shard);
      if (away.size === 0 && client.isReady() && !over.signal.aborted) become({ ok: true });
    };
    client.on(Events.Error, (error) => log.error(causeOf(error), 'discord.js failed'));
    client.on(Events.ShardError, (error) => log.warn(causeOf(error), 'a gateway connection failed'));
    client.on(Events.ShardReconnecting, (shard) => {
      if (over.signal.aborted) return;
      away.add(shard);
      become({ ok: false, code: client.isReady() ? 'discord-reconnecting' : 'discord-connecting' });
    });
    client.on(Events.ShardResume, back);
    client.on(Events.ShardReady, back);
    client.on(Events.InteractionCreate, (interaction) => {
      if (!over.signal.aborted && isHeld()) options.onInteraction(interaction);
    });
    client.once(Events.ClientReady, () => {
      become({ ok: true });
      options.onReady(over.signal);
    });
    try {
      return await new Promise<string | null>((resolve) => {
        signal.addEventListener('abort', () => resolve(null), { signal: over.signal });
        client.on(Events.ShardDisconnect, (event) => resolve(closeReason(event)));
        client.login(options.token).catch((error: unknown) => {
          log.warn(causeOf(error), 'the login to Discord failed');
          resolve(refusesToken(error) ? 'discord-token-refused' : 'discord-away');
        });
      });
    } finally {
      over.abort();
      const left = client.destroy().catch((error: unknown) => {
        log.warn(causeOf(error), 'a gateway connection could not be closed in order');
      });
      await withTimeout(FAREWELL_MS, left);
    }
  }

  return {
    health: () => health,
    async run(signal, isHeld) {
      const backoff = createBackoff(options.backoff);
      become({ ok: false, code: 'discord-connecting' });
      while (!signal.aborted) {
        const began = performance.now();
        const reason = await connect(signal, isHeld);
        if (reason === null) break;
        become({ ok: false, code: reason });
        if (performance.now() - began > HELD_MS) backoff.reset();
        await pause(backoff.next(), signal);
      }
      health = { ok: true };
    },
  };
}

/** Why Discord closed a connection that discord.js will not reopen. */
function closeReason({ code }: CloseEvent): string {
  return code === GatewayCloseCodes.AuthenticationFailed ? 'discord-token-refused' : `discord-closed-${code}`;
}
