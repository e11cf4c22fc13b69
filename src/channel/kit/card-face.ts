import { createHash } from 'node:crypto';
import type { LocaleTexts } from '../../petition/petition.js';
import type { Status } from '../../petition/status.js';
import { closingLines, introduction } from '../../petition/status-texts.js';

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
