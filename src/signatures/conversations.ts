import Keyv from 'keyv';
import { z } from 'zod';
import type { Table } from '../storage/table.js';
import { conversationCipher } from './conversation-cipher.js';

/**
 * The encrypted content. It includes the row's key, which Keyv's formats never see, so we notice a row moved
 * elsewhere.
 */
const storedSchema = z.strictObject({ key: z.string(), conversation: z.unknown() });

/** Stored conversations, by their persons' pseudonyms. */
export interface Conversations<Conversation> {
  /**
   * Null if there is none, or if it can't be read. An unreadable one is deleted, so that the next one can be
   * saved.
   */
  read(key: string): Promise<Conversation | null>;
  /** The value that a commit writes. */
  write(key: string, conversation: Conversation): string;
}

/**
 * @param parse checks a conversation; throws if it does not know its shape
 * @param onUnreadable gets the key of a conversation that was tampered with, or is from another version
 */
export function openConversations<Conversation>(
  table: Table,
  pepper: Buffer,
  parse: (value: unknown) => Conversation,
  onUnreadable: (key: string) => void,
): Conversations<Conversation> {
  const cipher = conversationCipher(pepper);
  const keyv = new Keyv<unknown>({
    store: table,
    namespace: '',
    useKeyPrefix: false,
    throwOnErrors: true,
    ...cipher,
  });
  return {
    async read(key) {
      const stored = await keyv.get(key);
      if (stored === undefined) return null;
      try {
        const { key: inside, conversation } = storedSchema.parse(stored);
        if (inside === key) return parse(conversation);
      } catch {
        // Handled below, like a conversation of another row.
      }
      onUnreadable(key);
      await keyv.delete(key);
      return null;
    },
    write: (key, conversation) => cipher.serialize({ value: { key, conversation } }),
  };
}
