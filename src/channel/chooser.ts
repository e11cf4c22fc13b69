import type { Button, Message } from '../conversation/message.js';
import type { Locale } from '../petition/formats.js';
import { isolated } from '../petition/isolate.js';
import type { Petition } from '../petition/petition.js';
import { type Block, heading, type Inline, paragraph, text } from '../petition/rich-text.js';
import type { Status } from '../petition/status.js';
import { statusLines, totalLine } from '../petition/status-texts.js';
import { type ChooserCode, writeChooserCode } from './chooser-code.js';
import { shortened } from './kit/split.js';
import type { ServedPetitions } from './served-petitions.js';

/** As many as fit in one message on every platform, and on a telephone without much scrolling. */
const ON_A_PAGE = 5;

/** How many signatures have a button when a person withdraws: as many as Discord and Slack show below one message. */
const MAX_TO_WITHDRAW = 20;

/** In UTF-16 code units. A telephone shows about this much of a button. */
const MAX_LABEL = 38;

/** A petition in the list, as one person sees it. */
export interface Listed {
  readonly petition: Petition;
  readonly status: Status;
  /** The public total; null if it can't be read. */
  readonly total: number | null;
  /** Whether this person has signed it. */
  readonly signed: boolean;
}

/** Who reads it: the language, and the tag of this person's buttons. */
export interface Reader {
  readonly locale: Locale;
  readonly tag: string;
}

type Petitions = Pick<ServedPetitions<{ readonly petition: Petition }>, 'textsOf' | 'texts'>;

/** The petitions that a person can still sign. */
export function stillToSign(listed: readonly Listed[]): readonly Listed[] {
  return listed.filter(({ signed, status }) => !signed && status.phase === 'open');
}

/**
 * The list: headline, a line, total, and a button for each petition. What the person can still sign comes first.
 * @param from the name of the petition with which the page begins; without it, the first page
 */
export function listMessage(
  petitions: Petitions,
  listed: readonly Listed[],
  reader: Reader,
  from?: string,
): Message {
  const { words } = petitions.texts(reader.locale);
  const open = stillToSign(listed);
  const inOrder = [...open, ...listed.filter((one) => !open.includes(one))];
  const begin = Math.max(
    inOrder.findIndex(({ petition }) => petition.id === from),
    0,
  );
  const page = inOrder.slice(begin, begin + ON_A_PAGE);
  const next = inOrder[begin + ON_A_PAGE] ?? (begin > 0 ? inOrder[0] : undefined);
  return note(petitions, reader, {
    body: [
      heading(words.say('chooser-heading')),
      paragraph(words.say(open.length > 0 ? 'chooser-intro' : 'chooser-done')),
      ...page.flatMap((one) => aboutPetition(petitions, one, reader)),
    ],
    buttons: [
      ...page.map(({ petition }) => choose(petitions, petition, 'open', reader)),
      ...(next === undefined
        ? []
        : [button(reader, words.say('button-more-petitions'), 'page', next.petition.id)]),
    ],
    sensitive: listed.some(({ signed }) => signed),
  });
}

/**
 * Asks which signature to withdraw, where a person has given several. If there are more signatures than buttons, the
 * others get a button once some of these are withdrawn.
 */
export function whichToWithdraw(petitions: Petitions, signed: readonly Listed[], reader: Reader): Message {
  const { words } = petitions.texts(reader.locale);
  return note(petitions, reader, {
    body: [
      heading(words.say('withdraw-which')),
      {
        kind: 'list',
        ordered: false,
        items: signed.map(({ petition }) => [headlineOf(petitions, petition, reader)]),
      },
    ],
    buttons: [
      ...signed.slice(0, MAX_TO_WITHDRAW).map(({ petition }) => choose(petitions, petition, 'undo', reader)),
      button(reader, words.say('button-withdraw-all', { count: signed.length }), 'all'),
      button(reader, words.say('button-withdraw-no'), 'list'),
    ],
    sensitive: true,
  });
}

/**
 * Asks once whether to withdraw all signatures.
 * @param mark stands for these signatures: the "yes" withdraws no others
 */
export function whetherToWithdrawAll(
  petitions: Petitions,
  signed: readonly Listed[],
  reader: Reader,
  mark: string,
): Message {
  const { words } = petitions.texts(reader.locale);
  return note(petitions, reader, {
    body: [
      paragraph(words.say('withdraw-all-ask', { count: signed.length })),
      paragraph(words.say('withdraw-handed-over')),
    ],
    buttons: [
      button(reader, words.say('button-withdraw-all-yes'), 'yes', mark),
      button(reader, words.say('button-withdraw-all-no'), 'list'),
    ],
    sensitive: true,
  });
}

/** A message with a button that leads to the list, below its way forward. */
export function withList(petitions: Petitions, message: Message, reader: Reader): Message {
  const { words } = petitions.texts(reader.locale);
  const [first, ...others] = message.buttons;
  const list = button(reader, words.say('button-other-petitions'), 'list');
  return { ...message, buttons: first === undefined ? [list] : [first, list, ...others] };
}

/** The thanks, with a line and a button that lead to the petitions that the person can still sign. */
export function withOthers(petitions: Petitions, thanks: Message, count: number, reader: Reader): Message {
  const { words } = petitions.texts(reader.locale);
  const body = [...thanks.body, paragraph(words.say('others-line', { count }))];
  return withList(petitions, { ...thanks, body }, reader);
}

/** A petition's headline in its own paragraph, for answers that don't name their petition. */
export function headlineLine(
  petitions: Petitions,
  petition: Petition,
  reader: Pick<Reader, 'locale'>,
): Block {
  return paragraph({ kind: 'strong', children: [headlineOf(petitions, petition, reader)] });
}

function aboutPetition(petitions: Petitions, listed: Listed, reader: Reader): readonly Block[] {
  const { petition, status, total, signed } = listed;
  const texts = petitions.textsOf({ petition }, reader.locale);
  const { words } = petitions.texts(reader.locale);
  return [
    headlineLine(petitions, petition, reader),
    ...(texts.line ?? []),
    ...(status.phase === 'open' ? [] : statusLines({ ...texts, outcome: null, words }, status)),
    ...(total === null ? [] : [paragraph(totalLine(petition, { ...texts, words }, status, total))]),
    ...(signed ? [paragraph({ kind: 'emphasis', children: [text(words.say('chooser-signed'))] })] : []),
  ];
}

function headlineOf(petitions: Petitions, petition: Petition, { locale }: Pick<Reader, 'locale'>): Inline {
  return text(isolated(petitions.textsOf({ petition }, locale).headline));
}

function choose(
  petitions: Petitions,
  petition: Petition,
  action: ChooserCode['action'],
  reader: Reader,
): Button {
  const { headline } = petitions.textsOf({ petition }, reader.locale);
  return button(reader, shortened(headline, MAX_LABEL), action, petition.id);
}

function button(
  { tag, locale }: Reader,
  label: string,
  action: ChooserCode['action'],
  petition = '',
): Button {
  return { kind: 'press', label, code: writeChooserCode({ tag, action, petition, locale }) };
}

function note(
  petitions: Petitions,
  { locale }: Reader,
  { body, buttons, sensitive }: Pick<Message, 'body' | 'buttons'> & { readonly sensitive: boolean },
): Message {
  const { direction } = petitions.texts(locale);
  return { role: 'note', locale, direction, body, buttons, ...(sensitive ? { sensitive: true } : {}) };
}
