import type { types } from '@slack/bolt';
import { progressLines } from '../../src/channel/kit/public-total.js';
import type { Button } from '../../src/conversation/message.js';
import type { LocaleTexts, Petition } from '../../src/petition/petition.js';
import { type Block, heading, paragraph } from '../../src/petition/rich-text.js';
import type { Status } from '../../src/petition/status.js';
import { closingLines, introduction } from '../../src/petition/status-texts.js';
import { buttonValue } from './button-value.js';
import { piecesOf } from './mrkdwn.js';
import { buttonRows, sections } from './render.js';

/**
 * The Home tab: the summary or what became of the petition, the total, and a button to begin or to read. It knows nothing about the person who looks
 * at it. So it reveals nothing on a screen that others can see.
 * @param total the public total; null if it can't be read
 */
export function homeView(
  petition: Petition,
  texts: LocaleTexts,
  status: Status,
  total: number | null,
): types.HomeView {
  const { headline, words, direction } = texts;
  const body: Block[] = [
    heading(headline),
    ...introduction(texts, status),
    ...(total === null
      ? [paragraph(words.say('home-no-total')), ...closingLines(texts, status, { lasting: true })]
      : progressLines(petition, texts, status, total)),
    paragraph(words.say('home-private')),
  ];
  const sign: Button = {
    kind: 'press',
    label: words.say(status.phase === 'open' ? 'button-begin' : 'button-story'),
    code: buttonValue('home-sign', texts.locale),
  };
  const languages = petition.locales
    .filter((locale) => locale !== texts.locale)
    .map(
      (locale): Button => ({
        kind: 'press',
        label: petition.texts(locale).languageName,
        code: buttonValue('home-language', locale),
      }),
    );
  return {
    type: 'home',
    blocks: [...sections(piecesOf(body, direction)), ...buttonRows([sign, ...languages])],
  };
}
