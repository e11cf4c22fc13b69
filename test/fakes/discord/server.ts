import { StoppableServer } from '../stoppable-server.js';
import { DirectMessages } from './direct.js';
import { Faults } from './faults.js';
import { Gateway } from './gateway.js';
import { Interactions } from './interactions.js';
import { Messages } from './messages.js';
import { Person, type PersonOptions, type Place, place } from './people.js';
import { RateLimits } from './rate-limits.js';
import { type PortalSettings, type Registry, restApi } from './rest.js';
import { snowflake } from './snowflake.js';

export interface FakeDiscordOptions {
  /** The deadline for an interaction's first answer; Discord's is 3 s. */
  readonly deadlineMs?: number;
  /** How long an interaction's token is valid; Discord's is 15 minutes. */
  readonly tokenLifeMs?: number;
  readonly heartbeatMs?: number;
}

/** A fake Discord: REST API, gateway, and the people who use it. */
export class FakeDiscord {
  readonly applicationId = snowflake();
  /** The bot's token; set another value to make the bot's token invalid. */
  token = 'not-a-real-token.for.tests-only';
  readonly faults = new Faults();
  readonly limits = new RateLimits();
  readonly messages = new Messages();
  readonly direct = new DirectMessages(this.messages);
  readonly interactions: Interactions;
  readonly portal: PortalSettings = {
    interactions_endpoint_url: null,
    bot_public: true,
    integration_types_config: { 0: {}, 1: {} },
  };
  readonly gateway: Gateway;
  readonly registry: Registry;
  /** Every request, in order: `POST /interactions/:id/:token/callback`. */
  readonly requests: string[];
  readonly #bot = { id: snowflake(), username: 'petition', discriminator: '0', bot: true, avatar: null };
  readonly #places = new Map<string, Place>();
  readonly #server: StoppableServer;

  constructor(options: FakeDiscordOptions) {
    const { deadlineMs = 3000, tokenLifeMs = 900_000, heartbeatMs = 41_250 } = options;
    this.interactions = new Interactions(this.messages, deadlineMs, tokenLifeMs);
    this.gateway = new Gateway({
      token: () => this.token,
      url: () => this.#gatewayUrl,
      heartbeatMs,
      ready: () => ({
        user: this.#bot,
        application: { id: this.applicationId, flags: 0 },
        guilds: [...this.#places.values()].flatMap(({ guildId, botSees }) =>
          guildId !== null && botSees ? [{ id: guildId, unavailable: true }] : [],
        ),
        shard: [0, 1],
      }),
    });
    const { app, registry, requests } = restApi({
      token: () => this.token,
      applicationId: this.applicationId,
      bot: this.#bot,
      gatewayUrl: () => this.#gatewayUrl,
      interactions: this.interactions,
      messages: this.messages,
      direct: this.direct,
      faults: this.faults,
      limits: this.limits,
      portal: this.portal,
      isOfServer: (channelId) => this.#places.has(channelId),
      botSees: (channelId) => this.#places.get(channelId)?.botSees ?? false,
      botWrites: (channelId) => this.#places.get(channelId)?.botWrites ?? false,
    });
    this.registry = registry;
    this.requests = requests;
    this.#server = new StoppableServer(app);
    this.#server.onUpgrade((...handshake) => this.gateway.upgrade(...handshake));
  }

  get apiRoot(): string {
    return `http://${this.#server.host}/api`;
  }

  get #gatewayUrl(): string {
    return `ws://${this.#server.host}`;
  }

  /** Starts listening; after a stop, on the same port. */
  arrive(): Promise<void> {
    return this.#server.arrive();
  }

  /** Stops: cuts connections and refuses new ones. */
  leave(): Promise<void> {
    return this.#server.leave();
  }

  /** A channel in a server of which the bot is a member; in a new server, or in one that is there already. */
  server(guildId?: string | null): Place {
    const fresh = place('server');
    const made = { ...fresh, guildId: guildId ?? fresh.guildId };
    this.#places.set(made.channelId, made);
    return made;
  }

  /** The place of a channel in a server. */
  place(channelId: string): Place {
    const found = this.#places.get(channelId);
    if (found === undefined) throw new Error('there is no such channel');
    return found;
  }

  person(options: PersonOptions = {}): Person {
    const { applicationId, interactions, messages } = this;
    const dispatch = (event: string, data: object) => this.gateway.dispatch(event, data);
    const person = new Person({ applicationId, bot: this.#bot, interactions, messages, dispatch }, options);
    this.direct.add(person);
    return person;
  }

  async stop(): Promise<void> {
    this.gateway.stop();
    this.interactions.stop();
    await this.leave();
  }
}

/** Starts a fake Discord on a free port. */
export async function startDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const discord = new FakeDiscord(options);
  await discord.arrive();
  return discord;
}
