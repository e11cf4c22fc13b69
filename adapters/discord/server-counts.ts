import type { AdapterContext } from '../../src/channel/adapter.js';
import { BoundedMap } from '../../src/channel/kit/bounded.js';
import { causeOf } from '../../src/log.js';

/** How many servers' counts we remember until the public total changes. */
const REMEMBERED = 1000;

/**
 * How many signatures came through a server, rounded down to tens, so that nobody sees a single signature arrive; 0 below
 * ten.
 */
export interface ServerCounts {
  /** Rejects if the database can't be read. */
  read(guildId: string): Promise<number>;
  /** For an answer: null below ten, or if the database can't be read. */
  shown(guildId: string): Promise<number | null>;
}

/**
 * Counts by the source of a server's cards. The numbers change together with the public total, not earlier.
 */
export function createServerCounts({ sources, countFrom, total, log }: AdapterContext): ServerCounts {
  const remembered = new BoundedMap<string, { readonly count: number; readonly asOf: number }>(REMEMBERED);

  async function read(guildId: string): Promise<number> {
    const source = sources.mint('discord', guildId);
    const asOf = (await total.read()).asOf.getTime();
    const known = remembered.get(source);
    const count = known?.asOf === asOf ? known.count : await countFrom(source);
    remembered.set(source, { count, asOf });
    return Math.floor(count / 10) * 10;
  }

  return {
    read,
    async shown(guildId) {
      try {
        return (await read(guildId)) || null;
      } catch (error) {
        log.warn(causeOf(error), "a server's count could not be read");
        return null;
      }
    },
  };
}
