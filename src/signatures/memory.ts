import type { Table } from '../storage/table.js';

/** Small values that adapters keep between runs, by name. They must never contain anything about a person. */
export interface Memory {
  /** The stored value, for the caller to check; undefined if there is none. */
  recall(name: string): Promise<unknown>;
  /** Stores a value that JSON can hold, over the old one. */
  keep(name: string, value: unknown): Promise<void>;
}

/** @param ready resolves when the table exists */
export function openMemory(settings: Table, ready: () => Promise<void>): Memory {
  const keyOf = (name: string) => `memory:${name}`;
  return {
    async recall(name) {
      await ready();
      const kept = await settings.get(keyOf(name));
      return kept === undefined ? undefined : JSON.parse(kept);
    },
    async keep(name, value) {
      await ready();
      await settings.set(keyOf(name), JSON.stringify(value));
    },
  };
}
