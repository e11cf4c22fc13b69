import { negotiateLanguages } from '@fluent/langneg';
import type { Locale } from './formats.js';

/**
 * The best of the locales for language tags in order of preference; the first where none fits. Never throws: tags
 * come from browsers and platforms as they are.
 */
export function negotiate(tags: readonly string[], locales: readonly [Locale, ...Locale[]]): Locale {
  const [best] = negotiateLanguages(tags.flatMap(understood), locales, {
    strategy: 'lookup',
    defaultLocale: locales[0],
  });
  return best ?? locales[0];
}

/**
 * A tag as the negotiation can read it: language, script and a region of letters. It takes `es-419`, the Spanish of
 * Latin America, for no language at all, and so it does with extensions; some platforms write `pt_BR`.
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
