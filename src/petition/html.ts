import type { Block, Inline } from './rich-text.js';

/** The choices that differ between pages. */
export interface HtmlOptions {
  /** The level of the headings, below those of the page around them. */
  readonly headingLevel: 1 | 2 | 3 | 4 | 5 | 6;
  /** How to write a command: plain text, which is escaped here. */
  command(command: string): string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML: safe between tags and inside quoted attributes. */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Rich text as HTML that is safe to send: everything in it is escaped. Each block has a line of its own. */
export function blocksToHtml(blocks: readonly Block[], options: HtmlOptions): string {
  return blocks.map((block) => blockToHtml(block, options)).join('\n');
}

function inlinesToHtml(inlines: readonly Inline[], options: HtmlOptions): string {
  return inlines.map((inline) => inlineToHtml(inline, options)).join('');
}

function blockToHtml(block: Block, options: HtmlOptions): string {
  switch (block.kind) {
    case 'heading':
      return element(`h${options.headingLevel}`, inlinesToHtml(block.children, options));
    case 'paragraph':
      return element('p', inlinesToHtml(block.children, options));
    case 'list': {
      const items = block.items.map((item) => element('li', inlinesToHtml(item, options)));
      return element(block.ordered ? 'ol' : 'ul', items.join(''));
    }
    case 'quote':
      return element('blockquote', blocksToHtml(block.blocks, options));
  }
}

function inlineToHtml(inline: Inline, options: HtmlOptions): string {
  switch (inline.kind) {
    case 'text':
      return textToHtml(inline.text);
    case 'strong':
      return element('strong', inlinesToHtml(inline.children, options));
    case 'emphasis':
      return element('em', inlinesToHtml(inline.children, options));
    case 'link':
      return `<a href="${escapeHtml(inline.url)}" rel="noopener noreferrer">${inlinesToHtml(inline.children, options)}</a>`;
    case 'command':
      return `<code dir="ltr">${escapeHtml(options.command(inline.command))}</code>`;
    case 'moment':
      return escapeHtml(inline.text);
    case 'code':
      return `<code dir="auto">${escapeHtml(inline.text)}</code>`;
  }
}

/**
 * A person's own words stand between U+2068 and U+2069, so that their direction of writing doesn't reorder the
 * sentence around them. In HTML that is `bdi`, whose `dir` is `auto`.
 */
function textToHtml(value: string): string {
  return escapeHtml(value).replace(/\u2068([^\u2068\u2069]*)\u2069/g, '<bdi>$1</bdi>');
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}
