import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { StoppableServer } from '../stoppable-server.js';
import { violationsOf } from './bot-api.js';
import { Chats } from './chats.js';
import { Clock } from './clock.js';
import { type Fault, Faults } from './faults.js';
import { InlineQueries } from './inline.js';
import { METHODS, readPoll, type World } from './methods.js';
import { Group, Person, type PersonOptions } from './people.js';
import { Presses } from './presses.js';
import { Profile } from './profile.js';
import { RateLimits } from './rate-limits.js';
import { CommandError } from './refusal.js';
import { type Update, Updates } from './updates.js';
import { Webhook } from './webhook.js';

export interface FakeTelegramOptions {
  /** How long a press can be answered, in ms. */
  readonly pressLifeMs?: number;
  /** The delay before an update is redelivered to the webhook, in ms; Telegram's is about 2 s. */
  readonly retryMs?: number;
  /** Whether inline mode is on at @BotFather; it is off by default. */
  readonly inline?: boolean;
  /** The bot's username. */
  readonly username?: string;
  /** The id of the first person; the next people get the next ids. */
  readonly firstPersonId?: number;
}

/** A call that the bot made. */
export interface Call {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Whether it came as a request, or in the answer to a webhook delivery. */
  readonly via: 'request' | 'webhook';
  readonly at: number;
}

/** A fake Telegram: the Bot API, and the people who use it. See README.md. */
export class FakeTelegram {
  /** Set another value to make the bot's token invalid. */
  token = '1234567890:not-a-real-token_for-tests-only';
  readonly username: string;
  readonly clock = new Clock();
  readonly faults = new Faults();
  readonly limits = new RateLimits(this.clock);
  readonly chats = new Chats(this.clock);
  readonly calls: Call[] = [];
  /** What was wrong with calls by the Bot API's own description. */
  readonly violations: string[] = [];
  readonly world: World;
  readonly #server: StoppableServer;
  #nextPerson: number;
  #nextGroup = -1_001_000_000_000;

  constructor(options: FakeTelegramOptions = {}) {
    const updates = new Updates();
    this.username = options.username ?? 'petition_test_bot';
    this.#nextPerson = options.firstPersonId ?? 5_000_000_001;
    this.world = {
      bot: {
        id: 1234567890,
        is_bot: true,
        first_name: 'Petition',
        username: this.username,
        can_join_groups: true,
        supports_inline_queries: options.inline ?? false,
      },
      chats: this.chats,
      inline: new InlineQueries(),
      presses: new Presses(this.clock, options.pressLifeMs ?? 15_000),
      profile: new Profile(),
      updates,
      webhook: new Webhook(updates, (call) => this.#applyMove(call), options.retryMs ?? 100),
    };
    this.#server = new StoppableServer((request, response) => void this.#serve(request, response));
  }

  static async start(options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
    const telegram = new FakeTelegram(options);
    await telegram.comeBack();
    return telegram;
  }

  get apiRoot(): string {
    return `http://${this.#server.host}`;
  }

  person(options: PersonOptions = {}): Person {
    const id = this.#nextPerson;
    this.#nextPerson += 1;
    return new Person(this, this.chats.add('private', id), options);
  }

  group(): Group {
    this.#nextGroup -= 1;
    return new Group(this, this.chats.add('group', this.#nextGroup));
  }

  /** Makes an update and sends it if the bot asked for its kind. */
  happens(content: Readonly<Record<string, unknown>>): Update {
    const update = { update_id: this.world.updates.nextId(), ...content };
    const { allowed } = this.world.updates;
    if (allowed === null || Object.keys(content).some((kind) => allowed.includes(kind))) this.deliver(update);
    return update;
  }

  /** Sends an update. An update that was sent before is a redelivery. */
  deliver(update: Update): void {
    this.world.updates.push(update);
    this.world.webhook.push(update);
  }

  /** The bot's requests, except `getUpdates`. */
  requests(): Call[] {
    return this.calls.filter(({ method, via }) => via === 'request' && method !== 'getUpdates');
  }

  /** Stops, and cuts every connection. */
  goAway(): Promise<void> {
    return this.#server.leave();
  }

  /** Listens again, on the same port. */
  comeBack(): Promise<void> {
    return this.#server.arrive();
  }

  async stop(): Promise<void> {
    this.world.webhook.end();
    await this.goAway();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    let params: Record<string, unknown>;
    try {
      params = await paramsOf(request);
    } catch {
      return;
    }
    if (token === undefined || method === undefined) {
      answer(response, new CommandError(404, 'Not Found'));
      return;
    }
    this.calls.push({ method, params, via: 'request', at: this.clock.now() });
    this.violations.push(...violationsOf(method, params));
    const chat =
      typeof params.chat_id === 'number' || typeof params.chat_id === 'string'
        ? Number(params.chat_id)
        : null;
    const fault = this.faults.meet(method, chat);
    if (fault !== null && fault.kind !== 'lose-answer') {
      this.#goWrong(fault, chat, request, response);
      return;
    }
    try {
      if (token !== this.token) throw new CommandError(401, 'Unauthorized');
      if (method !== 'getUpdates') this.limits.count(chat);
      const result =
        method === 'getUpdates' ? await this.#poll(params, response) : this.#call(method, params);
      if (fault !== null) request.socket.destroy();
      else answer(response, { ok: true, result });
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      if (error.retryAfter !== undefined) this.limits.close(chat, error.retryAfter);
      answer(response, error);
    }
  }

  #call(method: string, params: unknown): unknown {
    const known = METHODS[method];
    if (known === undefined) throw new CommandError(404, 'Not Found: method not found');
    return known(this.world, params);
  }

  #poll(params: unknown, response: ServerResponse): Promise<readonly Update[]> {
    const { offset, limit, timeout } = readPoll(this.world, params);
    const { result, abandon } = this.world.updates.poll(offset, limit, timeout);
    response.on('close', abandon);
    return result;
  }

  /** Carries out a call in the answer to a webhook delivery. The bot does not learn its result. */
  #applyMove({ method, ...params }: Readonly<Record<string, unknown>>): void {
    this.calls.push({ method: String(method), params, via: 'webhook', at: this.clock.now() });
    this.violations.push(...violationsOf(String(method), params));
    try {
      this.#call(String(method), params);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
    }
  }

