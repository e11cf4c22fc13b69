import { z } from 'zod';
import { STEPS, type Step } from '../../src/conversation/conversation.js';
import { COMMANDS, OPENINGS } from '../../src/conversation/event.js';
import { catalogue } from '../../src/petition/catalogue.generated.js';
import type { WordId } from '../../src/petition/catalogue.js';
import { SIGNED_TEXTS } from '../../src/petition/petition.js';

/** What a transcript file may hold; `README.md` beside it says what it means. */

export const isWordId = (value: string): value is WordId => Object.hasOwn(catalogue, value);

const wordId = z.string().refine(isWordId, 'names no message of the interface');
const locale = z.string().regex(/^[a-z]{2,3}$/);
const label = z.union([locale, wordId, z.strictObject({ id: wordId, name: z.string() })]);

/** Words of the interface: those with variables are found whatever stands there, unless their values are given. */
const expectedWords = z.union([
  wordId,
  z.strictObject({ id: wordId, with: z.record(z.string(), z.union([z.string(), z.number()])) }),
]);

const expectation = z.strictObject({
  /** From here on this person is spoken to in this language. */
  in: locale.optional(),
  /** A note, where one is expected; a screen otherwise. */
  note: z.boolean().optional(),
  step: z.enum(STEPS).optional(),
  says: z.array(z.string()).optional(),
  never: z.array(z.string()).optional(),
  words: z.array(expectedWords).optional(),
  /** Every button, in order. */
  buttons: z.array(label).optional(),
  /** The total that the message speaks of. */
  total: z.number().int().optional(),
  /** Whether this person's signature stands afterwards. */
  signed: z.boolean().optional(),
});

const line = {
  /** Who does it; `me` where it is not said. */
  by: z.string().optional(),
  /** A name for the answer, for a later press on one of its buttons. */
  as: z.string().optional(),
  expect: expectation.optional(),
};

const world = z.strictObject({
  phase: z.enum(['upcoming', 'open', 'closed']).optional(),
  /** An operator stops signing, or lets it go on. */
  paused: z.boolean().optional(),
  /** Signing closes so many days from now, at the end of the day or at an hour of a time zone. */
  closesIn: z.strictObject({ days: z.number().int().nonnegative(), at: z.string().optional() }).optional(),
  /** What came of it is told from now on, in these words, in every language. */
  outcome: z.string().optional(),
  /** The letter is handed over on this day. */
  delivered: z.literal(true).optional(),
  /** The names are erased on this day. */
  erased: z.literal(true).optional(),
  /** So many days go by. */
  days: z.number().int().positive().optional(),
  /** A text is written anew in one language. */
  edit: z.strictObject({ text: z.enum([...SIGNED_TEXTS, 'updates']), locale }).optional(),
  /** The story's pages are others, in all languages. */
  story: z.array(z.string()).min(1).optional(),
  /** The languages that are left. */
  locales: z.array(locale).min(1).optional(),
  /** A person is called something else on the platform, or (null) nothing. */
  displayName: z.strictObject({ of: z.string(), is: z.string().nullable() }).optional(),
  /** The store has forgotten a person's conversation. Engine only. */
  forgotten: z.string().optional(),
});
export type WorldChange = z.infer<typeof world>;

const step = z.union([
  z.strictObject({
    ...line,
    command: z.enum(COMMANDS),
    argument: z.string().optional(),
    source: z.string().optional(),
    /** The button of the first screen that the person presses on the page around the chat. */
    opening: z.enum(OPENINGS).optional(),
  }),
  z.strictObject({
    ...line,
    /** `first`, a position from 1, a button's words, or a language. */
    press: z.union([z.literal('first'), z.number().int().positive(), label]),
    /** The named answer that the button stands in; the last answer where it is not said. */
    from: z.string().optional(),
  }),
  /** Presses the first button of each answer until this step is reached, and until the answer says so. */
  z.strictObject({
    ...line,
    'walk-to': z.enum(STEPS),
    until: z.string().optional(),
  }),
  z.strictObject({ ...line, write: z.string(), into: wordId, from: z.string().optional() }),
  z.strictObject({ ...line, say: z.string() }),
  /** A press with a code that somebody made up. Engine only. */
  z.strictObject({ ...line, forge: z.string() }),
  z.strictObject({ world }),
]);

export const transcriptSchema = z.strictObject({
  title: z.string().min(1),
  'engine-only': z.literal(true).optional(),
  /** Only where a platform lets us write to people later. */
  updates: z.literal(true).optional(),
  /** Only where the chat is on a page: one that was made while people could sign, or while they could only read. */
  page: z.enum(['open', 'reading']).optional(),
  /** In a preview. Engine only. */
  preview: z.literal(true).optional(),
  /** Who takes part; `me` is there in any case. */
  people: z
    .record(
      z.string(),
      z.strictObject({ languages: z.array(z.string()).optional(), displayName: z.string().optional() }),
    )
    .optional(),
  steps: z.array(step).min(1),
});

export type TranscriptFile = z.infer<typeof transcriptSchema>;
export type FileStep = TranscriptFile['steps'][number];
export type Expectation = z.infer<typeof expectation>;
export type Label = z.infer<typeof label>;

/** Where a walk ends: at this step and, where a text is given, at the answer that says it. */
export interface Target {
  readonly step: Step;
  readonly says: string | null;
}
