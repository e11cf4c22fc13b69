import { once } from 'node:events';
import type { Chat, Chats, ShownMessage } from './chats.js';
import type { Offered } from './inline.js';
import type { InlineButton } from './keyboard.js';
import { type World, wire } from './methods.js';
import type { PressAnswer } from './presses.js';
import type { Update } from './updates.js';

export interface PersonOptions {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly username?: string;
  readonly language?: string;
}

/** How long a test waits for an expected message. */
const PATIENCE_MS = 30_000;

/** A press on a button: its update, and Telegram's notice once the bot has answered. */
export interface Press {
  readonly update: Update;
  readonly answered: Promise<PressAnswer>;
}

/** The parts of the fake that people use. */
interface Around {
  readonly chats: Chats;
  readonly clock: { now(): number };
  readonly world: World;
  happens(content: Readonly<Record<string, unknown>>): Update;
}

/** A person with a phone, in a private chat with the bot. */
export class Person {
  readonly id: number;
  firstName: string;
  readonly #options: PersonOptions;

  constructor(
    readonly telegram: Around,
    readonly chat: Chat,
    options: PersonOptions,
  ) {
    this.id = chat.id;
    this.firstName = options.firstName ?? 'Samira';
    this.#options = options;
  }

  /** Who this is, as the wire carries it. */
  get user(): Readonly<Record<string, unknown>> {
    const { lastName, username, language } = this.#options;
    return {
      id: this.id,
      is_bot: false,
      first_name: this.firstName,
      ...(lastName === undefined ? {} : { last_name: lastName }),
      ...(username === undefined ? {} : { username }),
      ...(language === undefined ? {} : { language_code: language }),
    };
  }

  /** Writes to the bot, which opens the chat. */
  says(text: string): Update {
    return this.sends({ text });
  }

  /** Sends a message without text: a photo, a sticker. */
  sends(content: Readonly<Record<string, unknown>>): Update {
    this.chat.open = true;
    const text = typeof content.text === 'string' ? content.text : '';
    const { id } = this.telegram.chats.write(this.chat, text);
    return this.telegram.happens({ message: this.incoming(id, content) });
  }

  /** A message from this person, as the wire carries it. */
  incoming(id: number, content: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    return {
      message_id: id,
      from: this.user,
      chat: { id: this.id, type: 'private', first_name: this.firstName },
      date: Math.floor(this.telegram.clock.now() / 1000),
      ...content,
    };
  }

  block(): void {
    this.chat.open = false;
  }

  /** The messages in the chat, the bot's and the person's own. */
  get messages(): readonly ShownMessage[] {
    return this.chat.messages;
  }

  /** The bot's messages. */
  get received(): readonly ShownMessage[] {
    return this.chat.messages.filter(({ fromBot }) => fromBot);
  }

  /** The bot's last message; throws if there is none. */
  get last(): ShownMessage {
    const last = this.received.at(-1);
    if (last === undefined) throw new Error('the bot has written nothing');
    return last;
  }

  /**
   * Presses a button.
   * @param button its label or a part of it, or its place among those that carry a code (0 is the first)
   */
  presses(button: string | number, message: ShownMessage = this.last, chatId = this.id): Press {
    const buttons = message.keyboard.flat().filter(({ callback_data }) => callback_data !== undefined);
    const found =
      typeof button === 'number' ? buttons[button] : buttons.find(({ text }) => text.includes(button));
    if (found?.callback_data === undefined) throw new Error(`no button ${button} under “${message.text}”`);
    return this.sendsCode(found.callback_data, wire(message, chatId, this.telegram.world.bot));
  }

  /** Presses a button with this code, real or forged. */
  sendsCode(data: string, message?: Readonly<Record<string, unknown>>): Press {
    const { id, answered } = this.telegram.world.presses.begin();
    const update = this.telegram.happens({
      callback_query: {
        id,
        from: this.user,
        chat_instance: '4242',
        data,
        ...(message === undefined ? {} : { message }),
      },
    });
    return { update, answered };
  }

  /** Writes the bot's name and some words in another chat, where inline mode is on. */
  asksInline(query = ''): { readonly update: Update; readonly offered: Promise<readonly Offered[]> } {
    const { id, offered } = this.telegram.world.inline.begin();
    const update = this.telegram.happens({ inline_query: { id, from: this.user, query, offset: '' } });
    return { update, offered };
  }

  /** Acts, and waits for the bot's answer. */
  async answerTo(act: () => unknown): Promise<ShownMessage> {
    const { events } = this.telegram.chats;
    const told = new Promise<ShownMessage>((resolve, reject) => {
      const late = setTimeout(() => {
        events.off('told', hear);
        reject(
          new Error(`no answer came; the chat: ${JSON.stringify(this.messages.map(({ text }) => text))}`),
        );
      }, PATIENCE_MS);
      const hear = (chatId: number, message: ShownMessage) => {
        if (chatId !== this.id) return;
        clearTimeout(late);
        events.off('told', hear);
        resolve(message);
      };
      events.on('told', hear);
    });
    // Where the act itself fails, nobody waits for the answer any more.
    told.catch(() => undefined);
    act();
    return told;
  }

  /** Waits until the bot's last message holds this. */
  async sees(what: string | RegExp): Promise<ShownMessage> {
    const fits = () => {
      const last = this.received.at(-1);
      return (
        last !== undefined && (typeof what === 'string' ? last.text.includes(what) : what.test(last.text))
      );
    };
    await this.until(fits, `to see ${what}`);
    return this.last;
  }

  /** Waits until the messages in the chat meet a condition. */
  async until(holds: () => boolean, what: string): Promise<void> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    while (!holds()) {
      try {
        await once(this.telegram.chats.events, 'changed', { signal });
      } catch {
        throw new Error(`waited ${what}; the chat: ${JSON.stringify(this.messages.map(({ text }) => text))}`);
      }
    }
  }
}

/** All buttons of a message, row by row. */
export function buttonsOf(message: ShownMessage): readonly InlineButton[] {
  return message.keyboard.flat();
}

/** A group that the bot is a member of. */
export class Group {
  readonly id: number;

  constructor(
    readonly telegram: Around,
    readonly chat: Chat,
  ) {
    this.id = chat.id;
  }

  /** Sends a person's message to the group. */
  hears(person: Person, text: string, extra: Readonly<Record<string, unknown>> = {}): Update {
    const { id } = this.telegram.chats.write(this.chat, text);
    return this.telegram.happens({
      message: {
        message_id: id,
        from: person.user,
        chat: { id: this.id, type: 'supergroup', title: 'Neighbours' },
        date: Math.floor(this.telegram.clock.now() / 1000),
        text,
        ...extra,
      },
    });
  }

  /** A person presses a button under the bot's last message with buttons that has this label. */
  pressedBy(person: Person, label: string): Press {
    const messages = this.received.filter(({ keyboard }) =>
      keyboard.flat().some(({ text }) => text === label),
    );
    const last = messages.at(-1);
    if (last === undefined) throw new Error(`nothing has a button ${label}`);
    return person.presses(label, last, this.id);
  }

  /** Makes a person an administrator. */
  promotes(person: Person): void {
    this.chat.admins.add(person.id);
  }

  /** Makes an administrator a member like others. */
  dismisses(person: Person): void {
    this.chat.admins.delete(person.id);
  }

  get received(): readonly ShownMessage[] {
    return this.chat.messages.filter(({ fromBot }) => fromBot);
  }
}
