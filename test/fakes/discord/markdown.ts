import { type Part, type Reading, readingOfParts } from '../live-text.js';

export type { Reading };

/** What markup within a line makes of its words. */
export type Effect =
  | 'code'
  | 'mention'
  | 'command'
  | 'emoji'
  | 'time'
  | 'link'
  | 'bold'
  | 'underline'
  | 'italic'
  | 'strike'
  | 'spoiler';

/** What the beginning of a line makes of it. */
export type LineEffect = 'quote' | 'heading' | 'small' | 'list';

/** A line as Discord's clients show it. */
export interface Line {
  readonly effects: readonly LineEffect[];
  readonly parts: readonly Part<Effect>[];
}

interface Rule {
  readonly effect: Effect | null;
  readonly shape: RegExp;
  /** The text that the reader sees instead. */
  readonly words: (match: RegExpExecArray) => string;
  /** Whether the text is parsed for more markup. */
  readonly nested?: boolean;
}

const inside = (match: RegExpExecArray) => match[1] ?? '';

/** In the order in which the client tries them at each position. */
const INLINE: readonly Rule[] = [
  { effect: null, shape: /^\\([^0-9A-Za-z\s])/, words: inside },
  { effect: 'code', shape: /^(`+)([\s\S]*?[^`])\1(?!`)/, words: (match) => match[2] ?? '' },
  { effect: 'mention', shape: /^<(@[!&]?\d+|#\d+)>/, words: inside },
  { effect: 'mention', shape: /^(@everyone|@here)/, words: inside },
  { effect: 'command', shape: /^<(\/[^:>]+):\d+>/, words: inside },
  { effect: 'emoji', shape: /^<a?(:\w+:)\d+>/, words: inside },
  { effect: 'time', shape: /^<t:-?\d+(?::\w)?>/, words: () => 'some time' },
  {
    effect: 'link',
    shape: /^\[((?:\\.|[^\]\\])+)\]\(<?https?:\/\/[^\s>)]+>?\)/,
    words: inside,
    nested: true,
  },
  { effect: 'link', shape: /^<(https?:\/\/[^\s>]+)>/, words: inside },
  { effect: 'link', shape: /^(https?:\/\/[^\s<]+)/, words: inside },
  { effect: 'bold', shape: /^\*\*((?:\\.|[^\\])+?)\*\*(?!\*)/, words: inside, nested: true },
  { effect: 'underline', shape: /^__((?:\\.|[^\\])+?)__(?!_)/, words: inside, nested: true },
  { effect: 'italic', shape: /^\*(?=\S)((?:\\.|[^\\*])+?)\*/, words: inside, nested: true },
  { effect: 'italic', shape: /^_((?:\\.|[^\\_])+?)_\b/, words: inside, nested: true },
  { effect: 'strike', shape: /^~~([\s\S]+?)~~/, words: inside, nested: true },
  { effect: 'spoiler', shape: /^\|\|([\s\S]+?)\|\|/, words: inside, nested: true },
];

/** At the beginning of a line. */
const BLOCKS: readonly { readonly effect: LineEffect; readonly shape: RegExp; readonly words: string }[] = [
  { effect: 'quote', shape: /^>(?:>>)? /, words: '' },
  { effect: 'heading', shape: /^#{1,3} +/, words: '' },
  { effect: 'small', shape: /^-# +/, words: '' },
  { effect: 'list', shape: /^ *[-*] +/, words: '• ' },
];

/** Reads a text as Discord's clients show it, line by line. */
export function parseMarkdown(source: string): Line[] {
  return source.split('\n').map((line) => {
    const effects: LineEffect[] = [];
    let rest = line;
    let marker = '';
    for (const { effect, shape, words } of BLOCKS) {
      if (!shape.test(rest)) continue;
      effects.push(effect);
      rest = rest.replace(shape, '');
      marker += words;
    }
    if (/^ *\d+\. /.test(rest)) effects.push('list');
    return { effects, parts: marker === '' ? parseInline(rest) : [marker, ...parseInline(rest)] };
  });
}

/** Reads a text as Discord's clients show it: the words, and the parts that are live. */
export function readMarkdown(source: string): Reading {
  const lines = parseMarkdown(source).map(({ effects, parts }) => {
    const reading = readingOfParts(parts);
    return { text: reading.text, effects: [...effects, ...reading.effects] };
  });
  return {
    text: lines.map(({ text }) => text).join('\n'),
    effects: lines.flatMap(({ effects }) => effects),
  };
}

function parseInline(source: string): Part<Effect>[] {
  const parts: Part<Effect>[] = [];
  let rest = source;
  while (rest !== '') {
    const rule = INLINE.find(({ shape }) => shape.test(rest));
    const match = rule?.shape.exec(rest);
    if (!rule || !match) {
      const plain = /^[A-Za-z0-9\s]+|^[\s\S]/.exec(rest)?.[0] ?? rest;
      // Plain text ends where an address begins.
      const address = plain.search(/https?$/);
      const taken = address > 0 ? plain.slice(0, address) : plain;
      parts.push(taken);
      rest = rest.slice(taken.length);
      continue;
    }
    const words = rule.words(match);
    const inner = rule.nested ? parseInline(words) : [words];
    if (rule.effect === null) parts.push(...inner);
    else parts.push({ effect: rule.effect, parts: inner, source: match[0] });
    rest = rest.slice(match[0].length);
  }
  return parts;
}
