import { z } from 'zod';
import { addDays, DAY_MS, type Day, dayOf, daySchema, timeOf } from '../day.js';
import type { Formats } from './formats.js';

const dayTime = z.object({ kind: z.literal('day'), day: daySchema });
const hourTime = z.object({ kind: z.literal('hour'), moment: z.date(), zone: z.string() });

/** When signing begins or ends: a whole day in UTC, or a moment with the time zone in which it is shown. */
export const signingTimeSchema = z.union([dayTime, hourTime]);
export type SigningTime = z.infer<typeof signingTimeSchema>;

const FORM = 'write a day as 2027-01-15, or an hour with its time zone: 2027-01-15T18:00 America/Toronto';

/** Reads `2027-01-15` or `2027-01-15T18:00 America/Toronto`. The messages are remedies. */
export const writtenSigningTime = z.string(FORM).transform((written, context): SigningTime => {
  const parsed = parseSigningTime(written);
  if (typeof parsed !== 'string') return parsed;
  context.addIssue({ code: 'custom', message: parsed });
  return z.NEVER;
});

/** @returns what to write instead, if it is not a time */
function parseSigningTime(written: string): SigningTime | string {
  const day = daySchema.safeParse(written);
  if (day.success) return { kind: 'day', day: day.data };
  const [, date, hour, zone] = /^(\S+)T((?:[01]\d|2[0-3]):[0-5]\d) (\S+)$/.exec(written) ?? [];
  if (date === undefined || zone === undefined || !daySchema.safeParse(date).success) return FORM;
  if (!isTimeZone(zone)) return 'write a time zone that Node.js knows: 2027-01-15T18:00 America/Toronto';
  const [moment, second] = momentsAt(`${date}T${hour}`, zone);
  if (moment === undefined) return `write another hour: clocks in ${zone} skip this one on that day`;
  if (second !== undefined) return `write another hour: clocks in ${zone} show this one twice on that day`;
  return { kind: 'hour', moment, zone };
}

/** Whether `Intl` knows a time zone by this name. An offset from UTC is no name, since it has no summer time. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * The moments at which the clocks of a time zone show this time: usually one. None if they skip it (summer time
 * begins), two if they show it twice (summer time ends).
 * @param clock `2027-01-15T18:00`
 */
function momentsAt(clock: string, zone: string): readonly Date[] {
  const utc = Date.parse(`${clock}Z`);
  const offsets = new Set([-DAY_MS, DAY_MS].map((apart) => offsetAt(utc + apart, zone)));
  return [...offsets]
    .map((offset) => utc - offset)
    .filter((moment) => moment + offsetAt(moment, zone) === utc)
    .map((moment) => new Date(moment));
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. `Intl` writes it as `GMT-05:00`. */
function offsetAt(moment: number, timeZone: string): number {
  const written = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).format(moment);
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(written) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
}

/** The moment from which people can sign, if signing begins at this time. */
export function beginningOf(time: SigningTime): Date {
  return time.kind === 'day' ? startOf(time.day) : time.moment;
}

/** The moment from which nobody can sign, if signing ends at this time. A day is included to its end. */
export function endOf(time: SigningTime): Date {
  return time.kind === 'day' ? startOf(addDays(time.day, 1)) : time.moment;
}

/** The first moment of a day in UTC. */
export function startOf(day: Day): Date {
  return new Date(day);
}

/** The day, and the time as `18:00`, that the clocks of a time zone show at a moment. */
export function clockIn(timeZone: string, moment: Date): { readonly day: Day; readonly time: string } {
  const local = new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone));
  return {
    day: dayOf(local),
    time: timeOf(local),
  };
}

/** The time in the language's long form: a day, or a day and hour with the name of the time zone in parentheses. */
export function formatSigningTime(formats: Formats, time: SigningTime): string {
  return time.kind === 'day' ? formats.day(time.day) : formats.zonedMoment(time.moment, time.zone);
}
