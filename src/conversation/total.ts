import { nextGoal } from '../petition/petition.js';
import { type Progress, progressAt } from '../petition/progress.js';
import { type Block, paragraph } from '../petition/rich-text.js';
import type { Scene } from './scene.js';

/** The progress of the petition, in a sentence or two. */
export function totalParagraph({ petition, texts: { words } }: Scene, total: number): Block {
  const goal = nextGoal(petition.settings, total);
  const ahead = total < goal ? words.say('goal-line', { goal }) : words.say('goal-passed', { goal });
  return paragraph(`${words.say('total-line', { total })} ${ahead}`);
}

/** The progress for a bar. */
export function progressOf({ petition, texts: { words } }: Scene, total: number): Progress {
  return progressAt(petition.settings, words.formats, total);
}
