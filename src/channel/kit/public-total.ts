import type { Logger } from 'pino';
import { causeOf } from '../../log.js';
import { type LocaleTexts, nextGoal, type Petition, totalShown } from '../../petition/petition.js';
import { progressAt } from '../../petition/progress.js';
import { type Block, paragraph } from '../../petition/rich-text.js';
import type { PublicTotal } from '../../signatures/public-total.js';
import { progressBar } from './progress-bar.js';

/**
 * The public total, offset included, for a card or a page. Null if it can't be read: a card without a total
 * is better than no card, and a wrong total would be worse.
 */
export async function readPublicTotal({
  petition,
  total,
  log,
}: {
  readonly petition: Petition;
  readonly total: PublicTotal;
  readonly log: Logger;
}): Promise<number | null> {
  try {
    return totalShown(petition.settings, (await total.read()).counted);
  } catch (error) {
    log.warn(causeOf(error), 'the total could not be read');
    return null;
  }
}

/** The progress as paragraphs: the total with the next goal, and a bar of text. */
export function progressLines(petition: Petition, { words }: LocaleTexts, total: number): readonly Block[] {
  const goal = nextGoal(petition.settings, total);
  const ahead = total < goal ? words.say('goal-line', { goal }) : words.say('goal-passed', { goal });
  return [
    paragraph(`${words.say('total-line', { total })} ${ahead}`),
    paragraph(progressBar(progressAt(petition.settings, words.formats, total))),
  ];
}
