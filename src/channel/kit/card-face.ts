import { createHash } from 'node:crypto';
import type { Locale } from '../../petition/formats.js';
import type { LocaleTexts } from '../../petition/petition.js';
import type { Status } from '../../petition/status.js';
import { closingLines, introduction } from '../../petition/status-texts.js';
import type { ServedPetition, ServedPetitions } from '../served-petitions.js';

/** Enough that two faces of one campaign never share it by chance. */
const CHARACTERS = 12;

/**
 * A short code for what a card says besides its total: the phase, when signing closes, and the texts. If a posted card
 * has another code, it is out of date.
 */
export function faceOf(texts: LocaleTexts, status: Status): string {
  const said = [status.phase, introduction(texts, status), closingLines(texts, status, { lasting: true })];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, CHARACTERS);
}

/** What we remember of a posted card. Cards of earlier versions name no petition. */
interface PostedCard {
  readonly petition?: string;
  readonly locale: Locale;
}

/** What a posted card should say now. */
export interface Face {
  readonly served: ServedPetition;
  readonly texts: LocaleTexts;
  readonly status: Status;
  /** See `faceOf`. */
  readonly code: string;
}

/**
 * Reads what the cards of all petitions should say now. Rejects if the database can't be read.
 * @returns a function that gives the face of one card; null if its petition or its language is gone: that card stays as
 * it is
 */
export async function readFaces(
  petitions: Pick<ServedPetitions, 'all' | 'named'>,
): Promise<(card: PostedCard) => Face | null> {
  const statuses = new Map<ServedPetition, Status>();
  for (const served of petitions.all) statuses.set(served, await served.status.read());
  return ({ petition, locale }) => {
    const served = petition === undefined ? petitions.all[0] : petitions.named(petition);
    const status = served === null ? undefined : statuses.get(served);
    if (served === null || status === undefined || !served.petition.locales.includes(locale)) return null;
    const texts = served.petition.texts(locale);
    return { served, texts, status, code: faceOf(texts, status) };
  };
}
