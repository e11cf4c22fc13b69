import { type Part, type Reading, readingOfParts } from '../live-text.js';
import type { Block, PlainText, Rich, TextObject } from './blocks.js';

export type { Reading };

/** What markup makes of its words. */
export type Effect =
  | 'code'
  | 'mention'
  | 'broadcast'
  | 'date'
  | 'link'
  | 'bold'
  | 'italic'
  | 'strike'
  | 'emoji';

interface Rule {
  readonly effect: Effect;
  readonly shape: RegExp;
  /** The text that the reader sees instead. */
  readonly words: (match: RegExpExecArray) => string;
  readonly nested?: boolean;
}

const inside = (match: RegExpExecArray) => match[1] ?? '';
/** Emphasis begins and ends only at the edge of a word. */
const emphasis = (effect: Effect, sign: string): Rule => ({
  effect,
  shape: new RegExp(`^[${sign}](?=\\S)([^${sign}\\n]*[^\\s${sign}])[${sign}](?![\\p{L}\\p{N}])`, 'u'),
  words: inside,
  nested: true,
});

const BARE_ADDRESS: Rule = { effect: 'link', shape: /^(https?:\/\/[^\s<>]+)/, words: inside };

/** In the order in which they are tried at each position. */
const RULES: readonly Rule[] = [
  { effect: 'code', shape: /^```\n?([\s\S]+?)```/, words: inside },
  { effect: 'code', shape: /^`([^`\n]+)`/, words: inside },
  { effect: 'mention', shape: /^<(@[UW][^>|]*|#C[^>|]*)(?:\|[^>]*)?>/, words: inside },
  { effect: 'broadcast', shape: /^<!(channel|here|everyone|subteam\^[^>|]+)(?:\|[^>]*)?>/, words: inside },
  { effect: 'date', shape: /^<!date\^[^>|]*\|([^>]*)>/, words: inside },
  {
    effect: 'link',
    shape: /^<((?:https?:\/\/|mailto:|tel:)[^>|]*)\|([^>]+)>/,
    words: (match) => match[2] ?? '',
  },
  { effect: 'link', shape: /^<((?:https?:\/\/|mailto:|tel:)[^>|]*)>/, words: inside },
  BARE_ADDRESS,
  emphasis('bold', '*'),
  emphasis('italic', '_'),
  emphasis('strike', '~'),
  { effect: 'emoji', shape: /^(:(?=[^:]*[a-z])[a-z0-9_+'-]+:)/, words: inside },
];

/** The sign of a quote at the beginning of a line. Slack stores it escaped: both forms begin a quote. */
export const QUOTE = /^(?:>|&gt;)(?!$) ?/;

/**
 * Reads `mrkdwn` as Slack's clients show it.
 * @param verbatim bare addresses are not made links
 */
export function readMrkdwn(source: string, verbatim = false): Reading {
  const lines = source.split('\n');
  const quotes = lines.filter((line) => QUOTE.test(line)).map(() => 'quote');
  const { text, effects } = readingOfParts(
    parseMrkdwn(lines.map((line) => line.replace(QUOTE, '')).join('\n'), verbatim),
  );
  return { text, effects: [...quotes, ...effects] };
}

/** The parts of `mrkdwn` without quotes. */
export function parseMrkdwn(source: string, verbatim = false): Part<Effect>[] {
  return parseInline(source, verbatim ? RULES.filter((rule) => rule !== BARE_ADDRESS) : RULES);
}

function parseInline(source: string, rules: readonly Rule[]): Part<Effect>[] {
  const parts: Part<Effect>[] = [];
  let rest = source;
  let inWord = false;
  while (rest !== '') {
    const rule = rules.find(({ shape, nested }) => !(nested && inWord) && shape.test(rest));
    const match = rule?.shape.exec(rest);
    if (!rule || !match) {
      const plain = /^(?:&(?:amp|lt|gt);|[\s\S])/u.exec(rest)?.[0] ?? rest;
      parts.push(withoutEntities(plain));
      rest = rest.slice(plain.length);
      inWord = /[\p{L}\p{N}]$/u.test(plain);
      continue;
    }
    const words = rule.words(match);
    parts.push({
      effect: rule.effect,
      parts: rule.nested ? parseInline(words, rules) : [withoutEntities(words)],
      source: match[0],
    });
    rest = rest.slice(match[0].length);
    inWord = false;
  }
  return parts;
}

/** Slack's three entities as the characters that they stand for. */
export function withoutEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function readText(one: TextObject): Reading {
  return one.type === 'mrkdwn' ? readMrkdwn(one.text, one.verbatim) : readPlain(one);
}

/** A description, in which nothing is live. */
function asItIs(text: string): Reading {
  return { text, effects: [] };
}

/** `plain_text` has no markup except emoji, which can be switched off. */
function readPlain({ text, emoji = true }: PlainText): Reading {
  const names = emoji ? (text.match(/:(?=[^:]*[a-z])[a-z0-9_+'-]+:/g) ?? []) : [];
  return { text: withoutEntities(text), effects: names.map(() => 'emoji') };
}

const LIVE_RICH: Readonly<Record<string, string>> = {
  link: 'link',
  user: 'mention',
  usergroup: 'broadcast',
  broadcast: 'broadcast',
  channel: 'mention',
  emoji: 'emoji',
  rich_text_list: 'list',
  rich_text_quote: 'quote',
  rich_text_preformatted: 'code',
};

function readRich(one: Rich): Reading {
  const parts = (one.elements ?? []).map(readRich);
  const effect = LIVE_RICH[one.type];
  const words = one.text ?? one.url ?? (one.type === 'emoji' ? `:${one.name}:` : '');
  const between = one.type === 'rich_text_list' ? '\n' : '';
  return {
    text: words + parts.map(({ text }) => text).join(between),
    effects: [...(effect === undefined ? [] : [effect]), ...parts.flatMap(({ effects }) => effects)],
  };
}

/** The text of a block, without buttons. */
export function readBlock(block: Block): Reading {
  const parts = readingsOf(block);
  return {
    text: parts
      .map(({ text }) => text)
      .filter(Boolean)
      .join('\n'),
    effects: parts.flatMap(({ effects }) => effects),
  };
}

function readingsOf(block: Block): Reading[] {
  switch (block.type) {
    case 'section':
      return [...(block.text ? [block.text] : []), ...(block.fields ?? [])].map(readText);
    case 'header':
      return [readPlain(block.text)];
    case 'context':
      return block.elements.map((one) => (one.type === 'image' ? asItIs(one.alt_text) : readText(one)));
    case 'image':
      return [...(block.title ? [readPlain(block.title)] : []), asItIs(block.alt_text)];
    case 'input':
      return [block.label, ...(block.hint ? [block.hint] : [])].map(readText);
    case 'rich_text':
      return block.elements.map(readRich);
    case 'markdown':
      return [readMrkdwn(block.text)];
    default:
      return [];
  }
}
