import type { Block, Inline } from '../../src/petition/rich-text.js';

/** Makes a line right-to-left even if it begins with a digit, a dash or a Latin name. */
const RIGHT_TO_LEFT_MARK = '\u200F';

/** A part of a message: Telegram's HTML, and the length of its text without markup, in UTF-16 code units. */
export interface Piece {
  readonly html: string;
  readonly length: number;
}

/** Escapes all markup: https://core.telegram.org/bots/api#html-style */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Blocks as Telegram's HTML, one piece each. Join them with an empty line. */
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

/** Lines in a fixed-width font. */
export function preHtml(text: string): Piece {
  return piece(`<pre>${escapeHtml(text)}</pre>`);
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

/** Telegram does not nest quotes: an inner quote continues the outer one. */
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
      // Telegram turns this into a command by itself.
      return escapeHtml(`/${inline.command}`);
    case 'moment':
      return escapeHtml(inline.text);
    case 'code':
      return `<code>${escapeHtml(inline.text)}</code>`;
  }
}

/** Telegram links only to web addresses. It finds e-mail addresses in the text by itself. */
function linkHtml(url: string, words: string): string {
  return /^https?:\/\//.test(url) ? `<a href="${escapeHtml(url)}">${words}</a>` : words;
}
