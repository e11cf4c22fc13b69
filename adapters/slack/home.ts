import type { types } from '@slack/bolt';
import { progressBar } from '../../src/channel/progress-bar.js';
import type { Button } from '../../src/conversation/message.js';
import { type LocaleTexts, nextGoal, type Petition } from '../../src/petition/petition.js';
import { type Block, heading, paragraph } from '../../src/petition/rich-text.js';
import { buttonValue } from './button-value.js';
import { piecesOf } from './mrkdwn.js';
import { buttonRows, sections } from './render.js';

/**
 * The Home tab: what it is about, how far it has come, and the way in. It knows nothing of whoever looks at it, so it
 * shows nothing on a screen that others see either.
 * @param total as the public sees it; null where it can't be read
 */
export function homeView(petition: Petition, texts: LocaleTexts, total: number | null): types.HomeView {
  const { headline, summary, words, direction } = texts;
  const body: Block[] = [
    heading(headline),
    ...summary,
    ...progress(petition, texts, total),
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

function progress(
  petition: Petition,
  { words, locale }: LocaleTexts,
  total: number | null,
): readonly Block[] {
  if (total === null) return [paragraph(words.say('home-no-total'))];
  const goal = nextGoal(petition.settings, total);
  const ahead = total < goal ? words.say('goal-line', { goal }) : words.say('goal-passed', { goal });
  return [
    paragraph(`${words.say('total-line', { total })} ${ahead}`),
    paragraph(progressBar({ total, goal }, locale)),
  ];
}
