import Keyv from 'keyv';
import { z } from 'zod';
import type { Table } from '../storage/table.js';
import { conversationCipher } from './conversation-cipher.js';

/** What is encrypted: Keyv's formats never see the key, so it stands inside, and a row moved elsewhere is noticed. */
const storedSchema = z.strictObject({ key: z.string(), conversation: z.unknown() });

/** Conversations as they are stored, by the pseudonyms of their persons. */
export interface Conversations<Conversation> {
  /** Null for none, and for one that can't be read: that one is deleted, so that the next can be saved. */
  read(key: string): Promise<Conversation | null>;
  /** What a commit writes. */
  write(key: string, conversation: Conversation): string;
}

/**
 * @param parse checks a conversation; throws for one that it does not know
 * @param onUnreadable gets the key of one that was tampered with, or is of another version
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
        // As for somebody else's: told below.
      }
      onUnreadable(key);
      await keyv.delete(key);
      return null;
    },
    write: (key, conversation) => cipher.serialize({ value: { key, conversation } }),
  };
}
