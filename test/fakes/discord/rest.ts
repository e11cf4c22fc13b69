import express, { type Express, type Response } from 'express';
import type { DirectMessages } from './direct.js';
import type { Faults } from './faults.js';
import {
  type CommandError,
  type Interactions,
  MISSING_ACCESS,
  MISSING_PERMISSIONS,
  UNKNOWN_MESSAGE,
} from './interactions.js';
import { type CommandData, commandsSchema, EPHEMERAL, messageSchema, problemsOf } from './limits.js';
import { type Messages, type StoredMessage, wireMessage } from './messages.js';
import type { RateLimits } from './rate-limits.js';
import { snowflake } from './snowflake.js';

export interface RestOptions {
  readonly token: () => string;
  readonly applicationId: string;
  readonly bot: object;
  readonly gatewayUrl: () => string;
  readonly interactions: Interactions;
  readonly messages: Messages;
  readonly direct: DirectMessages;
  readonly faults: Faults;
  readonly limits: RateLimits;
  readonly portal: PortalSettings;
  /** Whether a channel belongs to a server; else it is a direct message. */
  readonly isOfServer: (channelId: string) => boolean;
  /** Whether the bot is a member who sees this channel. */
  readonly botSees: (channelId: string) => boolean;
  /** Whether it may write there of itself. */
  readonly botWrites: (channelId: string) => boolean;
}

/** The registered commands, and how often the bot wrote them. */
export interface Registry {
  commands: (CommandData & { readonly id: string })[];
  writes: number;
  /** If true, Discord takes descriptions only in the languages of its apps: not in Arabic or Hebrew. */
  onlyAppLanguages: boolean;
}

/** What the developer portal says of the application. */
export interface PortalSettings {
  interactions_endpoint_url: string | null;
  bot_public: boolean;
  /** The install contexts by number: 0 for servers, 1 for people. */
  integration_types_config: Record<string, object>;
}

