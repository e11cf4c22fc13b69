import { BoundedMap } from '../../src/channel/kit/bounded.js';
import type { Press } from './parse.js';

/** Telegram lets a bot delete messages for 48 hours. */
const DELETABLE_MS = 48 * 3_600_000;

/** Chats that are remembered: a busy day's, in a few megabytes. */
const CHATS = 20_000;

/** Messages of a chat that are remembered: as many as Telegram deletes with one call. */
const MESSAGES = 100;

/**
 * Which messages stand in a private chat, so that they can be deleted when the person asks. Telegram does not tell, and
 * on disk it would say who talked with the bot; so it is kept in this process's memory, and the last few in the buttons
 * themselves, from where another process learns of them.
 */
export class Trail {
  /** By chat: when each message was seen, by its number. */
  readonly #chats = new BoundedMap<number, ReadonlyMap<number, number>>(CHATS);

  /** @param now in milliseconds */
  constructor(readonly now: () => number) {}

  add(chatId: number, ...messageIds: readonly number[]): void {
    const now = this.now();
    const known = new Map(this.#chats.get(chatId));
    for (const id of messageIds) known.set(id, known.get(id) ?? now);
    const kept = [...known].sort(([a], [b]) => b - a).slice(0, MESSAGES);
    this.#chats.set(chatId, new Map(kept));
  }

  /** Takes in what a press tells of messages that this process may not have seen. */
  learn(chatId: number, press: Pick<Press, 'trail' | 'messageId'>): void {
    this.add(chatId, ...press.trail, ...(press.messageId === null ? [] : [press.messageId]));
  }

  /** The messages that can still be deleted, newest first. */
  of(chatId: number): readonly number[] {
    const oldest = this.now() - DELETABLE_MS;
    return [...(this.#chats.get(chatId) ?? [])].filter(([, at]) => at > oldest).map(([id]) => id);
  }

  forget(chatId: number): void {
    this.#chats.set(chatId, new Map());
  }
}
