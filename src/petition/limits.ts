import type { WordId } from './catalogue.js';
import type { Locale } from './petition.js';
import { plainText } from './plain.js';
import type { Problem } from './problems.js';
import type { ReadTexts } from './texts.js';

/** What a platform can show. */
export interface NamedLimits {
  readonly channel: string;
  /** The longest message, in UTF-16 code units of its text without markup. */
  readonly text: number;
  /** The longest button label, in graphemes. */
  readonly label: number;
}

/** The words of an interface file, for measuring. */
export interface MeasuredWords {
  readonly file: string;
  /** Each message at its longest. */
  readonly longest: ReadonlyMap<string, string>;
  /** Where each stands. */
  readonly lines: ReadonlyMap<string, number>;
}

/** The long screens: the texts that each shows, and the interface's words that may stand around them. */
const SCREENS: readonly { readonly texts: readonly string[]; readonly words: readonly WordId[] }[] = [
  {
    texts: ['welcome'],
    words: ['preview-notice', 'total-line', 'goal-line', 'goal-passed', 'welcome-next', 'welcome-read'],
  },
  { texts: ['welcome', 'upcoming'], words: ['total-line', 'goal-line', 'goal-passed', 'welcome-read'] },
  { texts: ['closed'], words: ['total-line', 'goal-line', 'goal-passed', 'welcome-read'] },
  { texts: ['demands'], words: ['text-demands'] },
  { texts: ['letter'], words: ['text-letter'] },
  { texts: ['privacy', 'consent'], words: ['text-privacy', 'text-consent'] },
  {
    texts: ['thanks'],
    words: ['thanks-word', 'thanks-receipt', 'thanks-withdraw', 'thanks-total', 'preview-notice'],
  },
  { texts: ['share'], words: ['share-intro'] },
];

/** How long some messages may be whatever the platforms are, in graphemes: what most of them can show. */
const HOUSE_LIMITS: readonly { readonly ids: RegExp; readonly longest: number }[] = [
  // A name stands in `button-sign-as`: it is shortened where it is put in.
  { ids: /^button-(?!sign-as$)|^share-label$/, longest: 30 },
  { ids: /-form-title$/, longest: 45 },
  { ids: /^(command|option)-/, longest: 100 },
];

/** What of a locale's texts is too long for one message of a platform, with the sentence that may stand above it. */
export function longTexts(
  texts: ReadTexts,
  words: MeasuredWords | null,
  limits: readonly NamedLimits[],
): Problem[] {
  const lengthOf = (id: string) => words?.longest.get(id)?.length ?? 0;
  const why = Math.max(
    0,
    ...[...(words?.longest.keys() ?? [])].filter((id) => id.startsWith('why-')).map(lengthOf),
  );
  const pages = [...texts.keys()].filter((name) => name.startsWith('story/'));
  const screens = [...SCREENS, ...pages.map((page) => ({ texts: [page], words: ['story-page'] }))];
  return screens.flatMap((screen) => {
    const shown = screen.texts.flatMap((name) => texts.get(name) ?? []);
    const [main] = shown;
    if (main === undefined) return [];
    const parts = [
      ...shown.map(({ blocks }) => plainText(blocks).length),
      ...screen.words.map(lengthOf),
      why,
    ];
    const length = parts.reduce((sum, part) => sum + part + '\n\n'.length, 0);
    return limits
      .filter(({ text }) => length > text)
      .map(({ channel, text }) => ({
        file: main.file,
        line: 1,
        problem: `the screen with ${screen.texts.map((name) => `${name}.md`).join(' and ')} can have ${length} characters, and ${channel} shows ${text}`,
        remedy: `shorten it by ${length - text}`,
      }));
  });
}

/** Which of a locale's words are too long for their place. */
export function longWords(locale: Locale, words: MeasuredWords, limits: readonly NamedLimits[]): Problem[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'grapheme' });
  return [...words.longest].flatMap(([id, said]) => {
    const length = [...segmenter.segment(said)].length;
    const bounds = [
      ...HOUSE_LIMITS.filter(({ ids }) => ids.test(id)).map(({ longest }) => ({
        longest,
        where: 'it may have',
      })),
      ...(id.startsWith('button-') ? limits : []).map(({ channel, label }) => ({
        longest: label,
        where: `${channel} shows`,
      })),
    ];
    const line = words.lines.get(id);
    return bounds
      .filter(({ longest }) => length > longest)
      .map(({ longest, where }) => ({
        file: words.file,
        ...(line === undefined ? {} : { line }),
        problem: `${id} has ${length} characters, and ${where} ${longest}`,
        remedy: `shorten it by ${length - longest}`,
      }));
  });
}
