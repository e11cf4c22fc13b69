import type { Table } from '../storage/table.js';

/** Small things that adapters keep from one run to the next, by name. Never anything of a person. */
export interface Memory {
  /** What was kept, to be checked by whoever kept it; undefined where nothing was. */
  recall(name: string): Promise<unknown>;
  /** Keeps a value that JSON can hold, in place of the one before. */
  keep(name: string, value: unknown): Promise<void>;
}

/** @param ready resolves once the table is there */
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
