import { EventEmitter } from 'node:events';
import type { Clock } from './clock.js';
import { type Entity, parseHtml, UnparsableMarkup } from './html.js';
import { checkKeyboard, type Keyboard } from './keyboard.js';
import { badRequest, CommandError } from './refusal.js';

/** A message as the people in a chat see it. */
export interface ShownMessage {
  readonly id: number;
  readonly fromBot: boolean;
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly keyboard: Keyboard;
  /** When it was sent, in ms. */
  readonly sentAt: number;
  /** How often it was edited. */
  readonly edits: number;
  readonly threadId: number | null;
  /** The name of the picture, if it is one: the text is its caption. */
  readonly photo?: string;
}

export interface Chat {
  readonly id: number;
  readonly kind: 'private' | 'group';
  /** Whether the bot may write here: the person has written to it and has not blocked it. */
  open: boolean;
  readonly messages: ShownMessage[];
  /** The people who administer a group. */
  readonly admins: Set<number>;
}

/** A message from the bot. */
export interface Draft {
  readonly text: string;
  readonly html: boolean;
  readonly keyboard: Keyboard;
  readonly threadId: number | null;
}

/** Telegram lets a bot delete messages of the last two days. */
const DELETABLE_MS = 48 * 3600 * 1000;

/** All chats of the bot, as the people in them see them. */
export class Chats {
  /**
   * Emits `changed` with the chat's id whenever its messages change, and `told` with the chat's id and the message
   * whenever the bot sends or edits one, even if the edit changes nothing.
   */
  readonly events = new EventEmitter().setMaxListeners(0);
  readonly #chats = new Map<number, Chat>();
  /** As in Telegram, all private chats share one counter: messages of other chats leave gaps. */
  #lastPrivateId = 100;
  #lastGroupId = 0;

  constructor(readonly clock: Clock) {}

  add(kind: Chat['kind'], id: number): Chat {
    const chat: Chat = { id, kind, open: kind === 'group', messages: [], admins: new Set() };
    this.#chats.set(id, chat);
    return chat;
  }

  /** Stores a person's message. */
  write(chat: Chat, text: string): ShownMessage {
    return this.#put(chat, { text, entities: [], keyboard: [], fromBot: false, threadId: null });
  }

  /** @throws CommandError as Telegram refuses it */
  send(chatId: number, draft: Draft): ShownMessage {
    const chat = this.#writable(chatId);
    const message = this.#put(chat, { ...formatted(draft), fromBot: true, threadId: draft.threadId });
    this.events.emit('told', chatId, message);
    return message;
  }

  /** @throws CommandError as Telegram refuses it */
  sendPhoto(chatId: number, photo: string, caption: string, threadId: number | null): ShownMessage {
    const chat = this.#writable(chatId);
    if (caption.length > 1024) throw badRequest('message caption is too long');
    const content = { text: caption, entities: [], keyboard: [], fromBot: true, threadId, photo };
    return this.#put(chat, content);
  }

  /** How a person stands in a group. @throws CommandError as Telegram refuses it */
  standing(chatId: number, userId: number): 'administrator' | 'member' {
    return this.#writable(chatId).admins.has(userId) ? 'administrator' : 'member';
  }

  /** @throws CommandError as Telegram refuses it */
  edit(chatId: number, messageId: number, draft: Draft): ShownMessage {
    const chat = this.#writable(chatId);
    const index = chat.messages.findIndex(({ id }) => id === messageId);
    const before = chat.messages[index];
    if (before === undefined) throw badRequest('message to edit not found');
    if (!before.fromBot) throw badRequest("message can't be edited");
    const content = formatted(draft);
    if (same(content, before)) {
      this.events.emit('told', chatId, before);
      throw badRequest(
        'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      );
    }
    const after = { ...before, ...content, edits: before.edits + 1 };
    chat.messages[index] = after;
    this.events.emit('changed', chatId);
    this.events.emit('told', chatId, after);
    return after;
  }

  /** Edits the buttons only. @throws CommandError as Telegram refuses it */
  editKeyboard(chatId: number, messageId: number, keyboard: Keyboard): ShownMessage {
    const chat = this.#writable(chatId);
    const index = chat.messages.findIndex(({ id, fromBot }) => id === messageId && fromBot);
    const before = chat.messages[index];
    if (before === undefined) throw badRequest('message to edit not found');
    const after = { ...before, keyboard: checkKeyboard(keyboard) };
    if (same(after, before)) throw badRequest('message is not modified');
    chat.messages[index] = after;
    this.events.emit('changed', chatId);
    return after;
  }

  /**
   * Skips unknown ids. If one message can't be deleted, none is.
   * @throws CommandError as Telegram refuses it
   */
  delete(chatId: number, ids: readonly number[]): void {
    const chat = this.#writable(chatId);
    const gone = new Set(ids);
    const oldest = this.clock.now() - DELETABLE_MS;
    if (chat.messages.some(({ id, sentAt }) => gone.has(id) && sentAt < oldest)) {
      throw badRequest("message can't be deleted for everyone");
    }
    chat.messages.splice(0, Infinity, ...chat.messages.filter(({ id }) => !gone.has(id)));
    this.events.emit('changed', chatId);
  }

  #put(chat: Chat, content: Omit<ShownMessage, 'id' | 'sentAt' | 'edits'>): ShownMessage {
    const id = chat.kind === 'private' ? ++this.#lastPrivateId : ++this.#lastGroupId;
    const message = { ...content, id, sentAt: this.clock.now(), edits: 0 };
    chat.messages.push(message);
    this.events.emit('changed', chat.id);
    return message;
  }

  #writable(chatId: number): Chat {
    const chat = this.#chats.get(chatId);
    if (chat === undefined) throw badRequest('chat not found');
    if (!chat.open) throw new CommandError(403, 'Forbidden: bot was blocked by the user');
    return chat;
  }
}

/** The text and the keyboard as Telegram shows them. @throws CommandError 400 for what it does not take */
export function formatted(draft: Draft): Pick<ShownMessage, 'text' | 'entities' | 'keyboard'> {
  const { text, entities } = draft.html ? parsed(draft.text) : { text: draft.text.trim(), entities: [] };
  if (text === '') throw badRequest('message text is empty');
  if (text.length > 4096) throw badRequest('message is too long');
  return { text, entities, keyboard: checkKeyboard(draft.keyboard) };
}

function parsed(html: string): ReturnType<typeof parseHtml> {
  try {
    return parseHtml(html);
  } catch (error) {
    if (error instanceof UnparsableMarkup) throw badRequest(error.message);
    throw error;
  }
}

function same(a: Pick<ShownMessage, 'text' | 'entities' | 'keyboard'>, b: ShownMessage): boolean {
  const content = ({ text, entities, keyboard }: typeof a) => JSON.stringify([text, entities, keyboard]);
  return content(a) === content(b);
}
