import { type Stringifier, stringify } from 'csv-stringify';
import type { OpenedSignature } from './collect.js';
import type { NamedText } from './texts.js';

/**
 * The names for whoever receives them: the name and the language in which it was signed, and nothing that tells when
 * or on which platform. Signatures without a name are not in it.
 *
 * A spreadsheet takes a cell that begins with = + - @, a tab, a return, or a wide form of those, for a formula: such
 * cells begin with an apostrophe. All are quoted, so that no name can begin a cell of its own.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function namesCsv(): Stringifier {
  return stringify({
    header: true,
    columns: ['name', 'locale'],
    // Without it Excel reads UTF-8 as something else.
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

/** What the JSON says of itself. */
export interface About {
  readonly petition: string;
  readonly preview: boolean;
  /** `YYYY-MM-DD` in UTC. */
  readonly day: string;
  readonly texts: readonly NamedText[];
}

/** The evidence, for the organiser alone: with each signature what was agreed to, when and how. One a line. */
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
    // The button that chose the name joins the rest of the evidence again.
    const whole = { ...evidence, name: { ...evidence.name, button } };
    yield `${index === 0 ? '' : ','}\n${JSON.stringify({ ...signature, evidence: whole })}`;
  }
  yield '\n]}\n';
}
