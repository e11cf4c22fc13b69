import type { types } from '@slack/bolt';
import { progressLines } from '../../src/channel/kit/public-total.js';
import type { ServedPetition, ServedPetitions } from '../../src/channel/served-petitions.js';
import type { Button } from '../../src/conversation/message.js';
import type { Locale } from '../../src/petition/formats.js';
import { type Block, heading, paragraph } from '../../src/petition/rich-text.js';
import type { Status } from '../../src/petition/status.js';
import { closingLines, introduction } from '../../src/petition/status-texts.js';
import { ALL_PETITIONS, buttonValue } from './button-value.js';
import { piecesOf } from './mrkdwn.js';
import { buttonRows, equalButtons, sections } from './render.js';

/** Slack's limit: https://docs.slack.dev/reference/views/home-tab-views */
const BLOCKS_AT_HOME = 100;

/** What the Home tab says about a petition. */
export interface HomePetition {
  readonly served: Pick<ServedPetition, 'petition'>;
  readonly status: Status;
  /** The public total; null if it can't be read. */
  readonly total: number | null;
}

/**
 * The Home tab: the summary or the outcome, the total, and a button to begin or to read. Several petitions get a line
 * each; a button leads to those for which there is no room. The tab depends on nothing about the person who looks at
 * it, so it reveals nothing on a screen that others can see.
 */
export function homeView(
  petitions: Pick<ServedPetitions, 'locales' | 'several' | 'texts' | 'textsOf'>,
  told: readonly HomePetition[],
  locale: Locale,
): types.HomeView {
  const { words, direction } = petitions.texts(locale);
  const languages = petitions.locales
    .filter((other) => other !== locale)
    .map(
      (other): Button => ({
        kind: 'press',
        label: petitions.texts(other).languageName,
        code: buttonValue('home-language', other),
      }),
    );
  const parts = told.map((one) => ({
    body: aboutPetition(petitions, one, locale),
    sign: signButton(petitions, one, locale),
  }));
  const last = piecesOf([paragraph(words.say('home-private'))], direction);
  const [only] = parts;
  if (only !== undefined && !petitions.several) {
    const blocks = sections([...piecesOf(only.body, direction), ...last]);
    return { type: 'home', blocks: [...blocks, ...buttonRows([only.sign, ...languages])] };
  }
  const end = [...sections(last), ...equalButtons(languages)];
  const more = equalButtons([
    {
      kind: 'press',
      label: words.say('button-more-petitions'),
      code: buttonValue('home-sign', locale, ALL_PETITIONS),
    },
  ]);
  const blocks: types.KnownBlock[] = [];
  for (const { body, sign } of parts) {
    const part = [...sections(piecesOf(body, direction)), ...buttonRows([sign])];
    if (blocks.length + part.length + more.length + end.length > BLOCKS_AT_HOME) {
      return { type: 'home', blocks: [...blocks, ...more, ...end] };
    }
    blocks.push(...part);
  }
  return { type: 'home', blocks: [...blocks, ...end] };
}

function aboutPetition(
  petitions: Pick<ServedPetitions, 'several' | 'textsOf'>,
  { served, status, total }: HomePetition,
  locale: Locale,
): readonly Block[] {
  const texts = petitions.textsOf(served, locale);
  const { headline, words } = texts;
  return [
    heading(headline),
    ...(petitions.several ? (texts.line ?? []) : introduction(texts, status)),
    ...(total === null
      ? [paragraph(words.say('home-no-total')), ...closingLines(texts, status, { lasting: true })]
      : progressLines(served.petition, texts, status, total)),
  ];
}

function signButton(
  petitions: Pick<ServedPetitions, 'several' | 'textsOf'>,
  { served, status }: HomePetition,
  locale: Locale,
): Button {
  const texts = petitions.textsOf(served, locale);
  return {
    kind: 'press',
    label: texts.words.say(status.phase === 'open' ? 'button-begin' : 'button-story'),
    code: buttonValue('home-sign', texts.locale, petitions.several ? served.petition.id : undefined),
  };
}
