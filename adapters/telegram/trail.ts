import { BoundedMap } from '../../src/channel/bounded.js';

/** Telegram lets a bot delete messages for 48 hours. */
const DELETABLE_MS = 48 * 3_600_000;

/** Chats and messages that are remembered: a busy day's, in a few megabytes. */
const CHATS = 20_000;
const MESSAGES = 100;

interface Step {
  readonly id: number;
  readonly at: number;
}

/**
 * Which messages stand in a private chat, so that they can be deleted when the person asks. Kept in this process's
 * memory alone: on disk it would say who talked with the bot.
 */
export class Trail {
  readonly #chats = new BoundedMap<number, readonly Step[]>(CHATS);

  /** @param now in milliseconds */
  constructor(readonly now: () => number) {}

  add(chatId: number, messageId: number): void {
    const known = (this.#chats.get(chatId) ?? []).filter(({ id }) => id !== messageId);
    this.#chats.set(chatId, [...known.slice(1 - MESSAGES), { id: messageId, at: this.now() }]);
  }

  /** The messages that can still be deleted, newest first. */
  of(chatId: number): readonly number[] {
    const oldest = this.now() - DELETABLE_MS;
    return (this.#chats.get(chatId) ?? [])
      .filter(({ at }) => at > oldest)
      .map(({ id }) => id)
      .reverse();
  }

  forget(chatId: number): void {
    this.#chats.set(chatId, []);
  }
}
