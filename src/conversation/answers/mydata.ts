import { type OwnSignature, type ReadSignature, type Shown, shownIn } from '../../petition/evidence.js';
import { parseMarkdown } from '../../petition/markdown.js';
import { command, phrase } from '../../petition/phrase.js';
import { type Block, heading, type Inline, paragraph } from '../../petition/rich-text.js';
import { stillStands } from '../gate.js';
import type { Move } from '../move.js';
import { canCorrect, type Scene } from '../scene.js';
import { press, type ViewButton } from '../view.js';
import { unreadableLine } from '../why.js';
import { resumeButton } from './resume.js';

/** Enough of a fingerprint to compare by eye. */
const VERSION_DIGITS = 12;

/** The action of the note's button that asks whether to withdraw. */
export const ASK_WITHDRAWAL_ACTION = 'ask';
/** The action of the note's button that lets a person choose the name again. */
export const CORRECT_ACTION = 'correct';

/** What we hold about the person who asks. It says that a sealed name exists, not what it says. */
export function myData(scene: Scene): Move {
  const { texts, facts } = scene;
  const { words } = texts;
  const buttons: ViewButton[] = [resumeButton(scene)];
  if (canCorrect(scene)) buttons.push(press(CORRECT_ACTION, words.say('button-correct')));
  if (facts.signature !== null) buttons.push(press(ASK_WITHDRAWAL_ACTION, words.say('button-withdraw')));
  const body: readonly Block[] = [
    heading(words.say('mydata-heading')),
    ...(facts.signature === null
      ? [paragraph(words.say('mydata-unsigned'))]
      : aboutSignature(scene, facts.signature)),
    ...aboutUpdates(scene),
    paragraph(...phrase((put) => words.say('mydata-conversation', { command: put(command('cancel')) }))),
    paragraph(words.say('mydata-platform')),
  ];
  return {
    kind: 'note',
    view: { body, buttons, ...(facts.signature === null ? {} : { sensitive: true }) },
  };
}

function aboutSignature(scene: Scene, signature: OwnSignature): readonly Block[] {
  const { words } = scene.texts;
  if (signature.evidence === null) return [unreadableLine(words)];
  const receipt: Inline = { kind: 'code', text: signature.receipt };
  const signed = words.say('mydata-signed', {
    day: words.formats.day(signature.day),
    language: languageName(scene, signature.locale),
  });
  return [
    paragraph(`${signed} ${words.say(whetherItCounts(scene, signature))}`),
    paragraph(...phrase((put) => words.say('mydata-receipt', { receipt: put(receipt) }))),
    paragraph(words.say('mydata-held')),
    aboutName(scene),
    ...(canCorrect(scene) ? [paragraph(words.say('mydata-correct'))] : []),
    ...agreedTo(scene, signature),
    paragraph(words.say('mydata-texts')),
    { kind: 'list', ordered: false, items: textLines(scene, signature) },
    paragraph(...phrase((put) => words.say('mydata-withdraw', { command: put(command('withdraw')) }))),
  ];
}

function whetherItCounts({ facts }: Scene, { status }: ReadSignature) {
  if (facts.preview) return 'preview-notice';
  return status === 'counted' ? 'mydata-counted' : 'mydata-set-aside';
}

function aboutName({ texts: { words }, facts: { erased } }: Scene): Block {
  if (erased === null) return paragraph(words.say('mydata-name'));
  return paragraph(words.say('mydata-erased', { day: words.formats.day(erased) }));
}

/** The text of the consent, in the language in which the person agreed. */
function agreedTo(scene: Scene, { evidence }: ReadSignature): readonly Block[] {
  const { texts, facts } = scene;
  const quote = wordsOf(scene, 'consent', evidence.texts.consent, facts.formerConsent);
  return quote.length === 0 ? [] : [paragraph(texts.words.say('mydata-consent')), ...quote];
}

function aboutUpdates(scene: Scene): readonly Block[] {
  const { texts, facts } = scene;
  const { words } = texts;
  if (facts.updates === null) return [paragraph(words.say('mydata-updates-off'))];
  const { evidence } = facts.updates;
  const on = phrase((put) => words.say('mydata-updates-on', { command: put(command('stop')) }));
  if (evidence === null) return [paragraph(...on)];
  const agreed = phrase((put) =>
    words.say('mydata-updates-agreed', {
      day: words.formats.day(evidence.day),
      language: languageName(scene, evidence.text.locale),
      version: put(fingerprint(evidence.text)),
    }),
  );
  const quote = wordsOf(scene, 'updates', evidence.text, facts.formerUpdates);
  return [paragraph(...on), paragraph(...agreed), ...quote];
}

/** The text that the person agreed to, if we still have it. */
function wordsOf(
  { petition }: Scene,
  name: 'consent' | 'updates',
  shown: Shown,
  former: string | null,
): readonly Block[] {
  if (former !== null) return [{ kind: 'quote', blocks: parseMarkdown(former, new Map()).blocks }];
  if (!stillStands(petition, name, shown)) return [];
  const { signed, updates } = petition.texts(shown.locale);
  return [{ kind: 'quote', blocks: (name === 'updates' ? updates : signed.consent).blocks }];
}

function textLines(scene: Scene, { evidence }: ReadSignature): readonly (readonly Inline[])[] {
  const { words } = scene.texts;
  return shownIn(evidence.texts).map(([name, shown]) => {
    return phrase((put) =>
      words.say('mydata-text', {
        text: words.say(`text-${name}`),
        language: languageName(scene, shown.locale),
        version: put(fingerprint(shown)),
      }),
    );
  });
}

/** The beginning of a text's fingerprint. */
function fingerprint({ version }: Shown): Inline {
  return { kind: 'code', text: version.slice(0, VERSION_DIGITS) };
}

/** A language by its own name, or by its tag if the petition no longer has it. */
function languageName({ petition }: Scene, locale: string): string {
  return petition.locales.includes(locale) ? petition.texts(locale).languageName : locale;
}
