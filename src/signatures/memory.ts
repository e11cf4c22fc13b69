import type { Database } from '../storage/database.js';
import type { Table } from '../storage/table.js';
import type { RowCipher } from './row-cipher.js';
import { reviseSetting } from './shared-setting.js';

/**
 * Small values that adapters keep between runs, by name. They must never contain anything about a person. They are
 * encrypted all the same: a thief of the database must not learn which channels and groups have a card.
 */
export interface Memory {
  /** The stored value, for the caller to check; undefined if there is none that can be read. */
  recall(name: string): Promise<unknown>;
  /** Stores a value that JSON can hold, over the old one. */
  keep(name: string, value: unknown): Promise<void>;
  /**
   * Changes a value that several processes share, one change at a time.
   * @param change gets the stored value, as `recall` gives it; returns the new one
   */
  revise(name: string, change: (kept: unknown) => unknown): Promise<void>;
}

/** @param options.ready resolves when the table exists */
export function openMemory(options: {
  readonly database: Database;
  readonly schema: string;
  readonly settings: Table;
  readonly cipher: RowCipher;
  readonly ready: () => Promise<void>;
}): Memory {
  const { database, schema, settings, cipher, ready } = options;
  const keyOf = (name: string) => `memory:${name}`;

  function read(key: string, kept: string | null | undefined): unknown {
    if (kept === null || kept === undefined) return undefined;
    const plain = isPlain(kept) ? kept : cipher.decrypt(key, kept);
    return plain === null ? undefined : JSON.parse(plain);
  }

  const written = (key: string, value: unknown) => cipher.encrypt(key, JSON.stringify(value));

  return {
    async recall(name) {
      await ready();
      const key = keyOf(name);
      return read(key, await settings.get(key));
    },
    async keep(name, value) {
      await ready();
      const key = keyOf(name);
      await settings.set(key, written(key, value));
    },
    async revise(name, change) {
      await ready();
      const key = keyOf(name);
      await reviseSetting(database, schema, key, (kept) => ({
        keep: written(key, change(read(key, kept))),
        result: undefined,
      }));
    },
  };
}

/** Earlier versions stored JSON: lists, objects and texts. Base64 never begins like that. */
function isPlain(kept: string): boolean {
  return /^[[{"]/.test(kept);
}
