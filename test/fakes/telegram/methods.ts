import { z } from 'zod';
import { type Chats, type Draft, formatted, type ShownMessage } from './chats.js';
import type { InlineQueries } from './inline.js';
import { keyboardSchema } from './keyboard.js';
import type { Presses } from './presses.js';
import type { Profile } from './profile.js';
import { badRequest, CommandError } from './refusal.js';
import type { Updates } from './updates.js';
import type { Webhook } from './webhook.js';

/** The state that methods use. */
export interface World {
  readonly bot: Readonly<Record<string, unknown>>;
  readonly chats: Chats;
  readonly inline: InlineQueries;
  readonly presses: Presses;
  readonly profile: Profile;
  readonly updates: Updates;
  readonly webhook: Webhook;
}

/** Carries out a call. Returns its result, or throws a CommandError. */
export type Method = (world: World, params: unknown) => unknown;

const chatId = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
]);

const draftShape = {
  chat_id: chatId,
  text: z.string(),
  parse_mode: z.enum(['HTML']).optional(),
  reply_markup: keyboardSchema.optional(),
  message_thread_id: z.number().int().optional(),
};
const sendSchema = z.object(draftShape);
const photoSchema = z.object({
  chat_id: chatId,
  photo: z.object({ name: z.string(), size: z.number().int().positive() }),
  caption: z.string().default(''),
  message_thread_id: z.number().int().optional(),
});
const memberSchema = z.object({ chat_id: chatId, user_id: z.number().int() });
const editSchema = z.object({ ...draftShape, message_id: z.number().int() });
const keyboardEditSchema = z.object({
  chat_id: chatId,
  message_id: z.number().int(),
  reply_markup: keyboardSchema.optional(),
});
const deleteSchema = z.object({ chat_id: chatId, message_ids: z.array(z.number().int()).min(1).max(100) });
const answerSchema = z.object({
  callback_query_id: z.string(),
  text: z.string().optional(),
  show_alert: z.boolean().default(false),
});
const inlineSchema = z.object({
  inline_query_id: z.string(),
  results: z
    .array(
      z.object({
        id: z.string().min(1).max(64),
        title: z.string().min(1),
        input_message_content: z.object({
          message_text: z.string(),
          parse_mode: z.enum(['HTML']).optional(),
        }),
        reply_markup: keyboardSchema.optional(),
      }),
    )
    .max(50),
});
const webhookSchema = z.object({
  url: z.string(),
  secret_token: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,256}$/)
    .optional(),
  max_connections: z.number().int().min(1).max(100).default(40),
  allowed_updates: z.array(z.string()).optional(),
});

