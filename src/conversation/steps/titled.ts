import type { LocaleTexts, SignedTextName } from '../../petition/petition.js';
import { type Block, heading } from '../../petition/rich-text.js';

/** A signed text's blocks below its name, unless they begin with a heading of their own. */
export function titled({ signed, words }: LocaleTexts, name: SignedTextName): readonly Block[] {
  const { blocks } = signed[name];
  return blocks[0]?.kind === 'heading' ? blocks : [heading(words.say(`text-${name}`)), ...blocks];
}
