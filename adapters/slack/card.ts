import type { LocaleTexts } from '../../src/petition/petition.js';
import { heading, paragraph } from '../../src/petition/rich-text.js';
import { buttonValue } from './button-value.js';
import { piecesOf } from './mrkdwn.js';
import { buttonRows, inMessages, type Rendered, sections } from './render.js';

/**
 * A public card: the headline, the summary, and a button to begin. It shows no total, because nobody would
 * update it.
 */
export function card(texts: LocaleTexts): Rendered[] {
  const { headline, summary, words, direction, locale } = texts;
  const body = [heading(headline), ...summary, paragraph(words.say('card-only-you'))];
  const sign = {
    kind: 'press',
    label: words.say('button-begin'),
    code: buttonValue('card-sign', locale),
  } as const;
  return inMessages([...sections(piecesOf(body, direction)), ...buttonRows([sign])]);
}
