import { dayOf, timeOf } from '../day.js';
import type { Formats, Locale } from '../petition/formats.js';
import type { Petition } from '../petition/petition.js';
import { phrase } from '../petition/phrase.js';
import type { Inline } from '../petition/rich-text.js';
import type { Words } from '../petition/words.js';
import type { StaffMessage } from './desk.js';
import { type PlatformNames, PREVIEW_CHAT } from './platform-names.js';

/** Puts an instant into a message. */
export interface Instants {
  time(date: Date): string;
  dayAndTime(date: Date): string;
}

/** The desk's words and formats, in one language for all staff. */
export interface Voice {
  readonly locale: Locale;
  readonly direction: 'ltr' | 'rtl';
  readonly say: Words['say'];
  readonly formats: Formats;
  number(value: number): string;
  /** The name of a channel's platform: `Telegram`. */
  platform(channel: string): string;
  /** A day in UTC, in the language's long form. */
  day(date: Date): string;
  /** A month in UTC, with its year. */
  month(date: Date, form: 'long' | 'short'): string;
  /** `14:05`, in UTC. */
  time(date: Date): string;
  /** The day and time in a time zone. */
  moment(date: Date, zone: string): string;
  /**
   * A message with instants in it. Each is written in the reader's time zone where the platform can do that, and
   * else in UTC.
   */
  saying(say: (when: Instants) => string): readonly Inline[];
  message(
    body: StaffMessage['body'],
    more?: Pick<StaffMessage, 'kind' | 'news' | 'picture' | 'confirm' | 'questions' | 'refused'>,
  ): StaffMessage;
}

/**
 * The staff's language: from the settings, or the petition's first.
 * @param names a platform without a name is called by its channel
 */
export function staffVoice(petition: Petition, names: PlatformNames = new Map()): Voice {
  const locale = petition.settings.staffLanguage ?? petition.locales[0];
  const { direction, words } = petition.texts(locale);
  const { formats } = words;
  return {
    locale,
    direction,
    say: words.say,
    formats,
    number: formats.number,
    platform: (channel) =>
      channel === PREVIEW_CHAT ? words.say('staff-row-preview-chat') : (names.get(channel) ?? channel),
    day: (date) => formats.day(dayOf(date)),
    month: formats.month,
    time: timeOf,
    moment: formats.moment,
    saying: (say) =>
      phrase((put) => {
        const instant = (at: Date, form: 'time' | 'day-and-time', written: string) =>
          put({ kind: 'moment', at, form, text: words.say('staff-utc', { time: written }) });
        return say({
          time: (date) => instant(date, 'time', timeOf(date)),
          dayAndTime: (date) => instant(date, 'day-and-time', formats.moment(date, 'UTC')),
        });
      }),
    message: (body, more = {}) => ({ locale, direction, body, ...more }),
  };
}
