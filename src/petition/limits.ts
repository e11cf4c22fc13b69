import type { WordId } from './catalogue.js';
import type { Locale } from './formats.js';
import { SIGNED_TEXTS } from './petition.js';
import { plainText } from './plain.js';
import type { Problem } from './problems.js';
import { OPTIONAL_TEXTS, type ReadTexts } from './texts.js';

/** The lengths that a platform can show. */
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
  readonly ids: readonly string[];
  /** The longest form of a message. */
  longest(id: string): string;
  /** The line of a message in the file. */
  lineOf(id: string): number | undefined;
}

/** A screen: its texts, and the interface's words around them. It has one message of each list of words. */
interface Screen {
  readonly texts: readonly string[];
  readonly words: readonly (readonly WordId[])[];
  /** An answer on the side: no line above it says why it is shown. */
  readonly note?: true;
}

const TOTAL: Screen['words'] = [
  ['total-line', 'total-closed'],
  ['goal-line', 'goal-passed'],
];
const CLOSES: Screen['words'][number] = ['closes-line', 'closes-in', 'closes-tomorrow', 'closes-today-hour'];
const THANKS: Screen['words'] = [
  ['thanks-word'],
  ['thanks-recorded'],
  ...TOTAL,
  ['thanks-receipt'],
  ['thanks-withdraw'],
  ['preview-notice'],
];
const NEXT: Screen['words'] = [['welcome-next', 'welcome-read']];
const LETTER: Screen = { texts: ['demands', 'letter'], words: [['text-demands'], ['text-letter']] };

/** The long screens other than the story's. */
const SCREENS: readonly Screen[] = [
  { texts: ['welcome', 'run-by'], words: [['preview-notice', 'paused-notice'], ...TOTAL, CLOSES, ...NEXT] },
  { texts: ['welcome', 'run-by', 'upcoming'], words: [...TOTAL, ...NEXT] },
  { texts: ['closed', 'run-by'], words: [...TOTAL, ['status-delivered'], ...NEXT] },
  { texts: ['outcome', 'run-by'], words: [...TOTAL, ...NEXT] },
  LETTER,
  { texts: ['notice', 'consent'], words: [['text-notice'], ['text-consent']] },
  { texts: ['privacy'], words: [['text-privacy']], note: true },
  { texts: ['thanks'], words: THANKS },
  { texts: ['closed', 'thanks'], words: [...THANKS, ['status-delivered']] },
  { texts: ['outcome', 'thanks'], words: THANKS },
  { texts: ['updates'], words: [['updates-changed', 'updates-already']] },
  { texts: ['share'], words: [['share-intro']] },
  {
    texts: ['consent', 'updates'],
    words: [
      ['mydata-heading'],
      ['mydata-signed'],
      ['mydata-set-aside', 'mydata-counted'],
      ['mydata-receipt'],
      ['mydata-held'],
      ['mydata-name', 'mydata-erased'],
      ['mydata-correct'],
      ['mydata-consent'],
      ['mydata-texts'],
      ...Array.from({ length: SIGNED_TEXTS.length }, () => ['mydata-text'] as const),
      ['mydata-withdraw'],
      ['mydata-updates-on', 'mydata-updates-off'],
      ['mydata-updates-agreed'],
      ['mydata-conversation'],
      ['mydata-platform'],
    ],
  },
];

/** The longest that some messages may be on any platform, in graphemes. `en.ftl` tells translators the same. */
const HOUSE_LIMITS: readonly { readonly ids: RegExp; readonly longest: number }[] = [
  // Platforms cut longer labels. The program shortens the name in `button-sign-as` itself.
  { ids: /^(staff-)?button-(?!sign-as$)|^share-label$/, longest: 30 },
  { ids: /-form-title$/, longest: 45 },
  { ids: /^(command|option)-/, longest: 100 },
  // Telegram shows at most 200 characters in the small window that answers a press.
  { ids: /^chat-(not-)?cleared$/, longest: 190 },
  // Telegram's description of a bot has at most 512 characters, and the headline is part of it.
  { ids: /^bot-description$/, longest: 250 },
];

/** A locale's texts and words, and the lengths that the platforms in use can show. */
export interface Lengths {
  readonly texts: ReadTexts;
  /** Null if the interface file has problems. */
  readonly words: MeasuredWords | null;
  readonly limits: readonly NamedLimits[];
}

/** Whether one message of every platform can hold the story, the demands and the letter. */
export function fitsOneScreen(lengths: Lengths): boolean {
  const length = lengthOfScreen(lengths, { ...LETTER, texts: [...storyOf(lengths.texts), ...LETTER.texts] });
  return lengths.limits.every(({ text }) => length <= text);
}

function storyOf(texts: ReadTexts): string[] {
  return [...texts.keys()].filter((name) => name.startsWith('story/'));
}

/** The longest that a screen can get, with the line above it that says why it is shown. */
function lengthOfScreen({ texts, words }: Lengths, screen: Screen): number {
  const lengthOf = (ids: readonly string[]) =>
    Math.max(0, ...ids.map((id) => words?.longest(id).length ?? 0));
  const why = (words?.ids ?? []).filter((id) => id.startsWith('why-'));
  const shown = screen.texts.flatMap((name) => texts.get(name) ?? []);
  const parts = [
    ...shown.map(({ blocks }) => plainText(blocks).length),
    ...screen.words.map(lengthOf),
    screen.note ? 0 : lengthOf(why),
  ];
  return parts.reduce((sum, part) => sum + part + '\n\n'.length, 0);
}

/** A locale's texts that are too long for one message of a platform. */
export function longTexts(lengths: Lengths): Problem[] {
  const { texts, limits } = lengths;
  if (limits.length === 0) return [];
  const story = storyOf(texts).map((page): Screen => ({ texts: [page], words: [['story-page']] }));
  return [...SCREENS, ...story].flatMap((screen) => {
    const [main] = screen.texts.flatMap((name) => texts.get(name) ?? []);
    // Without its optional text, the screen is never shown.
    const unused = OPTIONAL_TEXTS.some((name) => screen.texts.includes(name) && !texts.has(name));
    if (main === undefined || unused) return [];
    const length = lengthOfScreen(lengths, screen);
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

/** A locale's words that are too long for their place. */
export function longWords(locale: Locale, words: MeasuredWords, limits: readonly NamedLimits[]): Problem[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'grapheme' });
  return words.ids.flatMap((id) => {
    const bounds = boundsOf(id, limits);
    if (bounds.length === 0) return [];
    const longest = words.longest(id);
    // A text has no more graphemes than UTF-16 code units, which cost nothing to count.
    if (bounds.every((bound) => longest.length <= bound.longest)) return [];
    const length = [...segmenter.segment(longest)].length;
    const line = words.lineOf(id);
    return bounds
      .filter(({ longest }) => length > longest)
      .map(({ longest, who }) => ({
        file: words.file,
        ...(line === undefined ? {} : { line }),
        problem: `${id} has ${length} characters, and ${who} ${longest}`,
        remedy: `shorten it by ${length - longest}`,
      }));
  });
}

function boundsOf(id: string, limits: readonly NamedLimits[]): { longest: number; who: string }[] {
  return [
    ...HOUSE_LIMITS.filter(({ ids }) => ids.test(id)).map(({ longest }) => ({ longest, who: 'it may have' })),
    ...(id.startsWith('button-') ? limits : []).map(({ channel, label }) => ({
      longest: label,
      who: `${channel} shows`,
    })),
  ];
}
