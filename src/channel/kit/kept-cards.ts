import type { Logger } from 'pino';
import { z } from 'zod';
import { causeOf } from '../../log.js';
import type { Memory } from '../../signatures/memory.js';
import { pause } from './pause.js';

/** A card that is kept current. */
export interface KeptCard {
  /** What it says besides its total: see `faceOf`. */
  readonly face: string;
}

/**
 * Posted cards, stored over restarts. When signing closes or opens again, or the letter is delivered, their text must
 * change.
 */
export interface KeptCards<Card extends KeptCard> {
  /** Remembers a card that was just posted. */
  posted(card: Card): void;
  /**
   * Edits the cards that are out of date. Only one process may do this at a time. Never rejects.
   * @param read reads what cards should say now, and returns a function that gives it for one card; null for a card
   * that stays as it is
   * @param edit edits one card; returns whether to keep it in the list, or null to try again later
   */
  bringUpToDate<Face extends { readonly code: string }>(
    read: () => Promise<(card: Card) => Face | null>,
    edit: (card: Card, face: Face) => Promise<boolean | null>,
    isHeld: () => boolean,
    signal: AbortSignal,
  ): Promise<void>;
  /** Saves what is not saved yet. Never rejects. */
  settle(): Promise<void>;
}

/** The face of a card that may have been edited or not. */
const UNKNOWN = '';

/** The most cards that we keep current, in all and in one place. Beyond it, the oldest stay as they are. */
const MAX_CARDS = 1_000;
const MAX_IN_A_PLACE = 3;

/** How long we gather new cards before we save them: in a busy hour, people ask for many. */
const GATHER_MS = 2_000;

/**
 * @param name the name of the stored list
 * @param schema an entry of it; entries of another form are skipped
 * @param placeOf the group or channel of a card
 * @param keyOf identifies a card
 */
export function createKeptCards<Card extends KeptCard>({
  memory,
  name,
  schema,
  placeOf,
  keyOf,
  log,
}: {
  readonly memory: Memory;
  readonly name: string;
  readonly schema: z.ZodType<Card>;
  readonly placeOf: (card: Card) => string | number;
  readonly keyOf: (card: Card) => string;
  readonly log: Logger;
}): KeptCards<Card> {
  const kept = z.array(schema.nullable().catch(null));
  let unsaved: readonly Card[] = [];
  let saving: Promise<void> | null = null;
  const ended = new AbortController();

  const listIn = (stored: unknown) => (kept.safeParse(stored).data ?? []).flatMap((one) => one ?? []);

  /** The newest cards, within the limits. */
  function newest(cards: readonly Card[]): readonly Card[] {
    const counts = new Map<string | number, number>();
    const those = cards.toReversed().filter((card) => {
      const count = (counts.get(placeOf(card)) ?? 0) + 1;
      counts.set(placeOf(card), count);
      return count <= MAX_IN_A_PLACE;
    });
    return those.slice(0, MAX_CARDS).reverse();
  }

  async function save(): Promise<void> {
    const added = unsaved;
    unsaved = [];
    if (added.length === 0) return;
    try {
      await memory.revise(name, (stored) => newest([...listIn(stored), ...added]));
    } catch (error) {
      unsaved = newest([...added, ...unsaved]);
      log.warn(causeOf(error), 'the list of cards could not be saved');
    }
  }

  /** Replaces cards in the list; null takes one out. */
  async function update(changes: ReadonlyMap<string, Card | null>): Promise<void> {
    if (changes.size === 0) return;
    await memory.revise(name, (stored) =>
      listIn(stored).flatMap((one) => {
        const after = changes.get(keyOf(one));
        return after === undefined ? [one] : after === null ? [] : [after];
      }),
    );
  }

  return {
    posted(card) {
      unsaved = newest([...unsaved, card]);
      saving ??= pause(GATHER_MS, ended.signal)
        .then(save)
        .finally(() => {
          saving = null;
        });
    },
    async bringUpToDate(read, edit, isHeld, signal) {
      try {
        const faceFor = await read();
        const outdated = listIn(await memory.recall(name)).flatMap((one) => {
          const face = faceFor(one);
          return face === null || face.code === one.face ? [] : [{ one, face }];
        });
        if (outdated.length === 0 || signal.aborted || !isHeld()) return;
        // Before the edits: if this process dies between them, the next process takes none of these cards for current.
        await update(new Map(outdated.map(({ one }) => [keyOf(one), { ...one, face: UNKNOWN }])));
        const done = new Map<string, Card | null>();
        try {
          for (const { one, face } of outdated) {
            if (signal.aborted || !isHeld()) break;
            const stays = await edit(one, face);
            // The next look tries it again.
            if (stays === null) continue;
            done.set(keyOf(one), stays ? { ...one, face: face.code } : null);
          }
        } finally {
          await update(done);
        }
      } catch (error) {
        log.warn(causeOf(error), 'cards could not be brought up to date');
      }
    },
    async settle() {
      ended.abort();
      await saving;
      await save();
    },
  };
}
