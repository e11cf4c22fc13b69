import type { LocaleTexts, SignedTextName } from '../../petition/petition.js';
import { type Block, heading } from '../../petition/rich-text.js';

/** A signed text below its title, unless it begins with a heading of its own. */
export function titled({ signed, words }: LocaleTexts, name: SignedTextName): readonly Block[] {
  const { blocks } = signed[name];
  return blocks[0]?.kind === 'heading' ? blocks : [heading(words.say(`text-${name}`)), ...blocks];
}
