import type { types } from '@slack/bolt';
import { progressLines } from '../../src/channel/kit/public-total.js';
import type { Button } from '../../src/conversation/message.js';
import type { LocaleTexts, Petition } from '../../src/petition/petition.js';
import { type Block, heading, paragraph } from '../../src/petition/rich-text.js';
import { buttonValue } from './button-value.js';
import { piecesOf } from './mrkdwn.js';
import { buttonRows, sections } from './render.js';

/**
 * The Home tab: the summary, the progress, and a button to begin. It knows nothing about the person who looks
 * at it. So it reveals nothing on a screen that others can see.
 * @param total the public total; null if it can't be read
 */
export function homeView(petition: Petition, texts: LocaleTexts, total: number | null): types.HomeView {
  const { headline, summary, words, direction } = texts;
  const body: Block[] = [
    heading(headline),
    ...summary,
    ...(total === null ? [paragraph(words.say('home-no-total'))] : progressLines(petition, texts, total)),
    paragraph(words.say('home-private')),
  ];
  const sign: Button = {
    kind: 'press',
    label: words.say('button-begin'),
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
