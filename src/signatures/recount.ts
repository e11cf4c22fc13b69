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
});
export type Recount = z.infer<typeof recountSchema>;

/** The part of a ledger that a recount needs. */
export interface Recounted {
  readonly staff: Pick<StaffData, 'recall' | 'revise'>;
  reconcile(): Promise<Drift[]>;
}

/** The last recount; null if there is none yet. */
export async function lastRecount({ staff }: Pick<Recounted, 'staff'>): Promise<Recount | null> {
  return recountSchema.nullable().parse(await staff.recall(NOTE));
}

/**
 * Counts every signature again, once a day, and stores the result.
 * @returns null if today's recount is already done
 */
export async function recountDaily(ledger: Recounted, today: Day): Promise<Recount | null> {
  if ((await lastRecount(ledger))?.day === today) return null;
  const drifts = await ledger.reconcile();
  const closed = drifts.filter(({ kind }) => kind === 'data-key');
  const recount: Recount = {
    day: today,
    places: drifts.length - closed.length,
    closedNames: closed.reduce((sum, { rows }) => sum + rows, 0),
  };
  await ledger.staff.revise(NOTE, () => ({ keep: recount, result: null }));
  return recount;
}
