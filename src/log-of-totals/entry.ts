import { z } from 'zod';
import { daySchema } from '../day.js';

/*
 * The entries of the log. An entry is a line of JSON with its fields in this order; the bytes of the line are the leaf
 * of the tree. No entry is about one person.
 */

const count = z.int().nonnegative();

/** What came and went in some whole days. */
const periodSchema = z.strictObject({
  petition: z.string().min(1),
  /** The first and the last of the days (UTC), both included. */
  from: daySchema,
  day: daySchema,
  /** Actions counted elsewhere, at the end of the last day. */
  offset: count,
  signed: count,
  withdrawn: count,
  setAside: count,
  released: count,
  /** The total at the end of the last day, offset included. */
  total: count,
});
export type Period = z.infer<typeof periodSchema>;

/** A public correction of a difference between the log and the signatures. */
const correctionSchema = z.strictObject({
  petition: z.string().min(1),
  /** The day on which it was added. */
  day: daySchema,
  offset: count,
  /** What is added to the total; below 0 where signatures were lost. */
  corrected: z.int(),
  /** Why, in the operator's words. */
  reason: z.string().min(1),
  total: count,
});
export type Correction = z.infer<typeof correctionSchema>;

export type Entry = Period | Correction;

/** The movements of a period. */
export const MOVEMENTS = ['signed', 'withdrawn', 'setAside', 'released'] as const;
export type Movements = Readonly<Record<(typeof MOVEMENTS)[number], number>>;

export function isCorrection(entry: Entry): entry is Correction {
  return 'corrected' in entry;
}

/** The line of an entry. Fields are written in the order of the schema. */
export function writeEntry(entry: Entry): string {
  const schema = isCorrection(entry) ? correctionSchema : periodSchema;
  return JSON.stringify(schema.parse(entry));
}

/** Reads a line; null if it is not exactly the line of an entry. */
export function readEntry(line: string): Entry | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  const entry = z.union([periodSchema, correctionSchema]).safeParse(value).data;
  return entry !== undefined && writeEntry(entry) === line ? entry : null;
}

/** The signatures that count after an entry: its total without the offset. */
export function signaturesAfter(entry: Entry | undefined): number {
  return entry === undefined ? 0 : entry.total - entry.offset;
}

/** By how many signatures an entry changes the number that counts. */
export function changeOf(entry: Entry): number {
  return isCorrection(entry) ? entry.corrected : netOf(entry);
}

/** By how much movements change the number that counts. */
export function netOf({ signed, withdrawn, setAside, released }: Movements): number {
  return signed - withdrawn - setAside + released;
}
