import { plainInlines } from './plain.js';
import type { Block, Inline } from './rich-text.js';

/** A link in a text: its words and its address. */
export interface Link {
  readonly words: string;
  readonly url: string;
}

/** Every link of a text, in order. */
export function linksIn(blocks: readonly Block[]): readonly Link[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'quote') return linksIn(block.blocks);
    return block.kind === 'list' ? block.items.flatMap(linksOf) : linksOf(block.children);
  });
}

function linksOf(inlines: readonly Inline[]): readonly Link[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'link') return { words: plainInlines(inline.children), url: inline.url };
    return 'children' in inline ? linksOf(inline.children) : [];
  });
}
