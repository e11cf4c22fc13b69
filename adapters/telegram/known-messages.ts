import { BoundedMap } from '../../src/channel/kit/bounded.js';
import type { Press } from './parse.js';

/** Telegram lets a bot delete messages for 48 hours. */
const DELETABLE_MS = 48 * 3_600_000;

/** How many chats we remember: those of a busy day, in a few megabytes. */
const CHATS = 20_000;

/** How many messages we remember for each chat: Telegram deletes as many in one call. */
const MESSAGES = 100;

/**
 * The messages in each private chat, so that we can delete them when the person asks. Telegram does not list
 * them, and a list on disk would show who talked to the bot. So this process keeps it in memory. The buttons
 * carry the last few ids, from which another process learns them.
 */
export class KnownMessages {
  /** By chat: each message's id, and when we first saw it. */
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

  /** Adds the messages that a press mentions; this process may not have seen them. */
  learn(chatId: number, press: Pick<Press, 'knownMessages' | 'messageId'>): void {
    this.add(chatId, ...press.knownMessages, ...(press.messageId === null ? [] : [press.messageId]));
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