/** The part of Discord's REST API that this bot uses. */
export function restApi(options: RestOptions): { app: Express; registry: Registry; requests: string[] } {
  const { interactions, messages } = options;
  const registry: Registry = { commands: [], writes: 0, onlyAppLanguages: false };
  const requests: string[] = [];
  const app = express();
  app.use(express.json({ limit: '1mb' }));
  const api = express.Router();
  app.use('/api/v10', api);

  const refuse = (response: Response, { status, code, message }: CommandError) =>
    response.status(status).json({ code, message });

  api.use((request, _response, next) => {
    requests.push(`${request.method} ${request.path.replace(/\/\d{17,20}\/[\w-]{40,}/, '/:id/:token')}`);
    next();
  });
  api.use(options.faults.middleware);
  api.use(options.limits.middleware);

  api.post('/interactions/:id/:token/callback', (request, response) => {
    const { id, token } = request.params;
    const refusal = interactions.acknowledge(id, token, request.body);
    if (refusal !== null) return refuse(response, refusal);
    const original = interactions.originalOf(token);
    if (request.query.with_response !== 'true') return response.status(204).end();
    return response.json({
      interaction: { id, type: 2 },
      ...(original === null ? {} : { resource: { type: 4, message: wireMessage(original, options.bot) } }),
    });
  });
  const sendStored = (response: Response, outcome: StoredMessage | CommandError) =>
    'status' in outcome ? refuse(response, outcome) : response.json(wireMessage(outcome, options.bot));
  api.post('/webhooks/:application/:token', (request, response) => {
    sendStored(response, interactions.follow(request.params.token, request.body));
  });
  api.get('/webhooks/:application/:token/messages/:message', (request, response) => {
    sendStored(response, interactions.read(request.params.token, request.params.message));
  });
  api.patch('/webhooks/:application/:token/messages/:message', (request, response) => {
    sendStored(response, interactions.edit(request.params.token, request.params.message, request.body));
  });

  // The routes below need the bot's token.
  api.use((request, response, next) => {
    if (request.headers.authorization === `Bot ${options.token()}`) return next();
    return refuse(response, { status: 401, code: 0, message: '401: Unauthorized' });
  });

  api.get('/gateway/bot', (_request, response) => {
    const session_start_limit = { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 };
    response.json({ url: options.gatewayUrl(), shards: 1, session_start_limit });
  });
  api.get('/users/@me', (_request, response) => response.json(options.bot));
  api.get('/applications/@me', (_request, response) => {
    response.json({ id: options.applicationId, name: 'Petition', bot: options.bot, ...options.portal });
  });
  api.get('/applications/:id/commands', (request, response) => {
    if (request.params.id !== options.applicationId) return refuse(response, MISSING_ACCESS);
    return response.json(registry.commands.map((one) => stored(one, options.applicationId)));
  });
  api.put('/applications/:id/commands', (request, response) => {
    if (request.params.id !== options.applicationId) return refuse(response, MISSING_ACCESS);
    const parsed = commandsSchema.safeParse(request.body);
    if (!parsed.success) {
      return refuse(response, { status: 400, code: 50035, message: problemsOf(parsed.error) });
    }
    if (registry.onlyAppLanguages && /"(?:ar|he)":/.test(JSON.stringify(parsed.data))) {
      return refuse(response, { status: 400, code: 50035, message: 'Invalid Form Body' });
    }
    registry.writes += 1;
    registry.commands = parsed.data.map((one) => ({
      ...one,
      id: registry.commands.find(({ name }) => name === one.name)?.id ?? snowflake(),
    }));
    return response.json(registry.commands.map((one) => stored(one, options.applicationId)));
  });

  api.post('/users/@me/channels', (request, response) => {
    const outcome = options.direct.open(request.body?.recipient_id);
    return 'status' in outcome ? refuse(response, outcome) : response.json(outcome);
  });
  /** The bot's own message in a channel of a server. One with the nonce of an earlier one is not sent again. */
  const postIn = (channel: string, body: unknown): StoredMessage | CommandError => {
    if (!options.botSees(channel)) return MISSING_ACCESS;
    if (!options.botWrites(channel)) return MISSING_PERMISSIONS;
    const parsed = messageSchema.safeParse(body);
    if (!parsed.success) return { status: 400, code: 50035, message: problemsOf(parsed.error) };
    const { nonce, enforce_nonce } = parsed.data;
    const earlier = messages.inChannel(channel).find(({ data }) => enforce_nonce && data.nonce === nonce);
    return earlier ?? messages.add(channel, '', parsed.data);
  };
  api.post('/channels/:channel/messages', (request, response) => {
    const { channel } = request.params;
    const ofServer = options.isOfServer(channel);
    sendStored(
      response,
      ofServer ? postIn(channel, request.body) : options.direct.send(channel, request.body),
    );
  });
  api.patch('/channels/:channel/messages/:message', (request, response) => {
    const { channel, message: id } = request.params;
    if (!options.botSees(channel)) return refuse(response, MISSING_ACCESS);
    const message = messages.find(id);
    const own = message !== undefined && message.channelId === channel && !isEphemeral(message);
    if (!own) return refuse(response, UNKNOWN_MESSAGE);
    const body: unknown = request.body;
    const flags = { flags: message.data.flags };
    const parsed = messageSchema.safeParse(body instanceof Object ? { ...flags, ...body } : body);
    if (!parsed.success) {
      return refuse(response, { status: 400, code: 50035, message: problemsOf(parsed.error) });
    }
    messages.change(message, parsed.data);
    message.edits.push(Date.now());
    return response.json(wireMessage(message, options.bot));
  });

  api.use((_request, response) => response.status(404).json({ message: '404: Not Found', code: 0 }));
  return { app, registry, requests };
}

/** A command as Discord returns it: with extra fields, and without fields that have the default value. */
function stored(command: CommandData & { readonly id: string }, applicationId: string): object {
  return {
    application_id: applicationId,
    version: command.id,
    name_localizations: null,
    nsfw: false,
    ...command,
    // Written as a number, given back as a text.
    default_member_permissions: command.default_member_permissions?.toString() ?? null,
    options: command.options?.map((option) => ({ name_localizations: null, ...option })),
  };
}

function isEphemeral({ data }: StoredMessage): boolean {
  return ((data.flags ?? 0) & EPHEMERAL) !== 0;
}
