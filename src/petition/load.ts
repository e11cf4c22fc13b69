import type { Day } from '../day.js';
import { catalogue } from './catalogue.generated.js';
import { ContentFolder } from './content-folder.js';
import type { Locale } from './formats.js';
import type { HostingCountry } from './hosting-country.js';
import { interfaceFile } from './interface-file.js';
import { fitsOneScreen, longTexts, longWords, type NamedLimits } from './limits.js';
import { contentError, petitionExists, SETTINGS, settingsIn } from './load-settings.js';
import { negotiate } from './negotiate.js';
import type { LocaleTexts, Organiser, Petition } from './petition.js';
import { INTERFACE } from './petition-name.js';
import { readPicture } from './picture.js';
import { placeholderValues } from './placeholder-values.js';
import { plainInlines, plainText } from './plain.js';
import type { Problem, ProblemInFile } from './problems.js';
import { readingMinutes } from './reading-time.js';
import type { Settings } from './settings.js';
import type { ReadSettings } from './settings-file.js';
import {
  blocksOf,
  OPTIONAL_TEXTS,
  optionalBlocksOf,
  type ReadTexts,
  readTexts,
  signedText,
} from './texts.js';
import { ambiguousWords, type TypedLists } from './typed-words.js';
import { UNFINISHED } from './unfinished.js';
import type { Words } from './words.js';
import type { CheckedWords } from './words-check.js';

export interface LoadOptions {
  /** The folder that holds the petitions and, in `interface`, the words that they share. */
  readonly contentDir: string;
  /** The petition's folder in it. */
  readonly petition: string;
  /** Null in a preview that names nobody: the privacy notice says so. */
  readonly organiser: Organiser | null;
  /** Where the data are stored; null in a preview that does not say it. */
  readonly hostingCountry?: HostingCountry | null;
  /** Given where the bot starts or is checked: the settings are then also compared with the clock. */
  readonly today?: Day;
  /** The lengths that the platforms in use can show. A longer text is a problem. */
  readonly limits?: readonly NamedLimits[];
}

/**
 * Loads a petition and checks all of its content.
 * @throws ContentError with every problem
 */
export function loadPetition(options: LoadOptions): Petition {
  const { petition: id, organiser } = options;
  const folder = new ContentFolder(options.contentDir);
  const fail = () => contentError(folder, options.contentDir);
  if (!petitionExists(folder, id)) throw fail();

  const read = settingsIn(folder, id, options.today);
  if (read.locales !== null) reportStrays(folder, id, read.locales, read.picture);
  const parts = (read.locales ?? []).map((locale) => readLocale(folder, locale, read, options));
  folder.problems.push(...missingInSomeLocales(id, parts));
  folder.problems.push(...ambiguousWords(parts.map(({ typed }) => typed)));
  const { settings } = read;
  const picture = settings?.picture === undefined ? null : readPicture(folder, id, settings.picture);
  if (settings === null || folder.problems.length > 0) throw fail();

  const texts = new Map(parts.map((part) => [part.locale, localeTexts(part, settings)]));
  const [first, ...others] = settings.locales;
  const [firstPart] = parts;
  if (first === undefined || firstPart === undefined)
    throw new RangeError('a petition has at least one locale');
  const locales = [first, ...others] as const;
  return {
    id,
    settings,
    organiser,
    picture,
    minutes: readingMinutes(firstPart.texts),
    locales,
    unfinished: folder.unfinished,
    texts(locale) {
      const found = texts.get(locale);
      if (found === undefined) throw new RangeError(`the petition has no texts in ${locale}`);
      return found;
    },
    negotiate: (tags) => negotiate(tags, locales),
  };
}

function reportStrays(
  folder: ContentFolder,
  id: string,
  locales: readonly Locale[],
  picture: string | null,
): void {
  for (const { name, isFolder } of folder.entries(id) ?? []) {
    if (isFolder ? locales.includes(name) : [SETTINGS, picture].includes(name)) continue;
    folder.report(`${id}/${name}`, {
      problem: isFolder ? 'this is not one of the languages' : 'nothing reads this',
      remedy: isFolder ? 'take it away, or add it to `locales` in petition.yaml' : 'take it away',
    });
  }
}

/** One locale as read from its files. `words` is null if the interface file has problems. */
interface ReadLocale {
  readonly locale: Locale;
  readonly texts: ReadTexts;
  readonly words: Words | null;
  readonly typed: TypedLists;
  readonly fitsOneScreen: boolean;
}

