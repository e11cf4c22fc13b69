import { Cron } from 'croner';
import { z } from 'zod';
import { type Block, heading, paragraph, text } from '../petition/rich-text.js';
import { isTimeZone } from '../petition/signing-time.js';
import type { Figures } from '../signatures/figures.js';
import type { DeskContext } from './context.js';
import type { StaffMessage } from './desk.js';
import { hoursFrom } from './hours.js';
import type { Outbox } from './outbox.js';
import { beginningOfPace, bestDay, forecast, growth, SPANS, weekAgainstWeek } from './pace.js';
import { type Report, readReport, reportBody, withPicture } from './report.js';
import { madeLines, paceLines } from './total.js';

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

/** How often a report comes: every day, or on Mondays. */
export type Every = 'day' | 'week';

const NOTES: Readonly<Record<Every, string>> = { day: 'digests', week: 'digests-weekly' };
const EVERY: readonly Every[] = ['day', 'week'];

/** The days of the week for the schedule, in cron's form. */
const WEEKDAYS: Readonly<Record<Every, string>> = { day: '*', week: '1' };

/** When the daily report comes in a place where nobody can choose another hour. */
const UNASKED = { hour: '08:00', zone: 'UTC' };

/** After an outage, a missed report is still sent up to this many hours late. Older ones are skipped. */
const LATE_HOURS = 6;

/** The hour and the zone of a report; null if they are not valid. */
export function parseHour(hour: string, zone: string): Pick<Plan, 'hour' | 'zone'> | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(hour) ?? [];
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return isTimeZone(zone) ? { hour: `${hours.padStart(2, '0')}:${minutes}`, zone } : null;
}

/**
 * When a report is next due. If the clock skips that hour (summer time begins), it is due right after.
 * If the clock repeats that hour, it is due once.
 */
export function nextDue({ hour, zone }: Pick<Plan, 'hour' | 'zone'>, after: Date, every: Every): Date | null {
  const [hours, minutes] = hour.split(':').map(Number);
  const pattern = `${minutes} ${hours} * * ${WEEKDAYS[every]}`;
  return new Cron(pattern, { timezone: zone, paused: true }).nextRun(after);
}

/** `digest on` and `digest weekly`: the first report is the next one due. A room can have both. */
export async function beginDigest(
  { voice, ledger, now }: DeskContext,
  room: string,
  every: Every,
  plan: Pick<Plan, 'hour' | 'zone'>,
): Promise<StaffMessage> {
  const at = now();
  await ledger.staff.revise(NOTES[every], (kept) => ({
    keep: { ...noteSchema.parse(kept ?? {}), [room]: { ...plan, last: at.toISOString() } },
    result: null,
  }));
  const next = voice.moment(nextDue(plan, at, every) ?? at, plan.zone);
  const said = every === 'day' ? 'staff-digest-on' : 'staff-digest-weekly-on';
  return voice.message([paragraph(voice.say(said, { next, zone: plan.zone }))]);
}

/** `digest on` for a room that can't ask, once: it keeps the day of its last report. */
export async function subscribeToDigest({ ledger, now }: DeskContext, room: string): Promise<void> {
  const plan: Plan = { ...UNASKED, last: now().toISOString() };
  await ledger.staff.revise(NOTES.day, (kept) => ({
    keep: { [room]: plan, ...noteSchema.parse(kept ?? {}) },
    result: null,
  }));
}

/** `digest off`: ends the daily and the weekly report. */
export async function endDigests({ voice, ledger }: DeskContext, room: string): Promise<StaffMessage> {
  for (const every of EVERY) {
    await ledger.staff.revise(NOTES[every], (kept) => {
      const { [room]: _before, ...others } = noteSchema.parse(kept ?? {});
      return { keep: others, result: null };
    });
  }
  return voice.message([paragraph(voice.say('staff-digest-off'))]);
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
  for (const every of EVERY) {
    const known = noteSchema.parse((await ledger.staff.recall(NOTES[every])) ?? {});
    for (const room of rooms) {
      const plan = known[room];
      const due = plan === undefined ? null : dueOf(plan, at, every);
      if (plan === undefined || due === null) continue;
      // Made before it is marked: if the database goes away in between, the report is not lost.
      const message = await digestMessage(desk, due, plan.zone, every);
      const mine = await ledger.staff.revise(NOTES[every], (kept) => {
        const note = noteSchema.parse(kept ?? {});
        const current = note[room];
        if (current === undefined || current.last !== plan.last) return { keep: note, result: false };
        return { keep: { ...note, [room]: { ...current, last: due.toISOString() } }, result: true };
      });
      if (mine) outbox.put(`digest ${every} ${room}`, message, [room]);
    }
  }
}

/** The latest due time that is not marked yet; null if there is none, or if it is too long ago. */
function dueOf(plan: Plan, at: Date, every: Every): Date | null {
  const last = new Date(plan.last);
  const earliest = hoursFrom(at, -LATE_HOURS);
  const due = nextDue(plan, last > earliest ? last : earliest, every);
  return due !== null && due > last && due <= at ? due : null;
}

/** The petition's growth by the day or by the week, and where the signatures of the last seven days came from. */
async function digestMessage(
  desk: DeskContext,
  due: Date,
  zone: string,
  every: Every,
): Promise<StaffMessage> {
  const { voice, now } = desk;
  const report = await readReport(desk, '7d', beginningOfPace(now()));
  const heard = { moment: voice.moment(due, zone), zone };
  const message = voice.message(
    [
      heading(voice.say(every === 'day' ? 'staff-digest-heading' : 'staff-digest-weekly-heading', heard)),
      ...(every === 'day' ? dayLines(desk, report) : weekLines(desk, report)),
      ...reportBody(voice, report),
    ],
    { kind: 'digest' },
  );
  return withPicture(desk, report, message);
}

function dayLines(desk: DeskContext, report: Report): Block[] {
  return [...paceLines(desk, report), listOf(weekFacts(desk, report.figures, report.at))];
}

function weekLines(desk: DeskContext, { figures, offsets, at, total }: Report): Block[] {
  const { voice, petition } = desk;
  const grown = growth(figures, at, SPANS.week);
  return [
    listOf([...madeLines(voice, { figures, offsets }), ...weekFacts(desk, figures, at)]),
    paragraph(forecast(voice, petition.settings, { total, grown, span: SPANS.week, at })),
  ];
}

function weekFacts({ voice }: DeskContext, figures: Figures, at: Date): string[] {
  return [weekAgainstWeek(voice, figures, at), ...bestDay(voice, figures, at)];
}

function listOf(lines: readonly string[]): Block {
  return { kind: 'list', ordered: false, items: lines.map((line) => [text(line)]) };
}
