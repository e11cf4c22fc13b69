import { z } from 'zod';
import { type Day, daySchema } from '../day.js';
import type { StaffData } from './staff-data.js';
import type { Drift } from './tally.js';

const NOTE = 'recount';

/** The result of a day's recount. */
const recountSchema = z.object({
  day: daySchema,
  /** Places where the tally or a quarantine differs from the rows. */
  places: z.number(),
  /** Signatures whose name nobody can read, because its data key is missing. */
  closedNames: z.number(),
  /** By how many signatures the public log is wrong; 0 where there is none. */
  logDifference: z.number().default(0),
  /**
   * Why nothing is added to the public log. `rewritten`: its entries are not those whose head was signed. `shortened`:
   * this machine has signed more entries than there are. `other-key`: another key signed the last head.
   */
  logTrouble: z.enum(['rewritten', 'shortened', 'other-key']).nullable().default(null),
});
export type Recount = z.infer<typeof recountSchema>;

/** The part of a ledger that a recount needs. */
export interface Recounted {
  readonly staff: Pick<StaffData, 'recall' | 'revise'>;
  reconcile(): Promise<Drift[]>;
}

export type LogTrouble = Exclude<Recount['logTrouble'], null>;

/** The state of the public log. */
export type LogFound =
  /** How many more signatures count than the log says. */
  { readonly trouble: null; readonly difference: number } | { readonly trouble: LogTrouble };

/** The last recount; null if there is none yet. */
export async function lastRecount({ staff }: Pick<Recounted, 'staff'>): Promise<Recount | null> {
  return recountSchema.nullable().parse(await staff.recall(NOTE));
}

/**
 * Counts every signature again, once a day, compares with the public log, and stores the result.
 * @param logged what was found in the public log, where there is one
 * @returns null if today's recount is already done
 */
export async function recountDaily(
  ledger: Recounted,
  today: Day,
  logged: LogFound = { trouble: null, difference: 0 },
): Promise<Recount | null> {
  if ((await lastRecount(ledger))?.day === today) return null;
  const drifts = await ledger.reconcile();
  const closed = drifts.filter(({ kind }) => kind === 'data-key');
  const recount: Recount = {
    day: today,
    places: drifts.length - closed.length,
    closedNames: closed.reduce((sum, { rows }) => sum + rows, 0),
    logDifference: logged.trouble === null ? logged.difference : 0,
    logTrouble: logged.trouble,
  };
  await ledger.staff.revise(NOTE, () => ({ keep: recount, result: null }));
  return recount;
}
