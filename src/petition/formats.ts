import type { Day } from '../day.js';

/** A language tag that the petition has texts in: `en`, `ar`. */
export type Locale = string;

/** What decides how a language writes numbers and dates. Its interface file says it. Plain values. */
export interface FormatRules {
  /** The tag under which `Intl` has the plural forms, numbers and dates: `ar-MA-u-nu-latn`. */
  readonly tag: string;
  /** The sign between groups of digits; null for `Intl`'s own. */
  readonly group: string | null;
  /** The first day of a month within a date: `1`, in French `1er`. */
  readonly firstOfMonth: string;
}

/** Writes numbers and dates as one language does. */
export interface Formats {
  readonly rules: FormatRules;
  /** `12 345` */
  number(value: number): string;
  /** `78 %` for 0.78. */
  percent(share: number): string;
  /** A day in the long form: `2 novembre 2026`. */
  day(day: Day): string;
  /** A day in UTC without its year, in few letters: `2 nov.` */
  shortDay(date: Date): string;
  /** A month in UTC, with its year. */
  month(date: Date, form: 'long' | 'short'): string;
  /** The day in its long form, and the time of 24 hours, in a time zone. */
  moment(date: Date, timeZone: string): string;
  /** The day and time in a time zone, with the zone's name in parentheses. */
  zonedMoment(date: Date, timeZone: string): string;
  /** The name of a country by its ISO 3166 code. */
  country(code: string): string;
  /** Things in a row: `Discord and Slack`. */
  list(things: readonly string[]): string;
}

/** The rules for a language whose file says nothing about them. */
export function plainRules(tag: string): FormatRules {
  return { tag, group: null, firstOfMonth: '1' };
}

/**
 * True for a language tag in its usual form whose plural forms, numbers and dates `Intl` knows. For any other tag,
 * `Intl` silently uses the machine's language.
 */
export function isKnownToIntl(tag: string): boolean {
  return (
    isUsualTag(tag) &&
    Intl.PluralRules.supportedLocalesOf(tag).length > 0 &&
    Intl.NumberFormat.supportedLocalesOf(tag).length > 0 &&
    Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0
  );
}

/** True for a language tag in its usual form (`pt-BR`, not `pt_br`), whether or not `Intl` knows the language. */
export function isUsualTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const LONG_DAY = { dateStyle: 'long' } as const;
const SHORT_DAY = { day: 'numeric', month: 'short' } as const;

/** The formats of a language. Its tag must be one that `Intl` takes. */
export function createFormats(rules: FormatRules): Formats {
  const { tag, group, firstOfMonth } = rules;
  const numbers = kept((style: 'decimal' | 'percent') => new Intl.NumberFormat(tag, { style }));
  const days = kept((form: 'long' | 'short') => {
    const parts = form === 'long' ? LONG_DAY : SHORT_DAY;
    return new Intl.DateTimeFormat(tag, { ...parts, timeZone: 'UTC' });
  });
  const months = kept(
    (month: 'long' | 'short') => new Intl.DateTimeFormat(tag, { month, year: 'numeric', timeZone: 'UTC' }),
  );
  const moments = kept(
    (timeZone: string) =>
      new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23', timeZone }),
  );
  const zonedMoments = kept(
    (timeZone: string) =>
      new Intl.DateTimeFormat(tag, {
        year: 'numeric',
        month: 'long',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        timeZone,
        // The generic name of UTC is only an offset.
        timeZoneName: timeZone === 'UTC' ? 'long' : 'longGeneric',
      }),
  );

  const written = (format: Intl.DateTimeFormat, date: Date) =>
    format
      .formatToParts(date)
      .map(({ type, value }) => {
        if (type === 'timeZoneName') return `(${value})`;
        return type === 'day' && value === '1' ? firstOfMonth : value;
      })
      .join('');

  return {
    rules,
    number: (value) =>
      numbers('decimal')
        .formatToParts(value)
        .map((part) => (part.type === 'group' ? (group ?? part.value) : part.value))
        .join(''),
    percent: (share) => numbers('percent').format(share),
    day: (day) => written(days('long'), new Date(day)),
    shortDay: (date) => written(days('short'), date),
    month: (date, form) => months(form).format(date),
    moment: (date, timeZone) => written(moments(timeZone), date),
    zonedMoment: (date, timeZone) => written(zonedMoments(timeZone), date),
    country: (code) => new Intl.DisplayNames(tag, { type: 'region' }).of(code) ?? code,
    list: (things) => new Intl.ListFormat(tag, { type: 'conjunction' }).format(things),
  };
}

/** Makes each of `Intl`'s formats when it is first needed, and only once: that takes far longer than using it. */
function kept<Key, Format>(make: (key: Key) => Format): (key: Key) => Format {
  const made = new Map<Key, Format>();
  return (key) => {
    const format = made.get(key) ?? make(key);
    made.set(key, format);
    return format;
  };
}
