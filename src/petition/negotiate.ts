import { negotiateLanguages } from '@fluent/langneg';
import type { Locale } from './formats.js';

/**
 * The best locale for language tags in order of preference; the first locale if none fits. Never throws: browsers and
 * platforms send any tag.
 */
export function negotiate(tags: readonly string[], locales: readonly [Locale, ...Locale[]]): Locale {
  const [best] = negotiateLanguages(tags.flatMap(understood), locales, {
    strategy: 'lookup',
    defaultLocale: locales[0],
  });
  return best ?? locales[0];
}

/**
 * A tag that the library can read: language, script and a region of letters. It finds no language in `es-419` (the
 * Spanish of Latin America), nor in tags with extensions. Some platforms write `pt_BR`.
 */
function understood(tag: string): string[] {
  try {
    const { language, script, region } = new Intl.Locale(tag.replaceAll('_', '-'));
    return [
      [language, script, region?.match(/^[A-Z]{2}$/)?.[0]].filter((part) => part !== undefined).join('-'),
    ];
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
