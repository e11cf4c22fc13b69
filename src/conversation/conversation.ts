import { z } from 'zod';
import { daySchema } from '../day.js';

/**
 * The steps in their order. Stored by name, so that a stored conversation survives a new order. The letter's screen
 * begins with the demands. `whole` is a short cut: the story, the demands and the letter on one screen.
 */
export const STEPS = ['welcome', 'whole', 'story', 'letter', 'consent', 'name', 'thanks'] as const;
export type Step = (typeof STEPS)[number];

/** A text as it was shown: its version and its language. */
const shownSchema = z.strictObject({ locale: z.string(), version: z.string() });
export type Shown = z.infer<typeof shownSchema>;

const isAtDemands = z.object({ step: z.literal('demands') });

/** Where a person is in the conversation. */
const placeSchema = z.preprocess(
  withoutFormerSteps,
  z.discriminatedUnion('step', [
    /** `after`: what ended the conversation before. The screen says so until the person begins again. */
    z.strictObject({
      step: z.literal('welcome'),
      after: z.enum(['withdrawn', 'cancelled', 'declined']).nullable(),
    }),
    z.strictObject({ step: z.literal('story'), page: z.string() }),
    z.strictObject({ step: z.literal('whole') }),
    z.strictObject({ step: z.literal('letter') }),
    z.strictObject({ step: z.literal('consent') }),
    /**
     * `offered`: the platform's display name as the screen shows it. `typed`: a typed name that waits for
     * confirmation.
     */
    z.strictObject({ step: z.literal('name'), offered: z.string().nullable(), typed: z.string().nullable() }),
    z.strictObject({ step: z.literal('thanks') }),
  ]),
);
export type Place = z.infer<typeof placeSchema>;

/** Conversations that began before there was a short notice have none. */
const noticeSchema = shownSchema.nullable().default(null);

/**
 * A question whose answer may be the next event. `receipt` asks for a receipt. `typed` is a text that is also a
 * command's word: did the person mean the command or a name?
 */
const questionSchema = z.union([z.literal('receipt'), z.strictObject({ typed: z.string() })]);
export type Question = z.infer<typeof questionSchema>;

/**
 * A conversation as we store it (encrypted). Plain data: it is written out and read back between any two
 * events.
 */
export const conversationSchema = z.strictObject({
  /** The version of this shape. */
  version: z.literal(1),
  /** Grows with every turn. A save is accepted only over the revision that was read. */
  revision: z.number().int().positive(),
  locale: z.string(),
  place: placeSchema,
  /** The revision that made the current screen. The screen's buttons carry it. */
  screen: z.number().int().nonnegative(),
  /** The code of the press that led to the current screen; null if no button of the person's led there. */
  made: z.string().nullable().default(null),
  /** The revision that made the last note with buttons; 0 if there is none. */
  note: z.number().int().nonnegative(),
  /** What the person has been shown: the story's pages by name, and the texts that a signature covers. */
  shown: z.strictObject({
    story: z.array(z.string()),
    demands: shownSchema.nullable(),
    letter: shownSchema.nullable(),
    notice: noticeSchema,
    privacy: shownSchema.nullable(),
    consent: shownSchema.nullable(),
  }),
  /** The press on the consent's button: the day and the texts. Null except at the name step. */
  agreed: z
    .strictObject({ day: daySchema, notice: noticeSchema, privacy: shownSchema, consent: shownSchema })
    .nullable(),
  /** True while a person who has signed corrects the name. They pass the gate once more, and sign again. */
  correcting: z.boolean().default(false),
  /** The open question, if there is one. Every event ends it. */
  question: questionSchema.nullable(),
  /** The source code of the link that the person followed, if it is a known one. */
  source: z.string().nullable(),
  /** The platform's ids of the last handled events, newest last. */
  handled: z.array(z.string()),
});
export type Conversation = z.infer<typeof conversationSchema>;

/**
 * How many event ids a conversation remembers. Platforms redeliver within minutes, and nobody does more in
 * that time.
 */
export const HANDLED_EVENTS = 24;

/** The demands were a step of their own before they moved to the letter's screen. */
function withoutFormerSteps(place: unknown): unknown {
  return isAtDemands.safeParse(place).success ? { step: 'letter' } : place;
}

/** The place with a given step. Mapped, so that the compiler matches a step's module with its own place. */
export type PlaceAt<S extends Step> = { [K in S]: { readonly step: K } & Extract<Place, { step: K }> }[S];

/** Where every conversation begins. */
export const WELCOME: Place = { step: 'welcome', after: null };

/** Nothing has been shown when a conversation begins. */
export const NOTHING_SHOWN: Conversation['shown'] = {
  story: [],
  demands: null,
  letter: null,
  notice: null,
  privacy: null,
  consent: null,
};
