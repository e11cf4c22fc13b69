import type { Block, Inline } from './rich-text.js';

/** Writes a command the way that the platform does; for content, which has none, the default will do. */
type CommandText = (command: string) => string;

/**
 * Rich text without its markup: blocks are parted by an empty line, items of a list stand on lines of their own.
 * @param command what a command is written as; `/command` where nothing is said
 */
export function plainText(blocks: readonly Block[], command: CommandText = (name) => `/${name}`): string {
  return blocks.map((block) => plainBlock(block, command)).join('\n\n');
}

/** A run of text without its markup. */
export function plainInlines(
  inlines: readonly Inline[],
  command: CommandText = (name) => `/${name}`,
): string {
  return inlines.map((inline) => plainInline(inline, command)).join('');
}

function plainInline(inline: Inline, command: CommandText): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text;
    case 'command':
      return command(inline.command);
    case 'strong':
    case 'emphasis':
    case 'link':
      return plainInlines(inline.children, command);
  }
}

function plainBlock(block: Block, command: CommandText): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plainInlines(block.children, command);
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${plainInlines(item, command)}`)
        .join('\n');
    case 'quote':
      return plainText(block.blocks, command);
  }
}
