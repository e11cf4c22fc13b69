import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { daySchema } from '../day.js';
import { type Block, paragraph } from '../petition/rich-text.js';
import type { DeskContext } from './context.js';
import type { StaffMember } from './desk.js';

const day = daySchema.nullable();
/** An order that a former version kept lacks these. */
const fact = z.string().nullable().default(null);
const order = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('set-aside'),
    selection: z.strictObject({
      channel: fact,
      age: fact,
      locale: fact,
      source: fact,
      from: day,
      until: day,
    }),
    hold: z.boolean(),
    reason: z.string(),
    /** The fingerprint of the counted signatures; null for a hold. */
    expected: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('release'), number: z.int(), expected: z.string().nullable() }),
  z.strictObject({ kind: z.literal('pause') }),
  z.strictObject({ kind: z.literal('resume') }),
]);

/** An action that a member of staff has been shown and can confirm. */
export type Order = z.infer<typeof order>;

const waiting = z.record(
  z.string(),
  z.strictObject({ by: z.string(), room: z.string(), until: z.iso.datetime(), order }),
);

const NOTE = 'confirmations';

/** Long enough to read and to ask a colleague. Short enough that nobody presses a forgotten button. */
const CONFIRM_MINUTES = 10;

/** Says how long the person has to confirm, unless the place asks at once. */
export function confirmationTime({ voice, asksAtOnce = false }: DeskContext): Block[] {
  return asksAtOnce ? [] : [paragraph(voice.say('staff-confirm-within', { minutes: CONFIRM_MINUTES }))];
}

/** More than staff ever have open at once; beyond it we drop the oldest. */
const MAX_WAITING = 40;

/**
 * Stores orders until staff confirm them; all processes share them. Only the member who asked can confirm,
 * once, in the same room.
 */
export function createConfirmations({ ledger, now }: Pick<DeskContext, 'ledger' | 'now'>) {
  const { staff } = ledger;
  const alive = (kept: unknown) =>
    Object.entries(waiting.parse(kept ?? {})).filter(([, { until }]) => new Date(until) > now());

  return {
    /** @returns the code that confirms the order */
    async keep(wanted: Order, who: StaffMember, room: string): Promise<string> {
      const code = randomBytes(12).toString('base64url');
      const until = new Date(now().getTime() + CONFIRM_MINUTES * 60_000).toISOString();
      await staff.revise(NOTE, (kept) => {
        const others = alive(kept).slice(1 - MAX_WAITING);
        const mine = { by: staff.keyed(who), room, until, order: wanted };
        return { keep: Object.fromEntries([...others, [code, mine]]), result: null };
      });
      return code;
    },
    /**
     * Removes the order, so that a second press finds nothing; null if this member has no such order here.
     */
    async take(code: string, who: StaffMember, room: string): Promise<Order | null> {
      const by = staff.keyed(who);
      return staff.revise(NOTE, (kept) => {
        const entries = alive(kept);
        const found = entries.find(([key, one]) => key === code && one.by === by && one.room === room);
        return {
          keep: Object.fromEntries(entries.filter((entry) => entry !== found)),
          result: found?.[1].order ?? null,
        };
      });
    },
  };
}
export type Confirmations = ReturnType<typeof createConfirmations>;
