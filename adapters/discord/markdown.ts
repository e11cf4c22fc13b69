import type { Block, Inline } from '../../src/petition/rich-text.js';

/** Makes a line right-to-left even if it begins with a digit or a Latin name. */
const RIGHT_TO_LEFT_MARK = '\u200F';

export interface MarkdownStyle {
  readonly direction: 'ltr' | 'rtl';
  /** Writes a command. If we know Discord's id of it, a tap fills it in. */
  readonly command: (name: string) => string;
}

/**
 * Escapes a text, so that Discord shows it as it is. A backslash escapes any punctuation. Characters that are
 * special only at the beginning of a line or an address are escaped only there.
 */
export function inert(text: string): string {
  return text
    .replace(/[\\*_~`|[\]<]/g, '\\$&')
    .replace(/^(\s*)([#>+-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/@(?=everyone|here)/gi, '\\@');
}

/**
 * A sentence of the interface's own words around a moment, which Discord writes in the reader's language: "5 minutes
 * ago".
 * @param say gives the sentence around the moment's markup
 */
export function sentenceAround(
  moment: Date,
  { direction }: Pick<MarkdownStyle, 'direction'>,
  say: (moment: string) => string,
): string {
  const mark = direction === 'rtl' ? RIGHT_TO_LEFT_MARK : '';
  return mark + say(`<t:${Math.floor(moment.getTime() / 1000)}:R>`);
}

/** Blocks as Discord's Markdown, one text each. */
export function markdown(blocks: readonly Block[], style: MarkdownStyle): string[] {
  return blocks.map((block) => blockMarkdown(block, style));
}

function blockMarkdown(block: Block, style: MarkdownStyle): string {
  const mark = style.direction === 'rtl' ? RIGHT_TO_LEFT_MARK : '';
  switch (block.kind) {
    case 'heading':
      return `## ${mark}${inlines(block.children, style)}`;
    case 'paragraph':
      return mark + inlines(block.children, style);
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${mark}${inlines(item, style)}`)
        .join('\n');
    case 'quote':
      return markdown(block.blocks, style).join('\n\n').replace(/^/gm, '> ');
  }
}

function inlines(children: readonly Inline[], style: MarkdownStyle): string {
  return children.map((child) => inline(child, style)).join('');
}

function inline(child: Inline, style: MarkdownStyle): string {
  switch (child.kind) {
    case 'text':
      return inert(child.text);
    case 'strong':
      return `**${inlines(child.children, style)}**`;
    case 'emphasis':
      return `*${inlines(child.children, style)}*`;
    case 'link':
      return link(child.url, inlines(child.children, style));
    case 'command':
      return style.command(child.command);
    case 'moment':
      // Discord writes it in the reader's time zone.
      return `<t:${Math.floor(child.at.getTime() / 1_000)}:${child.form === 'time' ? 't' : 'f'}>`;
    case 'code':
      return `\`${child.text.replaceAll('`', 'ˋ')}\``;
  }
}

/**
 * Discord links only to http and https. It shows a link as raw Markdown if its words are an address. Angle
 * brackets keep an address whole, whatever it contains.
 */
function link(url: string, words: string): string {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return words;
  const address = `<${new URL(url).href}>`;
  return /^\u2068?https?\\:/.test(words) ? address : `[${words}](${address})`;
}
