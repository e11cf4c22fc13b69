import type { LocaleTexts } from './petition.js';
import type { Closing } from './status.js';

/** How many days before the last one the countdown begins. */
const COUNTDOWN_DAYS = 3;

/** When signing closes, in a sentence. In the last days it counts down. */
export function closingLine(texts: LocaleTexts, closing: Closing): string {
  const { words } = texts;
  const { time, daysLeft } = closing;
  if (daysLeft >= COUNTDOWN_DAYS) return lastMomentLine(texts, closing);
  const moment = momentOf(texts, closing);
  if (daysLeft > 1) return words.say('closes-in', { days: daysLeft, moment });
  if (daysLeft === 1) return words.say('closes-tomorrow', { moment });
  if (time === null) return words.say('closes-today-day');
  return words.say('closes-today-hour', { time, zone: zoneName(texts, closing.zone) });
}

/** The same without a countdown: it stays true until signing closes. */
export function lastMomentLine(texts: LocaleTexts, closing: Closing): string {
  return texts.words.say('closes-line', { moment: momentOf(texts, closing) });
}

function momentOf(texts: LocaleTexts, { day, time, zone }: Closing): string {
  const { words } = texts;
  const written = words.formats.day(day);
  if (time === null) return words.say('closes-moment-day', { day: written });
  return words.say('closes-moment-hour', { day: written, time, zone: zoneName(texts, zone) });
}

/**
 * A time zone as people know it: "Toronto time". `Intl` often knows only an abbreviation, so the name comes from the
 * zone's city. Its identifier writes that in Latin letters; other scripts have their own name from `Intl`.
 */
function zoneName({ words }: LocaleTexts, zone: string): string {
  const { tag } = words.formats.rules;
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  if (place === 'UTC') return place;
  if (new Intl.Locale(tag).maximize().script === 'Latn') return words.say('closes-zone', { place });
  const named = new Intl.DateTimeFormat(tag, { timeZone: zone, timeZoneName: 'shortGeneric' });
  return named.formatToParts(new Date(0)).find(({ type }) => type === 'timeZoneName')?.value ?? place;
}
