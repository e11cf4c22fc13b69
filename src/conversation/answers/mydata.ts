import type { OwnSignature, ReadSignature } from '../../petition/evidence.js';
import { parseMarkdown } from '../../petition/markdown.js';
import { SIGNED_TEXTS } from '../../petition/petition.js';
import { type Block, heading, type Inline, paragraph } from '../../petition/rich-text.js';
import type { Move } from '../move.js';
import { command, dayIn, phrase } from '../phrase.js';
import type { Scene } from '../scene.js';
import { stillStands } from '../settle.js';
import { press, type ViewButton } from '../view.js';
import { unreadableLine } from '../why.js';
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
    aboutUpdates(scene),
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
  if (signature.evidence === null) return [unreadableLine(words)];
  const receipt: Inline = { kind: 'code', text: signature.receipt };
  const signed = words.say('mydata-signed', {
    day: dayIn(locale, signature.day),
    language: languageName(scene, signature.locale),
  });
  const counts = signature.status === 'counted';
  return [
    paragraph(`${signed} ${words.say(counts ? 'mydata-counted' : 'mydata-set-aside')}`),
    paragraph(...phrase((put) => words.say('mydata-receipt', { receipt: put(receipt) }))),
    paragraph(words.say('mydata-held')),
    aboutName(scene),
    ...agreedTo(scene, signature),
    paragraph(words.say('mydata-texts')),
    { kind: 'list', ordered: false, items: textLines(scene, signature) },
    paragraph(...phrase((put) => words.say('mydata-withdraw', { command: put(command('withdraw')) }))),
  ];
}

function aboutName({ texts: { words, locale }, standing: { erased } }: Scene): Block {
  if (erased === null) return paragraph(words.say('mydata-name'));
  return paragraph(words.say('mydata-erased', { day: dayIn(locale, erased) }));
}

/** The words of the consent, in the language in which it was given. */
function agreedTo(
  { petition, texts: { words }, standing }: Scene,
  { evidence }: ReadSignature,
): readonly Block[] {
  const { consent } = evidence.texts;
  const blocks =
    standing.formerConsent !== null
      ? parseMarkdown(standing.formerConsent, new Map()).blocks
      : stillStands(petition, 'consent', consent)
        ? petition.texts(consent.locale).signed.consent.blocks
        : [];
  if (blocks.length === 0) return [];
  return [paragraph(words.say('mydata-consent')), { kind: 'quote', blocks }];
}

function aboutUpdates({ texts: { words }, standing }: Scene): Block {
  if (!standing.updates) return paragraph(words.say('mydata-updates-off'));
  return paragraph(...phrase((put) => words.say('mydata-updates-on', { command: put(command('stop')) })));
}

function textLines(scene: Scene, { evidence }: ReadSignature): readonly (readonly Inline[])[] {
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
