import { type Block, paragraph } from '../petition/rich-text.js';
import { progressShown } from '../petition/status.js';
import { totalLine } from '../petition/status-texts.js';
import type { Scene } from './scene.js';
import type { View } from './view.js';

/** The public total in a sentence or two. */
export function totalParagraph({ petition, texts, facts }: Scene): Block {
  return paragraph(totalLine(petition, texts, facts, facts.total));
}

/** The progress to the next goal, for a bar; nothing if no goal is shown. */
export function progressOf({ petition, texts, facts }: Scene): Pick<View, 'progress'> {
  const progress = progressShown(petition, texts, facts, facts.total);
  return progress === null ? {} : { progress };
}
