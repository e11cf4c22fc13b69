import type { Step } from '../../src/conversation/conversation.js';
import { catalogue } from '../../src/petition/catalogue.generated.js';
import type { WordId } from '../../src/petition/catalogue.js';
import { sayIn } from '../support/languages.js';
import { type Expectation, isWordId, type Label } from './format.js';

/** An answer as the person sees it on any platform: the text of the last message, without markup. */
export interface Seen {
  readonly role: 'screen' | 'note';
  /** The step that its buttons belong to; null for a note. */
  readonly step: Step | null;
  readonly text: string;
  /** The labels of its buttons, in order. */
  readonly buttons: readonly string[];
  /** The total that it speaks of, where the platform tells it apart from the text. */
  readonly total?: number | undefined;
}

/** Stands where a variable has no value that matters. No word of the interface holds it. */
const ANYTHING = '\uE0F0';

/** Every variable of every message. */
const ANY_VALUES = Object.fromEntries(
  Object.values(catalogue).flatMap((variables) => variables.map((name) => [name, ANYTHING] as const)),
);

/** What differs between an answer and what was expected of it: one line each, none when all is well. */
export function differences(
  seen: Seen,
  expect: Expectation,
  context: {
    readonly locale: string;
    /** Whether the person's signature stands; null where nothing is expected of it. */
    readonly signed: boolean | null;
    /** Whether the transcript knows of updates: where it does not, their button may stand on any screen. */
    readonly updates: boolean;
    /** Fills the placeholders of a text. */
    readonly filled: (text: string) => string;
  },
): readonly string[] {
  const found: string[] = [];
  const text = readable(seen.text);
  const say = (line: string) => found.push(line);
  const role = expect.note === true ? 'note' : 'screen';
  if (seen.role !== role) say(`expected a ${role}, came a ${seen.role}`);
  if (expect.step !== undefined && seen.step !== expect.step) {
    say(`expected the step ${expect.step}, stood at ${seen.step ?? 'none'}`);
  }
  for (const fragment of expect.says ?? []) {
    if (!text.includes(readable(context.filled(fragment)))) say(`did not say "${fragment}"`);
  }
  for (const fragment of expect.never ?? []) {
    if (text.includes(readable(fragment))) say(`said "${fragment}"`);
  }
  for (const words of expect.words ?? []) {
    const { id, with: values } = typeof words === 'string' ? { id: words, with: {} } : words;
    if (!holds(text, wordsOf(context.locale, id, values))) say(`did not say the words of ${id}`);
  }
  if (expect.buttons !== undefined) {
    const labels = expect.buttons.map((label) => labelOf(context.locale, label));
    const updates = context.updates ? null : labelOf(context.locale, 'button-updates');
    const shown = seen.buttons.map(readable).filter((button) => button !== updates);
    if (shown.join(' | ') !== labels.join(' | ')) {
      say(`expected the buttons ${labels.join(' | ')}, had ${shown.join(' | ')}`);
    }
  }
  if (expect.total !== undefined && seen.total !== undefined && seen.total !== expect.total) {
    say(`expected the total ${expect.total}, came ${seen.total}`);
  }
  if (expect.signed !== undefined && context.signed !== expect.signed) {
    say(expect.signed ? 'the signature does not stand' : 'a signature stands');
  }
  return found;
}

/** A button's label as the person reads it. */
export function labelOf(locale: string, label: Label): string {
  if (typeof label !== 'string') return readable(wordsOf(locale, label.id, { name: label.name }));
  return readable(isWordId(label) ? wordsOf(locale, label, {}) : wordsOf(label, 'language-name', {}));
}

/** Text as it is read: without the characters that only give a direction, white space folded. */
export function readable(text: string): string {
  return text
    .replace(/[\u2066-\u2069\u200E\u200F]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a text holds the words, with anything at all in the place of variables. */
function holds(text: string, words: string): boolean {
  let from = 0;
  for (const part of readable(words).split(ANYTHING)) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

function wordsOf(locale: string, id: WordId, values: Readonly<Record<string, string | number>>): string {
  return sayIn(locale)(id, { ...ANY_VALUES, ...values });
}
