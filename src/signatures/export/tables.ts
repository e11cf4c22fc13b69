import { type Stringifier, stringify } from 'csv-stringify';
import type { Day } from '../../day.js';
import type { OpenedSignature } from './collect.js';
import type { NamedText } from './texts.js';

/**
 * The names for the letter's addressee: each name with the language of its signature, without day or
 * platform. Signatures without a name are left out.
 *
 * Spreadsheets read a cell as a formula if it begins with = + - @, a tab, a return, or a wide form of these.
 * Such cells get a leading apostrophe. All cells are quoted, so that no name can begin another cell.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function namesCsv(): Stringifier {
  return stringify({
    header: true,
    columns: ['name', 'locale'],
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
): Generator<Pick<OpenedSignature, 'locale'> & { readonly name: string }> {
  for (const { name, locale } of signatures) {
    if (name !== null) yield { name, locale };
  }
}

/** The header of the JSON. */
export interface About {
  readonly petition: string;
  readonly preview: boolean;
  readonly day: Day;
  readonly texts: readonly NamedText[];
}

/**
 * The evidence, only for the organiser: each signature with what the person agreed to, when and how. One per
 * line.
 */
export function* evidenceJson(
  { petition, preview, day, texts }: About,
  signatures: readonly OpenedSignature[],
): Generator<string> {
  const about = {
    petition,
    preview,
    day,
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
