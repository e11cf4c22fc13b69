import type { Block, Inline } from './rich-text.js';

/** Writes a command as the platform does. Content has no commands, so the default is enough there. */
type CommandText = (command: string) => string;

/**
 * Rich text without its markup: an empty line separates blocks, and each item of a list has its own line.
 * @param command how to write a command; `/command` by default
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
    case 'moment':
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
