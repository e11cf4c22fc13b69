import type { Block, Inline } from '../../src/petition/rich-text.js';

/** Begins a line's words from the right, also where they begin with a digit or a Latin name. */
const RIGHT_TO_LEFT_MARK = '\u200F';

export interface MarkdownStyle {
  readonly direction: 'ltr' | 'rtl';
  /** Writes a command so that a tap fills it in, where Discord's id of the command is known. */
  readonly command: (name: string) => string;
}

/**
 * Makes a text inert: Discord shows it as it is, whatever it holds. A backslash takes the meaning from any
 * punctuation; where a sign means something only at the beginning of a line, or of an address, only there.
 */
export function inert(text: string): string {
  return text
    .replace(/[\\*_~`|[\]<]/g, '\\$&')
    .replace(/^(\s*)([#>+-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/@(?=everyone|here)/gi, '\\@');
}

/** Blocks as Discord's Markdown, each on its own. */
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
    case 'code':
      return `\`${child.text.replaceAll('`', 'ˋ')}\``;
  }
}

/**
 * Discord links only to http and https, and shows a link whose words are an address as raw Markdown. Angle brackets
 * keep an address whole, whatever it holds.
 */
function link(url: string, words: string): string {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return words;
  const address = `<${new URL(url).href}>`;
  return /^\u2068?https?\\:/.test(words) ? address : `[${words}](${address})`;
}
