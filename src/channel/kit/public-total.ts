import type { Logger } from 'pino';
import { causeOf } from '../../log.js';
import type { LocaleTexts, Petition } from '../../petition/petition.js';
import { type Block, paragraph } from '../../petition/rich-text.js';
import { progressShown, type Status } from '../../petition/status.js';
import { closingLines, totalLine } from '../../petition/status-texts.js';
import type { PublicTotal } from '../../signatures/public-total.js';
import { progressBar } from './progress-bar.js';

/**
 * The public total, offset included, for a card or a page. Null if it can't be read: a card without a total
 * is better than no card, and a wrong total would be worse.
 */
export async function readPublicTotal({
  total,
  log,
}: {
  readonly total: PublicTotal;
  readonly log: Logger;
}): Promise<number | null> {
  try {
    return (await total.read()).total;
  } catch (error) {
    log.warn(causeOf(error), 'the total could not be read');
    return null;
  }
}

/** The total as paragraphs. While people can sign: also the next goal, a bar of text, and when signing closes. */
export function progressLines(
  petition: Petition,
  texts: LocaleTexts,
  status: Status,
  total: number,
): readonly Block[] {
  const progress = progressShown(petition, texts, status, total);
  return [
    paragraph(totalLine(petition, texts, status, total)),
    ...(progress === null ? [] : [paragraph(progressBar(progress))]),
    // A card can stay as it is for days.
    ...closingLines(texts, status, { lasting: true }),
  ];
}
