import { dayOf } from '../day.js';
import type { Formats, Locale } from '../petition/formats.js';
import type { Petition } from '../petition/petition.js';
import type { Words } from '../petition/words.js';
import type { StaffMessage } from './desk.js';

/** The desk's words and formats, in one language for all staff. */
export interface Voice {
  readonly locale: Locale;
  readonly direction: 'ltr' | 'rtl';
  readonly say: Words['say'];
  readonly formats: Formats;
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
  const { formats } = words;
  return {
    locale,
    direction,
    say: words.say,
    formats,
    number: formats.number,
    day: (date) => formats.day(dayOf(date)),
    month: formats.month,
    time: (date) => date.toISOString().slice(11, 16),
    moment: formats.moment,
    message: (body, more = {}) => ({ locale, direction, body, ...more }),
  };
}