/** The methods of the Bot API that this fake knows, getUpdates apart: https://core.telegram.org/bots/api */
export const METHODS: Readonly<Record<string, Method>> = {
  getMe: ({ bot }) => bot,
  sendMessage: ({ chats, bot }, params) => {
    const { chat_id, ...rest } = parse(sendSchema, params);
    return wire(chats.send(chat_id, draft(rest)), chat_id, bot);
  },
  sendPhoto: ({ chats, bot }, params) => {
    const { chat_id, photo, caption, message_thread_id } = parse(photoSchema, params);
    const sent = chats.sendPhoto(chat_id, photo.name, caption, message_thread_id ?? null);
    return wire(sent, chat_id, bot);
  },
  getChatMember: ({ chats }, params) => {
    const { chat_id, user_id } = parse(memberSchema, params);
    return { status: chats.standing(chat_id, user_id), user: { id: user_id, is_bot: false, first_name: '' } };
  },
  editMessageText: ({ chats, bot }, params) => {
    const { chat_id, message_id, ...rest } = parse(editSchema, params);
    return wire(chats.edit(chat_id, message_id, draft(rest)), chat_id, bot);
  },
  editMessageReplyMarkup: ({ chats, bot }, params) => {
    const { chat_id, message_id, reply_markup } = parse(keyboardEditSchema, params);
    return wire(chats.editKeyboard(chat_id, message_id, reply_markup?.inline_keyboard ?? []), chat_id, bot);
  },
  deleteMessages: ({ chats }, params) => {
    const { chat_id, message_ids } = parse(deleteSchema, params);
    chats.delete(chat_id, message_ids);
    return true;
  },
  answerCallbackQuery: ({ presses }, params) => {
    const { callback_query_id, text, show_alert } = parse(answerSchema, params);
    presses.answer(callback_query_id, { text: text ?? null, alert: show_alert });
    return true;
  },
  answerInlineQuery: ({ inline }, params) => {
    const { inline_query_id, results } = parse(inlineSchema, params);
    const offered = results.map(({ id, title, input_message_content: content, reply_markup }) => {
      const shown = draft({ text: content.message_text, parse_mode: content.parse_mode, reply_markup });
      return { id, title, ...formatted(shown) };
    });
    inline.answer(inline_query_id, offered);
    return true;
  },
  setWebhook: ({ webhook, updates }, params) => {
    const { url, secret_token, max_connections, allowed_updates } = parse(webhookSchema, params);
    if (url === '') webhook.set(null);
    // Telegram wants https; tests have no certificate.
    else if (!/^https?:\/\//.test(url))
      throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
    else {
      webhook.set({
        url,
        secret: secret_token ?? null,
        maxConnections: max_connections,
      });
      updates.allowed = allowed_updates ?? updates.allowed;
    }
    return true;
  },
  deleteWebhook: ({ webhook }) => {
    webhook.set(null);
    return true;
  },
  getWebhookInfo: ({ webhook, updates }) => ({
    url: webhook.settings?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: updates.pending.length,
    ...(webhook.settings === null ? {} : { max_connections: webhook.settings.maxConnections }),
    ...(updates.allowed === null ? {} : { allowed_updates: updates.allowed }),
    ...(webhook.lastError === null
      ? {}
      : {
          last_error_date: Math.floor(webhook.lastError.at / 1000),
          last_error_message: webhook.lastError.message,
        }),
  }),
  setMyCommands: ({ profile }, params) => profile.setCommands(params),
  getMyCommands: ({ profile }, params) => profile.getCommands(params),
  setMyDescription: ({ profile }, params) => profile.setDescription(params),
  getMyDescription: ({ profile }, params) => profile.getDescription(params),
  setMyShortDescription: ({ profile }, params) => profile.setShortDescription(params),
  getMyShortDescription: ({ profile }, params) => profile.getShortDescription(params),
};

const pollSchema = z.object({
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(100).default(100),
  timeout: z.number().int().min(0).max(50).default(0),
  allowed_updates: z.array(z.string()).optional(),
});

/** @throws CommandError 409 while a webhook is set */
export function readPoll(world: World, params: unknown): z.infer<typeof pollSchema> {
  if (world.webhook.settings !== null) {
    throw new CommandError(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  const poll = parse(pollSchema, params);
  world.updates.allowed = poll.allowed_updates ?? world.updates.allowed;
  return poll;
}

function draft(params: Omit<z.infer<typeof sendSchema>, 'chat_id'>): Draft {
  return {
    text: params.text,
    html: params.parse_mode === 'HTML',
    keyboard: params.reply_markup?.inline_keyboard ?? [],
    threadId: params.message_thread_id ?? null,
  };
}

/** The bot's message, as Telegram returns it. */
export function wire(message: ShownMessage, chat: number, from: object): Readonly<Record<string, unknown>> {
  return {
    message_id: message.id,
    from,
    chat: { id: chat, type: chat > 0 ? 'private' : 'supergroup' },
    date: Math.floor(message.sentAt / 1000),
    text: message.text,
    ...(message.entities.length === 0 ? {} : { entities: message.entities }),
    ...(message.keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: message.keyboard } }),
  };
}

function parse<Schema extends z.ZodType>(schema: Schema, params: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw badRequest(parsed.error.issues.map(({ path }) => path.join('.')).join(', '));
  return parsed.data;
}
