import { createHash } from 'node:crypto';
import { dayOf } from '../day.js';
import { firstSentence, summarySentence } from '../petition/first-sentence.js';
import type { LocaleTexts, Petition } from '../petition/petition.js';
import { creditOf, type PetitionPicture } from '../petition/picture.js';
import { plainText } from '../petition/plain.js';
import { shareOf } from '../petition/progress.js';
import { progressShown, type Status } from '../petition/status.js';
import { countLine, goalLine, statusLines } from '../petition/status-texts.js';
import type { PublishedCount } from '../signatures/public-total.js';

/** A card in pixels: the proportions that Facebook, Slack, Discord and Telegram show uncut. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

/** The colours of a card, as `#rrggbb`. */
export interface CardColours {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
}

/** All that a card says, in plain values: two cards that say the same are the same picture. */
export interface Card {
  readonly direction: 'ltr' | 'rtl';
  readonly headline: string;
  /** What it is about, or why nobody can sign now. */
  readonly line: string;
  /** Null where the total can't be read: no number is better than a wrong one. */
  readonly count: CardCount | null;
  readonly colours: CardColours;
  /** The picture beside the words, by its SHA-256, and what it shows; null without one. */
  readonly picture: { readonly hash: string; readonly alt: string } | null;
}

interface CardCount {
  /** The total in a sentence. */
  readonly sentence: string;
  /** The number as it stands in the sentence. */
  readonly number: string;
  readonly asOf: string;
  /** While people can sign: the part of the next goal, from 0 to 1, and the goal in a sentence. */
  readonly progress: { readonly share: number; readonly goal: string } | null;
}

/** The picture beside the words, as it is drawn. */
export interface CardPicture extends Pick<PetitionPicture, 'bytes' | 'type'> {
  /** Who made it, and on what terms it is used: this stands in the picture. */
  readonly credit: string;
}

/** What we know of a petition when its card is drawn. */
export interface CardFacts {
  readonly petition: Petition;
  readonly texts: LocaleTexts;
  readonly status: Status;
  /** Null if the total can't be read. */
  readonly published: PublishedCount | null;
  readonly colours: CardColours;
}

/** The card of a petition. */
export function petitionCard({ petition, texts, status, published, colours }: CardFacts): Card {
  const { picture } = petition;
  return {
    direction: texts.direction,
    headline: texts.headline,
    line: lineOf(texts, status),
    count: published === null ? null : countOf(petition, texts, status, published),
    colours,
    picture: picture === null ? null : { hash: picture.hash, alt: picture.alt[texts.locale] ?? '' },
  };
}

/** The picture of a petition's card; null without one. */
export function cardPicture({ picture }: Petition): CardPicture | null {
  if (picture === null) return null;
  const { bytes, type } = picture;
  return { bytes, type, credit: creditOf(picture) };
}

/** While people can sign: what it is about. Else why they can't, or the outcome. */
function lineOf(texts: LocaleTexts, status: Status): string {
  if (status.phase === 'open') return texts.line === null ? summarySentence(texts) : plainText(texts.line);
  const [first] = statusLines(texts, status);
  return first === undefined ? '' : plainText([first]);
}

function countOf(
  petition: Petition,
  texts: LocaleTexts,
  status: Status,
  { total, asOf }: PublishedCount,
): CardCount {
  const { words } = texts;
  const progress = progressShown(petition, texts, status, total);
  const goal = goalLine(petition, texts, status, total);
  return {
    sentence: countLine(texts, status, total),
    number: words.formats.number(total),
    asOf: words.say('card-as-of', { moment: words.formats.day(dayOf(asOf)) }),
    progress:
      progress === null || goal === null
        ? null
        : { share: shareOf(progress), goal: firstSentence(goal, texts.locale) },
  };
}

/** A code for a whole card: another word, number or colour is another code. */
export function codeOf(card: Card): string {
  return shortHash(card);
}

/**
 * A code for a card without its number. Chats keep a picture as long as its address is the same. So they fetch it again
 * when the day, the phase or a text has changed, but not for every signature.
 */
export function versionOf({ count, ...card }: Card): string {
  return shortHash({ ...card, asOf: count?.asOf ?? null });
}

function shortHash(value: object): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

/** All words of a card, for people who don't see it. */
export function cardAlt({ headline, line, count, picture }: Card): string {
  const said =
    count === null
      ? []
      : [count.sentence, ...(count.progress === null ? [] : [count.progress.goal]), count.asOf];
  return [headline, line, ...said, picture?.alt ?? '']
    .map(asSentence)
    .filter((part) => part !== '')
    .join(' ');
}

/** A headline often ends without a full stop: a screen reader would run on. */
function asSentence(text: string): string {
  return text === '' || /\p{P}$/u.test(text) ? text : `${text}.`;
}

/** Letters of these scripts, and signs of all: our fonts have them. */
const DRAWABLE =
  /^[\p{Script=Latin}\p{Script=Arabic}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{Script=Tifinagh}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Whether our fonts have the letters of a card. Empty boxes are worse than no picture. */
export function isDrawable(card: Card): boolean {
  return DRAWABLE.test(cardAlt(card));
}
