import { negotiateLanguages } from '@fluent/langneg';
import type { Locale } from './formats.js';

/**
 * Varieties of Arabic that have tags of their own. Their speakers read standard Arabic.
 * @see https://iso639-3.sil.org/code/ara
 */
const ARABIC = ['aeb', 'acm', 'afb', 'apc', 'arq', 'ary', 'arz', 'ayl', 'mey'];

/**
 * For languages that a petition seldom has: what their speakers also read, best first (the languages of their schools).
 */
const ALSO_READ: Readonly<Record<string, readonly string[]>> = {
  // The Amazigh languages: of Morocco (Tarifit, Tamazight, Tachelhit), all together, and of Kabylia.
  rif: ['ar', 'fr'],
  zgh: ['ar', 'fr'],
  tzm: ['ar', 'fr'],
  shi: ['ar', 'fr'],
  ber: ['ar', 'fr'],
  kab: ['fr', 'ar'],
  ca: ['es'],
  eu: ['es'],
  gl: ['es'],
  fy: ['nl'],
  gsw: ['de'],
  lb: ['de', 'fr'],
  br: ['fr'],
  oc: ['fr'],
};

/** More than anybody reads. A program can send thousands, and each takes a hundredth of a millisecond. */
const MAX_TAGS = 30;

/**
 * The best locale for language tags in order of preference; the first locale if none fits. Never throws: browsers and
 * platforms send any tag.
 */
export function negotiate(tags: readonly string[], locales: readonly [Locale, ...Locale[]]): Locale {
  const [best] = negotiateLanguages(withAlsoRead(tags.slice(0, MAX_TAGS).flatMap(understood)), locales, {
    strategy: 'lookup',
    defaultLocale: locales[0],
  });
  return best ?? locales[0];
}

/**
 * The tags, and what these people also read. It comes after what they named, but before English: browsers and
 * telephones add English to a list by themselves.
 */
function withAlsoRead(tags: readonly string[]): readonly string[] {
  const others = tags.flatMap(alsoRead);
  const from = tags.findIndex((tag) => alsoRead(tag).length > 0);
  const isAdded = (tag: string, index: number) => from !== -1 && index > from && languageOf(tag) === 'en';
  return [
    ...tags.filter((tag, index) => !isAdded(tag, index)),
    ...others,
    ...tags.filter((tag, index) => isAdded(tag, index)),
  ];
}

/**
 * A tag that the library can read: language, script and a region of letters. It finds no language in `es-419` (the
 * Spanish of Latin America), or in tags with extensions. Some platforms write `pt_BR`.
 */
function understood(tag: string): string[] {
  try {
    const { language, script, region } = new Intl.Locale(tag.replaceAll('_', '-'));
    const usual = [language, script, region?.match(/^[A-Z]{2}$/)?.[0]].filter((part) => part !== undefined);
    return [usual.join('-'), ...(ARABIC.includes(language) ? ['ar'] : [])];
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function alsoRead(tag: string): readonly string[] {
  const language = languageOf(tag);
  return Object.hasOwn(ALSO_READ, language) ? (ALSO_READ[language] ?? []) : [];
}

function languageOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
