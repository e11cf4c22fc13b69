import type { OwnSignature } from '../../petition/evidence.js';
import { SIGNED_TEXTS } from '../../petition/petition.js';
import { type Block, heading, type Inline, paragraph } from '../../petition/rich-text.js';
import type { Move } from '../move.js';
import { command, dayIn, phrase } from '../phrase.js';
import type { Scene } from '../scene.js';
import { press, type ViewButton } from '../view.js';
import { resumeButton } from './resume.js';

/** Enough of a fingerprint to compare by eye. */
const VERSION_DIGITS = 12;

/** The action of a note's button that asks whether to take the signature back. */
export const ASK_WITHDRAWAL_ACTION = 'ask';

/** What is held about the asker, in whole: which data, not what a sealed name says. */
export function myData(scene: Scene): Move {
  const { texts, standing } = scene;
  const { words } = texts;
  const buttons: ViewButton[] = [resumeButton(scene)];
  if (standing.signature !== null) buttons.push(press(ASK_WITHDRAWAL_ACTION, words.say('button-withdraw')));
  const body: readonly Block[] = [
    heading(words.say('mydata-heading')),
    ...(standing.signature === null
      ? [paragraph(words.say('mydata-unsigned'))]
      : aboutSignature(scene, standing.signature)),
    paragraph(...phrase((put) => words.say('mydata-conversation', { command: put(command('cancel')) }))),
    paragraph(words.say('mydata-platform')),
  ];
  return {
    kind: 'note',
    view: { body, buttons, ...(standing.signature === null ? {} : { sensitive: true }) },
  };
}

function aboutSignature(scene: Scene, signature: OwnSignature): readonly Block[] {
  const { words, locale } = scene.texts;
  const receipt: Inline = { kind: 'code', text: signature.receipt };
  return [
    paragraph(
      words.say('mydata-signed', {
        day: dayIn(locale, signature.day),
        language: languageName(scene, signature.locale),
      }),
    ),
    paragraph(...phrase((put) => words.say('mydata-receipt', { receipt: put(receipt) }))),
    paragraph(words.say('mydata-held')),
    paragraph(words.say('mydata-name')),
    paragraph(words.say('mydata-texts')),
    { kind: 'list', ordered: false, items: textLines(scene, signature) },
    paragraph(...phrase((put) => words.say('mydata-withdraw', { command: put(command('withdraw')) }))),
  ];
}

function textLines(scene: Scene, { evidence }: OwnSignature): readonly (readonly Inline[])[] {
  const { words } = scene.texts;
  return SIGNED_TEXTS.map((name) => {
    const { locale, version } = evidence.texts[name];
    return phrase((put) =>
      words.say('mydata-text', {
        text: words.say(`text-${name}`),
        language: languageName(scene, locale),
        version: put({ kind: 'code', text: version.slice(0, VERSION_DIGITS) }),
      }),
    );
  });
}

/** A language by its own name; by its tag when the petition no longer has it. */
function languageName({ petition }: Scene, locale: string): string {
  return petition.locales.includes(locale) ? petition.texts(locale).languageName : locale;
}
