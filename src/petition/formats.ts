import type { Day } from '../day.js';

/** A language tag that the petition has texts in: `en`, `ar`. */
export type Locale = string;

/**
 * The tag under which `Intl` knows a locale's numbers and dates. Releases of ICU differ in the digits of Arabic
 * without a region, and a text must not change with Node.js. So we choose the digits of Morocco (1, 2, 3).
 */
export function intlTag(locale: Locale): string {
  return locale === 'ar' ? 'ar-u-nu-latn' : locale;
}

/**
 * True for a language tag in its usual form whose plural forms, numbers and dates `Intl` knows. For any other tag,
 * `Intl` silently uses the machine's language.
 */
export function isKnownToIntl(tag: string): boolean {
  try {
    return (
      Intl.getCanonicalLocales(tag)[0] === tag &&
      Intl.PluralRules.supportedLocalesOf(tag).length > 0 &&
      Intl.NumberFormat.supportedLocalesOf(tag).length > 0 &&
      Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0
    );
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A day in the locale's own long form: `2 novembre 2026`. */
export function formatDay(locale: Locale, day: Day): string {
  return new Intl.DateTimeFormat(intlTag(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  );
}

/** A number in the locale's own form: `12 345`. */
export function formatNumber(locale: Locale, value: number): string {
  return new Intl.NumberFormat(intlTag(locale)).format(value);
}
