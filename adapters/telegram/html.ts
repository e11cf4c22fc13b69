import type { Block, Inline } from '../../src/petition/rich-text.js';

/** Begins a line's words from the right, also where they begin with a digit, a dash or a Latin name. */
const RIGHT_TO_LEFT_MARK = '\u200F';

/** A piece of a message: Telegram's HTML, and how much text it is without the markup, in UTF-16 code units. */
export interface Piece {
  readonly html: string;
  readonly length: number;
}

/** Takes the meaning from everything that is markup: https://core.telegram.org/bots/api#html-style */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Blocks as Telegram's HTML, each on its own; they are to be joined by an empty line. */
export function htmlOf(blocks: readonly Block[], direction: 'ltr' | 'rtl'): Piece[] {
  const mark = direction === 'rtl' ? RIGHT_TO_LEFT_MARK : '';
  return blocks.map((block) => piece(blockHtml(block, mark)));
}

/** A quote of plain text. */
export function quoteHtml(text: string, direction: 'ltr' | 'rtl'): Piece {
  const [quote] = htmlOf(
    [{ kind: 'quote', blocks: [{ kind: 'paragraph', children: [{ kind: 'text', text }] }] }],
    direction,
  );
  return quote ?? piece('');
}

function piece(html: string): Piece {
  return { html, length: html.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|amp|quot);/g, '.').length };
}

function blockHtml(block: Block, mark: string): string {
  switch (block.kind) {
    case 'heading':
      return `${mark}<b>${inlinesHtml(block.children)}</b>`;
    case 'paragraph':
      return mark + inlinesHtml(block.children);
    case 'list':
      return block.items
        .map((item, index) => `${mark}${block.ordered ? `${index + 1}.` : '•'} ${inlinesHtml(item)}`)
        .join('\n');
    case 'quote':
      return `<blockquote>${quoted(block.blocks, mark)}</blockquote>`;
  }
}

/** Telegram does not nest quotes: one inside another goes on with it. */
function quoted(blocks: readonly Block[], mark: string): string {
  return blocks
    .map((block) => (block.kind === 'quote' ? quoted(block.blocks, mark) : blockHtml(block, mark)))
    .join('\n\n');
}

function inlinesHtml(inlines: readonly Inline[]): string {
  return inlines.map(inlineHtml).join('');
}

function inlineHtml(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return escapeHtml(inline.text);
    case 'strong':
      return `<b>${inlinesHtml(inline.children)}</b>`;
    case 'emphasis':
      return `<i>${inlinesHtml(inline.children)}</i>`;
    case 'link':
      return linkHtml(inline.url, inlinesHtml(inline.children));
    case 'command':
      // Telegram makes a command of it by itself.
      return escapeHtml(`/${inline.command}`);
    case 'code':
      return `<code>${escapeHtml(inline.text)}</code>`;
  }
}

/** Telegram links to web addresses only; an e-mail address in the words it finds by itself. */
function linkHtml(url: string, words: string): string {
  return /^https?:\/\//.test(url) ? `<a href="${escapeHtml(url)}">${words}</a>` : words;
}
