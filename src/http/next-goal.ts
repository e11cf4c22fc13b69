import type { LocaleTexts } from '../petition/petition.js';
import type { Progress } from '../petition/progress.js';
import { html, type Markup } from './markup.js';

/** The words beside the bar of a frame and of a screen: the next goal, or that the last one is reached. */
export function nextGoal({ words }: LocaleTexts, { total, goal }: Progress): Markup {
  return total < goal
    ? html`${words.say('page-goal-label')} <b>${words.formats.number(goal)}</b>`
    : html`${words.say('site-goal-reached', { goal })}`;
}
