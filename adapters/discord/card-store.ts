import { z } from 'zod';
import type { AdapterContext } from '../../src/channel/adapter.js';
import { causeOf } from '../../src/log.js';
import type { Card } from './card-schedule.js';

/** The list of cards, kept over restarts. */
export interface CardStore {
  /** The cards of earlier runs; null if they can't be read now. */
  recall(): Promise<readonly Card[] | null>;
  /** Stores the list over the old one; false if it can't be written now. */
  keep(cards: readonly Card[]): Promise<boolean>;
}

/** The name of the stored list. */
const MEMORY = 'discord-cards';

const id = z.string().regex(/^\d{1,20}$/);
const cardSchema = z.object({
  // Earlier versions did not store the next two.
  guildId: id.nullable().default(null),
  ending: z.object({ movedTo: id.nullable() }).nullable().default(null),
  channelId: id,
  messageId: id,
  locale: z.string(),
});

/** Keeps the list in the store. An entry that can't be read is left out. */
export function createCardStore({
  memory,
  petition,
  log,
}: Pick<AdapterContext, 'memory' | 'petition' | 'log'>): CardStore {
  return {
    async recall() {
      try {
        const { cards, unreadable } = readKept((await memory.recall(MEMORY)) ?? []);
        if (unreadable > 0) log.warn({ unreadable }, 'stored cards of an unknown form were skipped');
        return cards.filter(({ locale }) => petition.locales.includes(locale));
      } catch (error) {
        log.warn(causeOf(error), 'the list of cards could not be read');
        return null;
      }
    },
    async keep(cards) {
      try {
        await memory.keep(MEMORY, cards);
        return true;
      } catch (error) {
        log.warn(causeOf(error), 'the list of cards could not be saved');
        return false;
      }
    },
  };
}

/** Parses the stored list of cards, entry by entry. */
function readKept(kept: unknown): { readonly cards: readonly Card[]; readonly unreadable: number } {
  if (!Array.isArray(kept)) return { cards: [], unreadable: 1 };
  const cards = kept.flatMap((one) => cardSchema.safeParse(one).data ?? []);
  return { cards, unreadable: kept.length - cards.length };
}
