import { plainInlines } from '../../src/petition/plain.js';
import type { Block, Inline } from '../../src/petition/rich-text.js';

/** Begins a line's words from the right, also where they begin with a digit, a dash or a Latin name. */
const RIGHT_TO_LEFT_MARK = '\u200F';

/** The command that the others stand under. */
export const COMMAND = '/petition';

/**
 * A piece of a message.
 * - `plain` is text in which Slack reads no markup. People's own words stand there, unless they hold nothing that Slack
 *   could take for markup: nothing takes the meaning from `*`, `_` and the like.
 * - `marked` is Slack's markup: https://docs.slack.dev/messaging/formatting-message-text
 */
export interface Piece {
  readonly kind: 'heading' | 'plain' | 'marked';
  readonly text: string;
}

/**
 * Takes the meaning from what calls people and makes links, in markup and in plain text: Slack turns these three
 * entities, and no others, back into characters.
 */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Blocks as pieces, each on its own. */
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

/** Slack does not nest quotes: one inside another goes on with it. */
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

/** What Slack reads as markup: emphasis, code, the name of an emoji. */
const LIVE = /[*_~`]|:[^\s:]+:/;

/** Whether a block needs no markup, or is better without: emphasis is given up for words that could be taken for it. */
function isPlain(block: Exclude<Block, { kind: 'quote' }>): boolean {
  const runs = block.kind === 'list' ? block.items.flat() : block.children;
  if (runs.every(({ kind }) => kind === 'text')) return true;
  const onlyEmphasis = runs.every(({ kind }) => kind === 'text' || kind === 'strong' || kind === 'emphasis');
  return onlyEmphasis && LIVE.test(plainInlines(runs));
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
    case 'link':
      return plain ? inlines(child.children, plain) : link(child.url, inlines(child.children, plain));
    case 'command':
      return plain ? `${COMMAND} ${child.command}` : `\`${COMMAND} ${child.command}\``;
    case 'code':
      return plain ? escaped(child.text) : `\`${escaped(child.text).replaceAll('`', 'ˋ')}\``;
  }
}

function around(sign: string, children: readonly Inline[], plain: boolean): string {
  const words = inlines(children, plain);
  return plain ? words : sign + words + sign;
}

/** A bar would end the address. */
function link(url: string, words: string): string {
  if (!/^(?:https?:\/\/|mailto:)/.test(url) || !URL.canParse(url)) return words;
  return `<${escaped(new URL(url).href).replaceAll('|', '%7C')}|${words}>`;
}
