import { type BotAction, type BotEvent, LIST_COMMAND } from '../../src/channel/adapter.js';
import type { Command } from '../../src/conversation/event.js';
import { readButtonData } from './button-data.js';
import { readStaffPress, type StaffPress } from './staff-press.js';
import { commandOf, written } from './typed-command.js';
import {
  type CallbackQuery,
  callbackQuerySchema,
  inlineQuerySchema,
  messageSchema,
  strayPressSchema,
  type TelegramMessage,
  type User,
  updateSchema,
} from './wire.js';

/** What an update means for us. */
export type Incoming =
  /** An action of a person in their private chat. */
  | {
      readonly kind: 'event';
      readonly personId: string;
      readonly chatId: number;
      readonly event: BotEvent;
      /** The person's own message, if the update is one. */
      readonly messageId: number | null;
      readonly press: Press | null;
    }
  /** The button that deletes the chat's messages. */
  | { readonly kind: 'clear'; readonly chatId: number; readonly press: Press; readonly locale: string }
  /** A command in a group. */
  | {
      readonly kind: 'group-command';
      readonly chatId: number;
      readonly threadId: number | null;
      readonly languages: readonly string[];
      /** What follows the command: the petition's name, where the bot has several. */
      readonly argument: string;
    }
  /** A person writes the bot's name in any chat, where inline mode is on. */
  | { readonly kind: 'inline-query'; readonly queryId: string; readonly languages: readonly string[] }
  /** A staff command in a staff group. */
  | {
      readonly kind: 'staff-command';
      readonly chatId: number;
      readonly threadId: number | null;
      /** Null for an administrator who writes as the group. */
      readonly personId: number | null;
      readonly words: string;
    }
  /** A press on a button in a staff group. */
  | {
      readonly kind: 'staff-press';
      readonly chatId: number;
      readonly threadId: number | null;
      readonly personId: number;
      readonly pressId: string;
      readonly messageId: number | null;
      readonly press: StaffPress;
    }
  /** A press that belongs to no conversation: we only acknowledge it. */
  | { readonly kind: 'stray-press'; readonly pressId: string }
  /** Ignored on purpose. */
  | { readonly kind: 'ignored'; readonly why: string };

/** A press on a button. */
export interface Press {
  readonly id: string;
  /** The message with the button, unless Telegram no longer shows it to us. */
  readonly messageId: number | null;
  readonly on: 'screen' | 'note';
  /** The ids of other messages in the chat that the button carries. */
  readonly knownMessages: readonly number[];
}

/**
 * Updates that we never ask for and ignore if they come: edits (an edit makes no signature), channels,
 * members coming and going, and features of other bots.
 */
const IGNORED_UPDATES = [
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
  'message_reaction',
  'message_reaction_count',
  'inline_query',
  'chosen_inline_result',
  'shipping_query',
  'pre_checkout_query',
  'purchased_paid_media',
  'poll',
  'poll_answer',
  'my_chat_member',
  'chat_member',
  'chat_join_request',
  'chat_boost',
  'removed_chat_boost',
] as const;

/**
 * Messages without text. They are handled like a text that says nothing: the answer is the current step or
 * the open question. Messages of other kinds are Telegram's own (a pinned message, a timer), which we ignore.
 */
const WORDLESS = [
  'animation',
  'audio',
  'checklist',
  'contact',
  'dice',
  'document',
  'game',
  'location',
  'paid_media',
  'photo',
  'poll',
  'sticker',
  'story',
  'venue',
  'video',
  'video_note',
  'voice',
] as const;

/** Commands that we answer in a group even without the bot's name. Every bot has the others. */
export const GROUP_COMMANDS = ['sign', 'total', 'share'] as const satisfies readonly Command[];

/** In a group, a bot with several petitions also answers these. */
const GROUP_LIST_COMMANDS: readonly string[] = ['petition', LIST_COMMAND];

/** An update's id; null if it is not an update at all. */
export function updateIdOf(update: unknown): number | null {
  const parsed = updateSchema.safeParse(update);
  return parsed.success ? parsed.data.update_id : null;
}

/**
 * Parses an update: https://core.telegram.org/bots/api#update
 * @param username the bot's own, for group commands that name it
 * @param several whether the bot has several petitions, and the commands for that
 * @param staff the staff groups, and their commands
 * @param inline whether inline mode is on
 */
export function parseUpdate(
  update: unknown,
  username: string,
  several = false,
  staff: StaffGroups = NO_STAFF,
  inline = false,
): Incoming {
  const outer = updateSchema.safeParse(update);
  if (!outer.success) return { kind: 'ignored', why: 'unreadable' };
  const { update_id: updateId, message, callback_query: press } = outer.data;
  if (message !== undefined) {
    const parsed = messageSchema.safeParse(message);
    return parsed.success
      ? ofMessage(updateId, parsed.data, { username, several, staff })
      : { kind: 'ignored', why: 'unreadable' };
  }
  if (press !== undefined) {
    const parsed = callbackQuerySchema.safeParse(press);
    if (parsed.success) return ofPress(updateId, parsed.data, staff);
    const stray = strayPressSchema.safeParse(press);
    return stray.success
      ? { kind: 'stray-press', pressId: stray.data.id }
      : { kind: 'ignored', why: 'unreadable' };
  }
  if (inline && outer.data.inline_query !== undefined) {
    const query = inlineQuerySchema.safeParse(outer.data.inline_query);
    return query.success
      ? { kind: 'inline-query', queryId: query.data.id, languages: languagesOf(query.data.from) }
      : { kind: 'ignored', why: 'unreadable' };
  }
  return { kind: 'ignored', why: IGNORED_UPDATES.find((kind) => kind in outer.data) ?? 'unknown-update' };
}

