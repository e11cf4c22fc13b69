import { command, phrase } from '../../petition/phrase.js';
import { type Block, heading, paragraph } from '../../petition/rich-text.js';
import { closingLines, introduction } from '../../petition/status-texts.js';
import { afterDelivery } from '../answers/withdraw.js';
import type { Code } from '../code.js';
import { type PlaceAt, WELCOME } from '../conversation.js';
import { OPENINGS } from '../event.js';
import { type Move, show } from '../move.js';
import { opened, openingsOf, whatFollows } from '../openings.js';
import { canSign, isIntroduced, type Scene } from '../scene.js';
import { totalParagraph } from '../total.js';
import { LANGUAGE_ACTION, languageButton, press as pressButton, type View } from '../view.js';

/** The introduction, unless the page around the chat shows it; what follows, and every language. */
export function view(scene: Scene, { after }: PlaceAt<'welcome'>): View {
  if (after !== null) return farewell(scene, after);
  const { petition, texts } = scene;
  const introduced = isIntroduced(scene);
  return {
    body: [
      ...(introduced ? [] : introductionTo(scene)),
      paragraph(whatFollows(petition, texts, canSign(scene))),
    ],
    buttons: [
      ...openingsOf(texts).map(({ opening, label }) => pressButton(opening, label)),
      ...petition.locales
        .filter((locale) => locale !== texts.locale)
        .map((locale) => languageButton(locale, petition.texts(locale).languageName)),
    ],
  };
}

/** The headline, the summary or the outcome, who runs this, and the total. */
function introductionTo(scene: Scene): readonly Block[] {
  const { texts, facts } = scene;
  return [
    heading(texts.headline),
    ...introduction(texts, facts),
    ...(facts.preview && facts.phase === 'open' ? [paragraph(texts.words.say('preview-notice'))] : []),
    ...texts.runBy,
    totalParagraph(scene),
    ...closingLines(texts, facts),
  ];
}

export function press(scene: Scene, { action, argument }: Code): Move | null {
  const { petition } = scene;
  const opening = OPENINGS.find((known) => known === action);
  if (opening !== undefined) return opened(scene.texts, opening);
  if (action === 'begin') return show(WELCOME);
  const locale = petition.locales.find((known) => known === argument);
  return action === LANGUAGE_ACTION && locale !== undefined ? { kind: 'speak', locale } : null;
}

/** The farewell after a withdrawal, a cancelled conversation or a declined consent, until the person begins again. */
function farewell(scene: Scene, after: NonNullable<PlaceAt<'welcome'>['after']>): View {
  const { facts, texts, page } = scene;
  const { words } = texts;
  const rest = {
    buttons: [pressButton('begin', words.say('button-restart'))],
    sensitive: true,
    ended: true,
  } as const;
  const messages = paragraph(words.say(page === null ? 'messages-remain' : 'messages-cleared'));
  if (after === 'cancelled') {
    const kept = phrase((put) => words.say('cancelled-signed', { command: put(command('withdraw')) }));
    const line = facts.signature === null ? paragraph(words.say('cancelled-unsigned')) : paragraph(...kept);
    return { body: [heading(words.say('cancelled-heading')), line, messages], ...rest };
  }
  if (after === 'declined') {
    const body = [
      heading(words.say('declined-heading')),
      paragraph(words.say('declined')),
      messages,
      paragraph(words.say('declined-again')),
    ];
    return { body, ...rest };
  }
  const body = [
    heading(words.say('withdrawn-heading')),
    paragraph(words.say('withdrawn')),
    // In the turn that withdraws, the rows were read before the withdrawal.
    ...(facts.updates !== null ? [paragraph(words.say('withdrawn-updates'))] : []),
    ...(page === null ? [] : [messages]),
    ...afterDelivery(scene),
    ...(facts.phase === 'open' ? [paragraph(words.say('withdrawn-again'))] : []),
  ];
  return { body, ...rest };
}
