import { plainInlines } from '../../src/petition/plain.js';
import type { Block, Inline } from '../../src/petition/rich-text.js';

/** Makes a line right-to-left even if it begins with a digit, a dash or a Latin name. */
const RIGHT_TO_LEFT_MARK = '\u200F';

/** The slash command. Its first word is the petition's command. */
export const COMMAND = '/petition';

/**
 * A part of a message.
 * - `plain` is text without markup. People's own words go there, unless they contain nothing that Slack could
 *   read as markup: Slack has no way to escape `*`, `_` and the like.
 * - `marked` is Slack's markup: https://docs.slack.dev/messaging/formatting-message-text
 */
export interface Piece {
  readonly kind: 'heading' | 'plain' | 'marked';
  readonly text: string;
}

/**
 * Escapes mentions and links, in markup and in plain text. Slack decodes these three entities and no others.
 */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Blocks as pieces, one each. */
export function piecesOf(blocks: readonly Block[], direction: 'ltr' | 'rtl'): Piece[] {
  const mark = direction === 'rtl' ? RIGHT_TO_LEFT_MARK : '';
  return blocks.map((block) => pieceOf(block, mark));
}

function pieceOf(block: Block, mark: string): Piece {
  if (block.kind === 'quote') {
    return { kind: 'marked', text: quoted(block.blocks, mark).replace(/^/gm, '>') };
  }
  const plain = isPlain(block);
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', text: mark + inlines(block.children, true) };
    case 'paragraph':
      return { kind: plain ? 'plain' : 'marked', text: mark + inlines(block.children, plain) };
    case 'list':
      return {
        kind: plain ? 'plain' : 'marked',
        text: block.items
          .map((item, index) => `${mark}${block.ordered ? `${index + 1}.` : '•'} ${inlines(item, plain)}`)
          .join('\n'),
      };
  }
}

/** Slack does not nest quotes: an inner quote continues the outer one. */
function quoted(blocks: readonly Block[], mark: string): string {
  return blocks
    .map((block) => (block.kind === 'quote' ? quoted(block.blocks, mark) : inQuote(block, mark)))
    .join('\n\n');
}

function inQuote(block: Exclude<Block, { kind: 'quote' }>, mark: string): string {
  if (block.kind === 'list') {
    return block.items.map((item) => `${mark}• ${inlines(item, false)}`).join('\n');
  }
  const text = mark + inlines(block.children, false);
  return block.kind === 'heading' ? `*${text}*` : text;
}

/** Characters that Slack reads as markup: emphasis, code, the name of an emoji. */
const READ_AS_MARKUP = /[*_~`]|:[^\s:]+:/;

/** Runs that plain text can have too. It loses the emphasis, and has instants in UTC. */
const PLAIN_KINDS: readonly Inline['kind'][] = ['text', 'strong', 'emphasis', 'moment'];

/**
 * Whether to send a block as plain text: if it has no markup, or if Slack would read its words as markup and its own
 * markup can be left out.
 */
function isPlain(block: Exclude<Block, { kind: 'quote' }>): boolean {
  const runs = block.kind === 'list' ? block.items.flat() : block.children;
  if (runs.every(({ kind }) => kind === 'text')) return true;
  return runs.every(({ kind }) => PLAIN_KINDS.includes(kind)) && READ_AS_MARKUP.test(plainInlines(runs));
}

function inlines(children: readonly Inline[], plain: boolean): string {
  return children.map((child) => inline(child, plain)).join('');
}

function inline(child: Inline, plain: boolean): string {
  switch (child.kind) {
    case 'text':
      return escaped(child.text);
    case 'strong':
      return around('*', child.children, plain);
    case 'emphasis':
      return around('_', child.children, plain);
    case 'moment':
      return plain ? escaped(child.text) : localTime(child);
    case 'link':
      return plain ? inlines(child.children, plain) : link(child.url, inlines(child.children, plain));
    case 'command':
      return plain ? `${COMMAND} ${child.command}` : `\`${COMMAND} ${child.command}\``;
    case 'code':
      return plain ? escaped(child.text) : `\`${escaped(child.text).replaceAll('`', 'ˋ')}\``;
  }
}

/** In numbers, since Slack writes words in the language of the reader's client. */
const TIMES = { time: '{time}', 'day-and-time': '{date_num} {time}' } as const;

/** An instant, written by Slack in the reader's time zone: https://docs.slack.dev/messaging/formatting-message-text */
function localTime({ at, form, text }: Extract<Inline, { kind: 'moment' }>): string {
  return `<!date^${Math.floor(at.getTime() / 1_000)}^${TIMES[form]}|${escaped(text)}>`;
}

function around(sign: string, children: readonly Inline[], plain: boolean): string {
  const words = inlines(children, plain);
  return plain ? words : sign + words + sign;
}

/** A `|` would end the address. */
function link(url: string, words: string): string {
  if (!/^(?:https?:\/\/|mailto:)/.test(url) || !URL.canParse(url)) return words;
  return `<${escaped(new URL(url).href).replaceAll('|', '%7C')}|${words}>`;
}
