import { type Block, text } from '../petition/rich-text.js';
import { progressShown } from '../petition/status.js';
import { totalLine } from '../petition/status-texts.js';
import type { Scene } from './scene.js';

/** The public total in a sentence or two, with the progress to the next goal if one is shown. */
export function totalParagraph({ petition, texts, facts }: Scene): Block {
  const progress = progressShown(petition, texts, facts, facts.total);
  return {
    kind: 'paragraph',
    children: [text(totalLine(petition, texts, facts, facts.total))],
    ...(progress === null ? {} : { progress }),
  };
}
