/** How Discord's clients show a bot's text: the words, and the parts that are live. */
export interface Reading {
  readonly text: string;
  /** Kinds of markup that took effect, in order: `bold`, `mention`, `link`, `heading` … */
  readonly effects: readonly string[];
}

interface Rule {
  readonly effect: string | null;
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
const BLOCKS: readonly { readonly effect: string; readonly shape: RegExp; readonly words: string }[] = [
  { effect: 'quote', shape: /^>(?:>>)? /, words: '' },
  { effect: 'heading', shape: /^#{1,3} +/, words: '' },
  { effect: 'small', shape: /^-# +/, words: '' },
  { effect: 'list', shape: /^ *[-*] +/, words: '• ' },
];

/** Reads a text as Discord's clients show it. */
export function readMarkdown(source: string): Reading {
  const effects: string[] = [];
  const lines = source.split('\n').map((line) => {
    let rest = line;
    let words = '';
    for (const { effect, shape, words: marker } of BLOCKS) {
      if (!shape.test(rest)) continue;
      effects.push(effect);
      rest = rest.replace(shape, '');
      words += marker;
    }
    if (/^ *\d+\. /.test(rest)) effects.push('list');
    return words + readInline(rest, effects);
  });
  return { text: lines.join('\n'), effects };
}

function readInline(source: string, effects: string[]): string {
  let words = '';
  let rest = source;
  while (rest !== '') {
    const rule = INLINE.find(({ shape }) => shape.test(rest));
    const match = rule?.shape.exec(rest);
    if (!rule || !match) {
      const plain = /^[A-Za-z0-9\s]+|^[\s\S]/.exec(rest)?.[0] ?? rest;
      // Plain text ends where an address begins.
      const address = plain.search(/https?$/);
      const taken = address > 0 ? plain.slice(0, address) : plain;
      words += taken;
      rest = rest.slice(taken.length);
      continue;
    }
    if (rule.effect !== null) effects.push(rule.effect);
    words += rule.nested ? readInline(rule.words(match), effects) : rule.words(match);
    rest = rest.slice(match[0].length);
  }
  return words;
}
