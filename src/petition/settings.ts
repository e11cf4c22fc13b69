import { z } from 'zod';

const day = z.iso.date();
const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'use 1 to 32 of a–z, 0–9 and -, beginning with a letter or digit');

/** `content/<petition>/petition.yaml`: what is the same in every language. */
export const settingsSchema = z.strictObject({
  /** The languages, best known first; each has a folder and an interface file. */
  locales: z
    .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'use a language tag such as en or pt-BR'))
    .min(1),
  /** The story's pages by name, in their order: `story/<name>.md` in each locale. */
  story: z.array(code).min(1),
  /** First and last day on which it can be signed (UTC); leave out for no bound. */
  opens: day.optional(),
  closes: day.optional(),
  /** Actions counted elsewhere before this channel began; added to every total shown. */
  offset: z.strictObject({ count: z.number().int().nonnegative(), source: z.string().min(1), day }),
  /** Totals to reach, growing. */
  goals: z.array(z.number().int().positive()).min(1),
  /** Codes that deep links may carry; each is counted apart. */
  sources: z.array(code),
  /** Days after delivery on which the names are erased. */
  retentionDays: z.number().int().min(1).max(30),
  /** Where the facts come from; named on the page. */
  factsSource: z.strictObject({
    organisation: z.string().min(1),
    title: z.string().min(1),
    url: z.url().optional(),
  }),
  /** Where signers can sign up for Write for Rights; leave out and nobody is invited. */
  writeForRightsUrl: z.url().optional(),
});
export type Settings = z.infer<typeof settingsSchema>;