/** What parsing a message depends on. */
interface Bot {
  readonly username: string;
  readonly several: boolean;
  readonly staff: StaffGroups;
}

/** The groups in which staff are answered, and the commands that they have there. */
export interface StaffGroups {
  isRoom(chatId: number): boolean;
  isCommand(word: string): boolean;
}
const NO_STAFF: StaffGroups = { isRoom: () => false, isCommand: () => false };

function ofMessage(updateId: number, message: TelegramMessage, bot: Bot): Incoming {
  const { from, chat, text, sender_chat: sender } = message;
  if (from === undefined || (from.is_bot && sender?.id !== chat.id))
    return { kind: 'ignored', why: 'not-a-person' };
  if (message.is_automatic_forward) return { kind: 'ignored', why: 'channel-post' };
  if (chat.type !== 'private') return inGroup(message, from, bot);
  const base = {
    kind: 'event',
    personId: String(from.id),
    chatId: chat.id,
    messageId: message.message_id,
    press: null,
  } as const;
  if (text !== undefined && !('via_bot' in message))
    return {
      ...base,
      event: eventOf(updateId, from, commandOf(text, bot.several) ?? { kind: 'text', text }),
    };
  // What a person posts by a bot's inline mode are not their words.
  if ('via_bot' in message || WORDLESS.some((kind) => kind in message)) {
    return { ...base, event: eventOf(updateId, from, { kind: 'text', text: '' }) };
  }
  return { kind: 'ignored', why: 'service-message' };
}

function inGroup({ chat, text, ...message }: TelegramMessage, from: User, bot: Bot): Incoming {
  if (chat.type !== 'group' && chat.type !== 'supergroup') return { kind: 'ignored', why: 'not-a-group' };
  const command = written(text ?? '');
  if (command === null) return { kind: 'ignored', why: 'group-talk' };
  const threadId = message.is_topic_message === true ? (message.message_thread_id ?? null) : null;
  const isOurs = command.to === null || command.to === bot.username.toLowerCase();
  if (isOurs && bot.staff.isRoom(chat.id) && bot.staff.isCommand(command.name)) {
    const personId = message.sender_chat?.id === chat.id ? null : from.id;
    const words = `${command.name} ${command.rest}`.trim();
    return { kind: 'staff-command', chatId: chat.id, threadId, personId, words };
  }
  const addressed =
    command.to === null
      ? [...GROUP_COMMANDS, ...(bot.several ? GROUP_LIST_COMMANDS : [])].some((name) => name === command.name)
      : command.to === bot.username.toLowerCase();
  if (!addressed) return { kind: 'ignored', why: 'another-bots-command' };
  return {
    kind: 'group-command',
    chatId: chat.id,
    threadId,
    languages: languagesOf(from),
    argument: command.rest,
  };
}

function ofPress(updateId: number, { id, from, message, data }: CallbackQuery, staff: StaffGroups): Incoming {
  if (data === undefined || from.is_bot) return { kind: 'stray-press', pressId: id };
  if (message !== undefined && staff.isRoom(message.chat.id)) {
    const press = readStaffPress(data);
    if (press === null) return { kind: 'stray-press', pressId: id };
    return {
      kind: 'staff-press',
      chatId: message.chat.id,
      threadId: message.is_topic_message === true ? (message.message_thread_id ?? null) : null,
      personId: from.id,
      pressId: id,
      messageId: message.date === 0 ? null : message.message_id,
      press,
    };
  }
  if (message !== undefined && message.chat.type !== 'private') return { kind: 'stray-press', pressId: id };
  const read = readButtonData(data);
  const { knownMessages } = read;
  const messageId = message === undefined || message.date === 0 ? null : message.message_id;
  // A private chat has the id of its person.
  const chatId = message?.chat.id ?? from.id;
  if (read.kind === 'clear') {
    return {
      kind: 'clear',
      chatId,
      press: { id, messageId, on: 'screen', knownMessages },
      locale: read.locale,
    };
  }
  const event = eventOf(updateId, from, { kind: 'press', code: read.code });
  const press: Press = { id, messageId, on: read.on, knownMessages };
  return { kind: 'event', personId: String(from.id), chatId, event, messageId: null, press };
}

function eventOf(updateId: number, from: User, action: BotAction): BotEvent {
  const displayName = [from.first_name, from.last_name ?? ''].join(' ').trim();
  return {
    id: String(updateId),
    action,
    ...(displayName === '' ? {} : { displayName }),
    languages: languagesOf(from),
    // Telegram does not tell an account's age.
    accountAge: 'unknown',
    // Only private chats get here, and a bot may write to them until the person blocks it.
    canBeMessaged: true,
  };
}

function languagesOf({ language_code: code }: User): readonly string[] {
  return code === undefined ? [] : [code];
}