  #goWrong(
    fault: Exclude<Fault, { kind: 'lose-answer' }>,
    chat: number | null,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    switch (fault.kind) {
      case 'hang':
        return;
      case 'drop':
        request.socket.destroy();
        return;
      case 'page':
        response.writeHead(fault.status, { 'content-type': 'text/html' });
        response.end(`<html><body><h1>${fault.status}</h1></body></html>`);
        return;
      case 'body':
        response.writeHead(200, { 'content-type': 'application/json' }).end(fault.body);
        return;
      case 'error':
        answer(response, new CommandError(fault.status, fault.description));
        return;
      case 'moved':
        answer(
          response,
          new CommandError(
            400,
            'Bad Request: group chat was upgraded to a supergroup chat',
            undefined,
            fault.to,
          ),
        );
        return;
      case 'limited':
        this.limits.close(chat, fault.seconds);
        answer(
          response,
          new CommandError(429, `Too Many Requests: retry after ${fault.seconds}`, fault.seconds),
        );
    }
  }
}

/** The parameters of a call, as JSON or, with a file, as a form: of a file we keep what it is. */
async function paramsOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const body = await buffer(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) return body.length === 0 ? {} : JSON.parse(body.toString());
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  // telegraf names the method once more in its forms; Telegram takes that.
  form.delete('method');
  return Object.fromEntries(
    [...form].map(([name, value]) => [
      name,
      typeof value === 'string'
        ? /^-?\d+$/.test(value)
          ? Number(value)
          : value
        : { name: value.name, size: value.size, type: value.type },
    ]),
  );
}

function answer(
  response: ServerResponse,
  content: CommandError | { readonly ok: true; readonly result: unknown },
): void {
  const body =
    content instanceof CommandError
      ? {
          ok: false,
          error_code: content.status,
          description: content.description,
          ...(content.retryAfter === undefined ? {} : { parameters: { retry_after: content.retryAfter } }),
          ...(content.migrateTo === undefined
            ? {}
            : { parameters: { migrate_to_chat_id: content.migrateTo } }),
        }
      : content;
  response.writeHead(content instanceof CommandError ? content.status : 200, {
    'content-type': 'application/json',
  });
  response.end(JSON.stringify(body));
}
