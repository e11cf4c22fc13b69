import { command, phrase } from '../../petition/phrase.js';
import { heading, paragraph } from '../../petition/rich-text.js';
import { closingLines, introduction } from '../../petition/status-texts.js';
import { afterDelivery } from '../answers/withdraw.js';
import type { Code } from '../code.js';
import { type PlaceAt, WELCOME } from '../conversation.js';
import { type Move, show } from '../move.js';
import { canSign, type Scene } from '../scene.js';
import { progressOf, totalParagraph } from '../total.js';
import { LANGUAGE_ACTION, languageButton, press as pressButton, type View } from '../view.js';
import { firstPage } from './story.js';

/** The headline, what the petition is about or what became of it, the total, and every language. */
export function view(scene: Scene, { after }: PlaceAt<'welcome'>): View {
  if (after !== null) return farewell(scene, after);
  const { petition, texts, facts } = scene;
  return {
    body: [
      heading(texts.headline),
      ...introduction(texts, facts),
      ...(facts.preview && facts.phase === 'open' ? [paragraph(texts.words.say('preview-notice'))] : []),
      ...texts.runBy,
      totalParagraph(scene),
      ...closingLines(texts, facts),
      paragraph(whatFollows(scene)),
    ],
    buttons: [
      pressButton('forward', texts.words.say('button-story')),
      ...(texts.fitsOneScreen ? [pressButton('whole', texts.words.say('button-whole'))] : []),
      ...petition.locales
        .filter((locale) => locale !== texts.locale)
        .map((locale) => languageButton(locale, petition.texts(locale).languageName)),
    ],
    ...progressOf(scene),
  };
}

export function press({ texts, petition }: Scene, { action, argument }: Code): Move | null {
  if (action === 'forward') return show(firstPage(texts));
  if (action === 'whole') return show({ step: 'whole' });
  if (action === 'begin') return show(WELCOME);
  const locale = petition.locales.find((known) => known === argument);
  return action === LANGUAGE_ACTION && locale !== undefined ? { kind: 'speak', locale } : null;
}

function whatFollows(scene: Scene): string {
  const { petition, texts } = scene;
  const { words } = texts;
  return canSign(scene)
    ? words.say('welcome-next', { minutes: petition.minutes })
    : words.say('welcome-read');
}

/** The farewell after a withdrawal, a cancelled conversation or a declined consent, until the person begins again. */
function farewell(scene: Scene, after: NonNullable<PlaceAt<'welcome'>['after']>): View {
  const { facts, texts } = scene;
  const { words } = texts;
  const buttons = [pressButton('begin', words.say('button-restart'))];
  if (after === 'cancelled') {
    const kept = phrase((put) => words.say('cancelled-signed', { command: put(command('withdraw')) }));
    const line = facts.signature === null ? paragraph(words.say('cancelled-unsigned')) : paragraph(...kept);
    return { body: [heading(words.say('cancelled-heading')), line], buttons, sensitive: true };
  }
  if (after === 'declined') {
    const body = [heading(words.say('declined-heading')), paragraph(words.say('declined'))];
    return { body, buttons, sensitive: true };
  }
  const body = [
    heading(words.say('withdrawn-heading')),
    paragraph(words.say('withdrawn')),
    // In the turn that withdraws, the rows were read before the withdrawal.
    ...(facts.updates !== null ? [paragraph(words.say('withdrawn-updates'))] : []),
    ...afterDelivery(scene),
    ...(facts.phase === 'open' ? [paragraph(words.say('withdrawn-again'))] : []),
  ];
  return { body, buttons, sensitive: true };
}