function readLocale(
  folder: ContentFolder,
  locale: Locale,
  { settings, story }: ReadSettings,
  { petition, organiser, hostingCountry = null, limits = [] }: LoadOptions,
): ReadLocale {
  const file = `${INTERFACE}/${locale}.ftl`;
  const source = folder.read(file, `translate the interface of another language into it`);
  const read = source === null ? null : interfaceFile(source, locale);
  const checked = read?.checked ?? null;
  const words = read?.words ?? null;
  folder.report(file, ...(checked?.problems ?? []));
  folder.leaveOpen(file, ...untranslated(checked));
  const typed = { file, lists: checked?.typed ?? [] };
  const measured =
    checked !== null && read !== null && read.longest !== null
      ? {
          file,
          // The mark makes an unfinished label longer than its words.
          ids: Object.keys(catalogue).filter((id) => !checked.unfinished.includes(id)),
          longest: read.longest,
          lineOf: checked.lineOf,
        }
      : null;

  const path = `${petition}/${locale}`;
  if (folder.entries(path) === null) {
    const remedy = `write the texts of this language, or take ${locale} out of \`locales\` in petition.yaml`;
    folder.report(path, { problem: 'the folder is missing', remedy });
    return { locale, words, typed, texts: new Map(), fitsOneScreen: false };
  }
  const values = placeholderValues({ settings, organiser, hostingCountry, words });
  const texts = readTexts(folder, path, story, values);
  const lengths = { texts, words: measured, limits };
  folder.problems.push(...longTexts(lengths));
  if (measured !== null) folder.problems.push(...longWords(locale, measured, limits));
  return { locale, words, typed, texts, fitsOneScreen: fitsOneScreen(lengths) };
}

/** How many messages are still to be translated, at the first of them. */
function untranslated(checked: CheckedWords | null): readonly ProblemInFile[] {
  const [first, ...others] = checked?.unfinished ?? [];
  const line = first === undefined ? undefined : checked?.lineOf(first);
  if (line === undefined) return [];
  const problem = `${others.length + 1} of ${Object.keys(catalogue).length} messages still to translate`;
  return [{ line, problem, remedy: `replace what begins with ${UNFINISHED}` }];
}

/** An optional text must exist in every language or in none, so that no reader misses what others read. */
function missingInSomeLocales(id: string, parts: readonly ReadLocale[]): Problem[] {
  return OPTIONAL_TEXTS.flatMap((name) => {
    const lacking = parts.filter(({ texts }) => !texts.has(name));
    const having = parts.filter(({ texts }) => texts.has(name)).map(({ locale }) => locale);
    if (having.length === 0) return [];
    return lacking.map(({ locale }) => ({
      file: `${id}/${locale}/${name}.md`,
      problem: `the file is missing, and ${having.join(', ')} ${having.length === 1 ? 'has' : 'have'} it`,
      remedy: 'write it in every language, or in none',
    }));
  });
}

/** A locale's texts, after all were read without problems. */
function localeTexts({ locale, texts, words, fitsOneScreen }: ReadLocale, { story }: Settings): LocaleTexts {
  if (words === null) throw new RangeError(`the words of ${locale} were not read`);
  const [headline, ...summary] = blocksOf(texts, 'welcome');
  return {
    locale,
    languageName: words.say('language-name'),
    direction: words.say('direction') === 'rtl' ? 'rtl' : 'ltr',
    headline: headline?.kind === 'heading' ? plainInlines(headline.children) : '',
    summary,
    runBy: blocksOf(texts, 'run-by'),
    story: story.map((name) => ({ name, blocks: blocksOf(texts, `story/${name}`) })),
    fitsOneScreen,
    signed: {
      demands: signedText(texts, 'demands'),
      letter: signedText(texts, 'letter'),
      notice: signedText(texts, 'notice'),
      privacy: signedText(texts, 'privacy'),
      consent: signedText(texts, 'consent'),
    },
    thanks: blocksOf(texts, 'thanks'),
    updates: signedText(texts, 'updates'),
    upcoming: blocksOf(texts, 'upcoming'),
    closed: blocksOf(texts, 'closed'),
    outcome: optionalBlocksOf(texts, 'outcome'),
    line: optionalBlocksOf(texts, 'line'),
    share: plainText(blocksOf(texts, 'share')),
    words,
  };
}
