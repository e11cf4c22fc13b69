import { Cron } from 'croner';
import { z } from 'zod';
import { heading, paragraph } from '../petition/rich-text.js';
import { isTimeZone } from '../petition/signing-time.js';
import type { DeskContext } from './context.js';
import type { StaffMessage } from './desk.js';
import { hoursFrom } from './hours.js';
import type { Outbox } from './outbox.js';
import { readReport, reportBody, withPicture } from './report.js';
import { paceLines } from './total.js';

const planSchema = z.strictObject({
  /** `HH:MM` in the zone. */
  hour: z.string(),
  /** An IANA time zone. */
  zone: z.string(),
  /** The time when the last report was due, or when the digest was switched on. */
  last: z.iso.datetime(),
});
const noteSchema = z.record(z.string(), planSchema);
type Plan = z.infer<typeof planSchema>;

const NOTE = 'digests';

/** After an outage, a missed report is still sent up to this many hours late. Older ones are skipped. */
const LATE_HOURS = 6;

/** The hour and the zone of a daily report; null if they are not valid. */
export function parseHour(hour: string, zone: string): Pick<Plan, 'hour' | 'zone'> | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(hour) ?? [];
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return isTimeZone(zone) ? { hour: `${hours.padStart(2, '0')}:${minutes}`, zone } : null;
}

/**
 * When a daily report is next due. If the clock skips that hour (summer time begins), it is due right after.
 * If the clock repeats that hour, it is due once.
 */
export function nextDue({ hour, zone }: Pick<Plan, 'hour' | 'zone'>, after: Date): Date | null {
  const [hours, minutes] = hour.split(':').map(Number);
  return new Cron(`${minutes} ${hours} * * *`, { timezone: zone, paused: true }).nextRun(after);
}

/** `digest on`: the first report is the next one due. */
export async function switchDigest(
  desk: DeskContext,
  room: string,
  plan: Pick<Plan, 'hour' | 'zone'> | null,
): Promise<StaffMessage> {
  const { voice, ledger, now } = desk;
  const at = now();
  await ledger.staff.revise(NOTE, (kept) => {
    const { [room]: _before, ...others } = noteSchema.parse(kept ?? {});
    return {
      keep: plan === null ? others : { ...others, [room]: { ...plan, last: at.toISOString() } },
      result: null,
    };
  });
  if (plan === null) return voice.message([paragraph(voice.say('staff-digest-off'))]);
  const next = voice.moment(nextDue(plan, at) ?? at, plan.zone);
  return voice.message([paragraph(voice.say('staff-digest-on', { next, zone: plan.zone }))]);
}

/**
 * Sends the reports that are due, once each: it marks them in the store before it sends them, as milestones
 * do.
 */
export async function sendDigests(
  desk: DeskContext,
  rooms: readonly string[],
  outbox: Outbox,
): Promise<void> {
  const { ledger, now } = desk;
  const at = now();
  const known = noteSchema.parse((await ledger.staff.recall(NOTE)) ?? {});
  for (const room of rooms) {
    const plan = known[room];
    const due = plan === undefined ? null : dueOf(plan, at);
    if (plan === undefined || due === null) continue;
    // Made before it is marked: if the database goes away in between, the report is not lost.
    const message = await digestMessage(desk, due, plan.zone);
    const mine = await ledger.staff.revise(NOTE, (kept) => {
      const note = noteSchema.parse(kept ?? {});
      const current = note[room];
      if (current === undefined || current.last !== plan.last) return { keep: note, result: false };
      return { keep: { ...note, [room]: { ...current, last: due.toISOString() } }, result: true };
    });
    if (mine) outbox.put(`digest ${room}`, message, [room]);
  }
}

/** The latest due time that is not marked yet; null if there is none, or if it is too long ago. */
function dueOf(plan: Plan, at: Date): Date | null {
  const last = new Date(plan.last);
  const earliest = hoursFrom(at, -LATE_HOURS);
  const due = nextDue(plan, last > earliest ? last : earliest);
  return due !== null && due > last && due <= at ? due : null;
}

/** The petition's growth, and where the signatures of the last seven days came from. */
async function digestMessage(desk: DeskContext, due: Date, zone: string): Promise<StaffMessage> {
  const { voice } = desk;
  const report = await readReport(desk, '7d');
  const message = voice.message([
    heading(voice.say('staff-digest-heading', { moment: voice.moment(due, zone), zone })),
    ...paceLines(desk, report),
    ...reportBody(voice, report),
  ]);
  return withPicture(desk, report, message);
}
