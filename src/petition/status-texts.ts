import { closingLine, lastMomentLine } from './closing-words.js';
import type { LocaleTexts, Petition } from './petition.js';
import { type Block, paragraph } from './rich-text.js';
import { progressShown, type Status } from './status.js';

/**
 * The text below the headline: the summary while people can sign. Otherwise why they can't, and then what the petition
 * is about. A closed petition has only its closing text or its outcome.
 */
export function introduction(texts: LocaleTexts, status: Status): readonly Block[] {
  return [...whyNotOpen(texts, status), ...summaryIn(texts, status)];
}

/**
 * What the petition is about. The summary tells it in its first paragraph, and asks people to sign in its second: only
 * an open petition shows both.
 */
export function summaryIn({ summary }: LocaleTexts, { phase }: Status): readonly Block[] {
  switch (phase) {
    case 'open':
      return summary;
    case 'upcoming':
    case 'paused':
      return summary.slice(0, 1);
    case 'closed':
      return [];
  }
}

/** Why nobody can sign now, in the petition's own words where it has them; empty if people can. */
export function whyNotOpen(texts: LocaleTexts, { phase, delivered }: Status): readonly Block[] {
  const { words, outcome, closed, upcoming } = texts;
  switch (phase) {
    case 'open':
      return [];
    case 'upcoming':
      return upcoming;
    case 'paused':
      return [paragraph(words.say('paused-notice'))];
    case 'closed':
      if (outcome !== null) return outcome;
      if (delivered === null) return closed;
      return [...closed, paragraph(words.say('status-delivered', { day: words.formats.day(delivered) }))];
  }
}

/** The same in a sentence or two, for the answer to a question about the total. An outcome is given in full. */
export function statusLines(texts: LocaleTexts, { phase, delivered }: Status): readonly Block[] {
  const { words, outcome } = texts;
  switch (phase) {
    case 'open':
      return [];
    case 'upcoming':
      return [paragraph(words.say('status-upcoming'))];
    case 'paused':
      return [paragraph(words.say('paused-notice'))];
    case 'closed':
      if (outcome !== null) return outcome;
      if (delivered === null) return [paragraph(words.say('status-closed'))];
      return [paragraph(words.say('status-delivered', { day: words.formats.day(delivered) }))];
  }
}

/** The same in one short sentence, for small pictures; null if people can sign. */
export function shortStatus({ words }: LocaleTexts, { phase, delivered }: Status): string | null {
  switch (phase) {
    case 'open':
      return null;
    case 'upcoming':
      return words.say('status-upcoming');
    case 'paused':
      return words.say('site-paused');
    case 'closed':
      if (delivered === null) return words.say('status-closed');
      return words.say('status-delivered', { day: words.formats.day(delivered) });
  }
}

/** The total in a sentence or two. It names the next goal only while people can sign. */
export function totalLine(petition: Petition, texts: LocaleTexts, status: Status, total: number): string {
  const goal = goalLine(petition, texts, status, total);
  return [countLine(texts, status, total), ...(goal === null ? [] : [goal])].join(' ');
}

/** The total in one sentence. */
export function countLine({ words }: LocaleTexts, { phase }: Status, total: number): string {
  return words.say(phase === 'closed' ? 'total-closed' : 'total-line', { total });
}

/** The next goal in a sentence, or that the last is reached; null unless people can sign. */
export function goalLine(
  petition: Petition,
  texts: LocaleTexts,
  status: Status,
  total: number,
): string | null {
  const { words } = texts;
  const progress = progressShown(petition, texts, status, total);
  if (progress === null) return null;
  const { goal } = progress;
  return words.say(total < goal ? 'goal-line' : 'goal-passed', { goal });
}

/**
 * When signing closes, in a sentence; empty if no day is set or nobody can sign.
 * @param lasting for a text that stays as it is for days: it counts no days down
 */
export function closingLines(
  texts: LocaleTexts,
  { closing }: Status,
  { lasting }: { readonly lasting: boolean } = { lasting: false },
): readonly Block[] {
  if (closing === null) return [];
  return [paragraph(lasting ? lastMomentLine(texts, closing) : closingLine(texts, closing))];
}

/** A plain text to pass on. The petition's own asks people to sign, so another takes its place while they can't. */
export function shareText({ share, headline, outcome, words }: LocaleTexts, { phase }: Status): string {
  if (phase === 'open') return share;
  const told = phase === 'closed' && outcome !== null;
  return words.say(told ? 'share-outcome' : 'share-reading', { headline });
}
