import type { REST } from 'discord.js';
import type { AdapterContext } from '../../src/channel/adapter.js';
import type { ServedPetition } from '../../src/channel/served-petitions.js';
import type { CardLimits } from './card-limits.js';
import type { CardPace } from './card-schedule.js';
import { type Cards, createCards } from './cards.js';
import { createMilestones, type Milestones } from './milestones.js';
import { createServerCounts, type ServerCounts } from './server-counts.js';

/** What servers see of one petition. */
export interface PetitionPart {
  readonly served: ServedPetition;
  readonly cards: Cards;
  readonly serverCounts: ServerCounts;
  readonly milestones: Milestones;
}

/** The parts of all petitions of the bot. */
export interface PetitionParts {
  readonly all: readonly PetitionPart[];
  /** A petition's part; the first one's for null. Null for a name that the bot does not have. */
  of(petition: string | null): PetitionPart | null;
  /** Keeps cards current and posts milestones until the signal aborts. Never rejects. */
  run(signal: AbortSignal, isHeld: () => boolean): Promise<void>;
}

export interface PetitionPartsOptions {
  readonly context: AdapterContext;
  readonly applicationId: string;
  /** Makes requests as the bot, with its token set. */
  readonly rest: () => REST;
  readonly connected: () => boolean;
  readonly pace: CardPace;
  readonly limits: CardLimits;
  /** See `CardsOptions`. */
  readonly borrowedFor: number;
  readonly totalWithin: number;
  /** Between two looks at which milestones are due, in milliseconds. */
  readonly milestones: number;
}

export function createPetitionParts(options: PetitionPartsOptions): PetitionParts {
  const { context, pace } = options;
  const { petitions } = context;
  const partOf = (served: ServedPetition): PetitionPart => {
    const own = { ...context, ...served };
    const named = petitions.several ? served.petition.id : undefined;
    const serverCounts = createServerCounts(own);
    // All petitions share the budget of edits.
    const between = pace.between * petitions.all.length;
    const cards = createCards({ ...options, context: own, named, pace: { ...pace, between } });
    const milestones = createMilestones({
      ...options,
      context: own,
      named,
      serverCounts,
      between: options.milestones,
    });
    return { served, cards, serverCounts, milestones };
  };
  const [first, ...others] = petitions.all;
  const main = partOf(first);
  const all = [main, ...others.map(partOf)];
  return {
    all,
    of: (petition) =>
      petition === null ? main : (all.find(({ served }) => served.petition.id === petition) ?? null),
    async run(signal, isHeld) {
      await Promise.all(
        all.flatMap(({ cards, milestones }) => [cards.run(signal, isHeld), milestones.run(signal, isHeld)]),
      );
    },
  };
}
