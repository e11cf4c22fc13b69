import express from 'express';
import { StoppableServer } from '../stoppable-server.js';
import { Deliveries } from './delivery.js';
import { Faults } from './faults.js';
import { Files } from './files.js';
import { HttpDoor } from './http-door.js';
import { slackId } from './ids.js';
import { Messages } from './messages.js';
import { Person } from './people.js';
import { RateLimits } from './rate-limits.js';
import { ResponseUrls } from './response-urls.js';
import { SocketMode } from './socket-mode.js';
import { Taps } from './taps.js';
import { Views } from './views.js';
import { type Grants, webApi } from './web-api.js';
import { type Channel, type ChannelOptions, Workspace } from './workspace.js';
import type { World } from './world.js';

export interface FakeSlackOptions {
  /** How long the app may take to acknowledge, and how long a trigger is valid; Slack's is 3 s. */
  readonly deadlineMs?: number;
  /** The delay before each redelivery of an event; Slack's: nearly none, 1 min, 5 min. */
  readonly retryAfterMs?: readonly number[];
  /** How long a person waits to see something after the app has accepted their act. */
  readonly patienceMs?: number;
  readonly pingMs?: number;
}

export interface PersonOptions {
  /** The name in the profile. */
  readonly name?: string;
  /** The handle in commands and presses; made from the name if left out. */
  readonly handle?: string;
  readonly locale?: string;
}

/** A fake Slack: Web API, response URLs, signed requests, Socket Mode, and the people who use it. */
export class FakeSlack {
  readonly workspace = new Workspace();
  /** The valid tokens; change one to make the app's token invalid. */
  readonly grants: Grants = {
    botToken: 'xoxb-not-a-real-token',
    appToken: 'xapp-not-a-real-token',
    scopes: [
      'commands',
      'chat:write',
      'im:history',
      'im:write',
      'channels:read',
      'groups:read',
      'files:write',
    ],
    hidesScopes: false,
    appScopes: ['connections:write'],
    refuseTokensWith: null,
  };
  signingSecret = 'not-a-real-signing-secret';
  readonly faults = new Faults();
  readonly limits = new RateLimits();
  readonly messages: Messages;
  readonly views: Views;
  readonly files = new Files();
  readonly taps: Taps;
  readonly responseUrls: ResponseUrls;
  readonly socket: SocketMode;
  readonly deliveries: Deliveries;
  /** Every call of the Web API, in order, by its method. */
  readonly requests: string[] = [];
  readonly #deadlineMs: number;
  readonly #server: StoppableServer;
  #door: HttpDoor | null = null;
  #ahead = 0;

  constructor(options: FakeSlackOptions) {
    const { deadlineMs = 3000, retryAfterMs = [100, 60_000, 300_000] } = options;
    const { patienceMs = 5000, pingMs = 10_000 } = options;
    const now = () => Date.now() + this.#ahead;
    this.#deadlineMs = deadlineMs;
    this.messages = new Messages(now);
    this.views = new Views(this.workspace, now);
    this.taps = new Taps(patienceMs);
    this.responseUrls = new ResponseUrls(this.messages, this.taps, now, this.workspace.botUserId);
    this.socket = new SocketMode({ appId: this.workspace.appId, deadlineMs, pingMs });
    this.deliveries = new Deliveries(() => this.#door ?? this.socket, retryAfterMs);
    this.#server = new StoppableServer(this.#routes());
    this.#server.onUpgrade((...handshake) => this.socket.upgrade(...handshake));
  }

  #routes() {
    const app = express();
    app.use(this.faults.middleware);
    app.use(express.urlencoded({ extended: false, limit: '1mb' }), express.json({ limit: '1mb' }));
    app.use('/api', webApi(this.#world, this.grants, this.limits, this.requests));
    app.post('/actions/:token', this.responseUrls.handle);
    app.post(
      '/upload/v1/:file',
      express.raw({ type: () => true, limit: '20mb' }),
      async (request, response) => {
        const content = await uploaded(request.body, request.headers['content-type']);
        const taken = this.files.receive(request.params.file, content);
        response.status(taken ? 200 : 400).send(taken ? `OK - ${content.length}` : 'mismatched length');
      },
    );
    return app;
  }

  get #world(): World {
    const { workspace, messages, views, files, taps, socket } = this;
    return { workspace, messages, views, files, taps, socket, origin: () => this.#origin };
  }

  get #origin(): string {
    return `http://${this.#server.host}`;
  }

  /** What `SLACK_API_ROOT` is set to. */
  get apiRoot(): string {
    return `${this.#origin}/api/`;
  }

  get teamId(): string {
    return this.workspace.teamId;
  }

  get botToken(): string {
    return this.grants.botToken;
  }

  get appToken(): string {
    return this.grants.appToken;
  }

  /** Delivers everything by signed requests to this address from now on, instead of Socket Mode. */
  deliverTo(url: string): HttpDoor {
    this.#door = new HttpDoor(url, () => this.signingSecret, this.#deadlineMs);
    return this.#door;
  }

  /** The app's address, for requests that Slack would not send. */
  get door(): HttpDoor {
    if (this.#door === null) throw new Error('everything goes by Socket Mode');
    return this.#door;
  }

  /** Skips time for response URLs and triggers. */
  pass(time: { readonly minutes?: number; readonly seconds?: number }): void {
    const { minutes = 0, seconds = 0 } = time;
    this.#ahead += (minutes * 60 + seconds) * 1000;
  }

  channel(options: ChannelOptions = {}): Channel {
    return this.workspace.addChannel(options);
  }

  person(options: PersonOptions = {}): Person {
    const { name = 'Amina Haddad', locale = 'en-US' } = options;
    const { handle = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '.') } = options;
    const profile = { id: slackId('U'), handle, displayName: name, locale };
    this.workspace.people.set(profile.id, profile);
    const { deliveries, responseUrls } = this;
    return new Person({ ...this.#world, deliveries, responseUrls }, profile);
  }

  /** Starts listening; after a stop, on the same port. */
  arrive(): Promise<void> {
    return this.#server.arrive();
  }

  /** Stops: cuts connections and refuses new ones. */
  leave(): Promise<void> {
    return this.#server.leave();
  }

  async stop(): Promise<void> {
    this.deliveries.stop();
    this.taps.stop();
    this.socket.stop();
    await this.leave();
  }
}

/** The bytes of an upload: the raw body, or the only file of a form. */
async function uploaded(body: unknown, contentType = ''): Promise<Buffer> {
  if (!Buffer.isBuffer(body)) return Buffer.alloc(0);
  if (!contentType.startsWith('multipart/')) return body;
  const form = await new Response(new Uint8Array(body), {
    headers: { 'Content-Type': contentType },
  }).formData();
  const file = [...form.values()].find((one) => typeof one !== 'string');
  return file === undefined ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer());
}

/** Starts a fake Slack on a free port. */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const slack = new FakeSlack(options);
  await slack.arrive();
  return slack;
}
