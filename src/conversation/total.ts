import { nextGoal } from '../petition/petition.js';
import { type Block, paragraph } from '../petition/rich-text.js';
import type { Message } from './message.js';
import type { Scene } from './scene.js';

/** The progress of the petition, in a sentence or two. */
export function totalParagraph({ petition, texts: { words } }: Scene, total: number): Block {
  const goal = nextGoal(petition.settings, total);
  const ahead = total < goal ? words.say('goal-line', { goal }) : words.say('goal-passed', { goal });
  return paragraph(`${words.say('total-line', { total })} ${ahead}`);
}

/** The progress as numbers, for a bar. */
export function progressOf({ petition }: Scene, total: number): NonNullable<Message['progress']> {
  return { total, goal: nextGoal(petition.settings, total) };
}
