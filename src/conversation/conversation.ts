import { z } from 'zod';

/** The steps of the walk, in its order. Named, so that a stored conversation survives any reordering. */
export const STEPS = ['welcome', 'story', 'demands', 'letter', 'consent', 'name', 'thanks'] as const;
export type Step = (typeof STEPS)[number];

/** A text as it was shown: which words, in which language. */
const shownSchema = z.strictObject({ locale: z.string(), version: z.string() });
export type Shown = z.infer<typeof shownSchema>;

/** Where a person stands. */
const placeSchema = z.discriminatedUnion('step', [
  /** `after`: what ended the walk before; the screen tells of it until a new one begins. */
  z.strictObject({ step: z.literal('welcome'), after: z.enum(['withdrawn', 'cancelled']).nullable() }),
  z.strictObject({ step: z.literal('story'), page: z.string() }),
  z.strictObject({ step: z.literal('demands') }),
  z.strictObject({ step: z.literal('letter') }),
  z.strictObject({ step: z.literal('consent') }),
  /** `offered`: the platform's display name as the screen shows it. `typed`: a name given, to be confirmed. */
  z.strictObject({ step: z.literal('name'), offered: z.string().nullable(), typed: z.string().nullable() }),
  z.strictObject({ step: z.literal('thanks') }),
]);
export type Place = z.infer<typeof placeSchema>;

/** A conversation as it is stored (encrypted). Plain data: written out and read back between any two events. */
export const conversationSchema = z.strictObject({
  /** The shape's own version. */
  version: z.literal(1),
  /** Grows with every turn; a save is accepted only over the revision that was read. */
  revision: z.number().int().positive(),
  locale: z.string(),
  place: placeSchema,
  /** The revision at which the current screen was made: its buttons carry it. */
  screen: z.number().int().nonnegative(),
  /** The revision at which the last note with buttons was made; 0 where there is none. */
  note: z.number().int().nonnegative(),
  /** What has been shown on this walk: the story's pages by name, and the texts that are signed. */
  shown: z.strictObject({
    story: z.array(z.string()),
    demands: shownSchema.nullable(),
    letter: shownSchema.nullable(),
    privacy: shownSchema.nullable(),
    consent: shownSchema.nullable(),
  }),
  /**
   * The explicit press on the consent's own button: on which day (`YYYY-MM-DD`, UTC), to which texts. Null unless the
   * person stands behind it, at the name.
   */
  agreed: z.strictObject({ day: z.string(), privacy: shownSchema, consent: shownSchema }).nullable(),
  /** What the next text message answers, where a question was asked on the side. */
  question: z.enum(['receipt']).nullable(),
  /** The code through which the person came, if it is a known one. */
  source: z.string().nullable(),
  /** The platform's ids of the last events that were applied, newest last. */
  handled: z.array(z.string()),
});
export type Conversation = z.infer<typeof conversationSchema>;

/** How many event ids a conversation remembers: redeliveries come within minutes, in which nobody does more. */
export const HANDLED_EVENTS = 24;

/** The place with a given step. */
export type PlaceAt<S extends Step> = Extract<Place, { readonly step: S }>;

/** Where every conversation begins. */
export const WELCOME: Place = { step: 'welcome', after: null };

/** What has been shown when a walk begins: nothing. */
export const NOTHING_SHOWN: Conversation['shown'] = {
  story: [],
  demands: null,
  letter: null,
  privacy: null,
  consent: null,
};
