import { type Stringifier, stringify } from 'csv-stringify';
import type { Day } from '../../day.js';
import type { OpenedSignature } from './collect.js';
import { omissionsIn } from './omissions.js';
import type { NamedText } from './texts.js';
import { codeOf, type Wordings } from './wordings.js';

/**
 * The names for the letter's addressee: each name with the language of its signature and the code of the letter that it
 * stands under, without day or platform. Signatures without a name are left out.
 *
 * Spreadsheets read a cell as a formula if it begins with = + - @, a tab, a return, or a wide form of these.
 * Such cells get a leading apostrophe. All cells are quoted, so that no name can begin another cell.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function namesCsv(): Stringifier {
  return stringify({
    header: true,
    columns: ['name', 'locale', 'letter'],
    // Without it Excel misreads UTF-8.
    bom: true,
    quoted: true,
    escape_formulas: true,
    // https://www.rfc-editor.org/rfc/rfc4180
    record_delimiter: 'windows',
  });
}

/** The rows of the CSV. */
export function* namedRows(
  signatures: readonly OpenedSignature[],
): Generator<Pick<OpenedSignature, 'locale'> & { readonly name: string; readonly letter: string }> {
  for (const { name, locale, evidence } of signatures) {
    if (name !== null) yield { name, locale, letter: codeOf(evidence.texts.letter) };
  }
}

/** The header of the JSON. */
export interface About {
  readonly petition: string;
  readonly preview: boolean;
  readonly day: Day;
  readonly texts: readonly NamedText[];
  readonly wordings: Wordings;
  /** Signatures under former words that the operator left out of this export. */
  readonly formerElsewhere: number;
}

/**
 * The evidence, only for the organiser: how many signatures stand under which words, and which names were left out and
 * why. Then each signature, with what the person agreed to, when and how. One signature per line.
 */
export function* evidenceJson(
  { petition, preview, day, texts, wordings, formerElsewhere }: About,
  signatures: readonly OpenedSignature[],
): Generator<string> {
  const about = {
    petition,
    preview,
    day,
    counts: counts(signatures),
    letters: wordings.wordings.map(({ code, locale, version, current, firstShown, signatures }) => ({
      code,
      locale,
      version,
      current,
      firstShown,
      ...counts(signatures),
    })),
    lostLetters: wordings.lost,
    formerElsewhere,
    omitted: omissionsIn(signatures),
    texts: texts.map(({ name, locale, version, file }) => ({ name, locale, version, file })),
  };
  yield `${JSON.stringify(about).slice(0, -1)},"signatures":[`;
  for (const [index, { button, evidence, ...signature }] of signatures.entries()) {
    // Puts the button that chose the name back into the evidence.
    const whole = { ...evidence, name: { ...evidence.name, button } };
    yield `${index === 0 ? '' : ','}\n${JSON.stringify({ ...signature, evidence: whole })}`;
  }
  yield '\n]}\n';
}

function counts(signatures: readonly OpenedSignature[]): {
  readonly signatures: number;
  readonly named: number;
  readonly omitted: number;
} {
  return {
    signatures: signatures.length,
    named: signatures.filter(({ name }) => name !== null).length,
    omitted: signatures.filter(({ omitted }) => omitted !== null).length,
  };
}
