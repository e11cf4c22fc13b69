import bidiFactory from 'bidi-js';
import type { Block, Inline } from '../../src/petition/rich-text.js';
import type { StaffTable } from '../../src/staff/desk.js';

const bidi = bidiFactory();

/** Signs that only say a direction: nobody sees them. */
const UNSEEN = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const UNSEEN_ALL = new RegExp(UNSEEN, 'g');
/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;
/** A word of Latin letters, digits and signs: `/sign`, `--hold`, `2027-01-15`, an address. */
const WORD = /[\x21-\x7E…]+/g;
/** What belongs to the sentence around such a word. */
const AROUND = /^[("'[]+|[)"'\].,:;!?…]+$/g;

/** A line of text as it is stored, with the parts that must be displayed from left to right, unbroken. */
interface Line {
  readonly text: string;
  readonly runs: readonly (readonly [from: number, until: number])[];
}

/** The parts of a text that are not displayed from left to right and unbroken, in a right-to-left paragraph. */
export function disordered(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => disorderedIn({ text: line, runs: [] }));
}

/** The same for blocks as the engine and the desk make them, with commands, codes and links as whole parts. */
export function disorderedBlocks(
  blocks: readonly (Block | StaffTable)[],
  command: (name: string) => string,
): readonly string[] {
  return blocks.flatMap((block) => linesOf(block, command)).flatMap(disorderedIn);
}

function disorderedIn({ text, runs }: Line): string[] {
  const positions = displayed(text);
  return [...runs, ...wordsIn(text), ...isolatesIn(text)].flatMap(([from, until]) => {
    const shown = positions.slice(from, until).filter((_, index) => !UNSEEN.test(text[from + index] ?? ''));
    const isInOrder = shown.every((at, index) => index === 0 || at === (shown[index - 1] ?? 0) + 1);
    return isInOrder ? [] : [`${text.slice(from, until)} in: ${text}`];
  });
}

/** The place of each character on the screen, from the left. Signs that nobody sees take none. */
function displayed(text: string): number[] {
  const levels = bidi.getEmbeddingLevels(text, 'rtl');
  const positions: number[] = new Array(text.length).fill(-1);
  let place = 0;
  for (const index of bidi.getReorderedIndices(text, levels)) {
    if (UNSEEN.test(text[index] ?? '')) continue;
    positions[index] = place;
    place += 1;
  }
  return positions;
}

function wordsIn(text: string): [number, number][] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const [before = ''] = word.match(/^[("'[]+/) ?? [];
    const bare = word.replaceAll(AROUND, '');
    if (!/[A-Za-z0-9]/.test(bare)) return [];
    const from = index + before.length;
    return [[from, from + bare.length]];
  });
}

/** What an isolate holds, if all of it is written from left to right. */
function isolatesIn(text: string): [number, number][] {
  return [...text.matchAll(/[\u2066\u2068]([^\u2066-\u2069]*)\u2069/g)].flatMap(({ 1: held = '', index }) =>
    held === '' || RIGHT_TO_LEFT.test(held) ? [] : [[index + 1, index + 1 + held.length]],
  );
}

function linesOf(block: Block | StaffTable, command: (name: string) => string): Line[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [lineOf(block.children, command)];
    case 'list':
      return block.items.map((item) => lineOf(item, command));
    case 'quote':
      return block.blocks.flatMap((inner) => linesOf(inner, command));
    case 'table':
      return [block.columns, ...block.rows].flat().map((cell) => ({ text: cell, runs: [] }));
  }
}

function lineOf(inlines: readonly Inline[], command: (name: string) => string): Line {
  let text = '';
  const runs: [number, number][] = [];
  const add = (inline: Inline) => {
    const from = text.length;
    switch (inline.kind) {
      case 'text':
        text += inline.text;
        return;
      case 'code':
      case 'moment':
        text += inline.text;
        break;
      case 'command':
        text += command(inline.command);
        break;
      case 'strong':
      case 'emphasis':
      case 'link':
        inline.children.forEach(add);
        break;
    }
    if (inline.kind !== 'strong' && inline.kind !== 'emphasis' && !RIGHT_TO_LEFT.test(text.slice(from))) {
      runs.push([from, text.length]);
    }
  };
  inlines.forEach(add);
  return { text, runs };
}

/** A text as people see it, from left to right: for messages of tests. */
export function asDisplayed(text: string): string {
  return bidi.getReorderedString(text, bidi.getEmbeddingLevels(text, 'rtl')).replaceAll(UNSEEN_ALL, '');
}
