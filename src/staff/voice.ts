import { dayOf } from '../day.js';
import type { Locale } from '../petition/formats.js';
import { formatDay, formatNumber, intlTag } from '../petition/formats.js';
import type { Petition } from '../petition/petition.js';
import type { Words } from '../petition/words.js';
import type { StaffMessage } from './desk.js';

/** The desk's words and formats, in one language for all staff. */
export interface Voice {
  readonly locale: Locale;
  readonly direction: 'ltr' | 'rtl';
  readonly say: Words['say'];
  number(value: number): string;
  /** A day in UTC, in the language's long form. */
  day(date: Date): string;
  /** A month in UTC, with its year. */
  month(date: Date, form: 'long' | 'short'): string;
  /** `14:05`, in UTC. */
  time(date: Date): string;
  /** The day and time in a time zone. */
  moment(date: Date, zone: string): string;
  message(
    body: StaffMessage['body'],
    more?: Pick<StaffMessage, 'news' | 'picture' | 'confirm' | 'refused'>,
  ): StaffMessage;
}

/** The staff's language: from the settings, or the petition's first. */
export function staffVoice(petition: Petition): Voice {
  const locale = petition.settings.staffLanguage ?? petition.locales[0];
  const { direction, words } = petition.texts(locale);
  const tag = intlTag(locale);
  return {
    locale,
    direction,
    say: words.say,
    number: (value) => formatNumber(locale, value),
    day: (date) => formatDay(locale, dayOf(date)),
    month: (date, month) =>
      new Intl.DateTimeFormat(tag, { month, year: 'numeric', timeZone: 'UTC' }).format(date),
    time: (date) => date.toISOString().slice(11, 16),
    moment: (date, timeZone) =>
      new Intl.DateTimeFormat(tag, {
        dateStyle: 'long',
        timeStyle: 'short',
        hourCycle: 'h23',
        timeZone,
      }).format(date),
    message: (body, more = {}) => ({ locale, direction, body, ...more }),
  };
}
