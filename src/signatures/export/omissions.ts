import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { groupBy } from '../../group-by.js';
import { OperatorError } from '../../operator-error.js';
import { parseReceipt } from '../receipt.js';
import type { OpenedSignature, Receipted } from './collect.js';

/** A line of the organiser's file: which name to leave out, and why. */
export interface Omission {
  readonly line: number;
  /** A receipt, or a name exactly as it was signed. */
  readonly who: string;
  readonly reason: string;
}

/** A line that can't be followed. The message repeats no name. */
interface Problem {
  readonly line: number;
  readonly problem: string;
}

/** Lines of the file can't be followed. Nothing is left out then. */
class OmissionsRefused extends OperatorError {
  override readonly name = 'OmissionsRefused';
  constructor(problems: readonly Problem[]) {
    const lines = problems.toSorted((one, other) => one.line - other.line);
    super(
      [
        ...lines.map(({ line, problem }) => `line ${line}: ${problem}`),
        'Nothing was written: mend the file and run it again.',
      ].join('\n'),
    );
  }
}

const recordsSchema = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
);

/** The first cells of `review.csv`: such a file has more columns, which are not ours to read. */
const HEADER = ['name', 'reason'];

/**
 * Parses the organiser's file: CSV with a receipt or a name, then a reason, on each line. A comma, a semicolon or a tab
 * separates them. Lines that begin with # are comments. A first line `name,reason` is a header, and columns after the
 * first two are then allowed.
 * @throws OmissionsRefused with every line that is wrong
 */
export function parseOmissions(text: string): readonly Omission[] {
  const records = recordsIn(text);
  const [first] = records;
  const hasHeader = HEADER.every((name, index) => first?.record[index]?.toLowerCase() === name);
  const omissions: Omission[] = [];
  const problems: Problem[] = [];
  for (const { record, info } of hasHeader ? records.slice(1) : records) {
    const [who = '', reason = ''] = record;
    const problem = problemOf(record, hasHeader);
    if (problem === null) omissions.push({ line: info.lines, who, reason });
    else problems.push({ line: info.lines, problem });
  }
  if (problems.length > 0) throw new OmissionsRefused(problems);
  return omissions;
}

function recordsIn(text: string): z.infer<typeof recordsSchema> {
  try {
    return recordsSchema.parse(
      parse(text.replaceAll(/\r\n?/g, '\n'), {
        bom: true,
        comment: '#',
        comment_no_infix: true,
        delimiter: [',', ';', '\t'],
        info: true,
        record_delimiter: '\n',
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        trim: true,
      }),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = z.object({ lines: z.number() }).safeParse(error).data?.lines ?? 1;
    throw new OmissionsRefused([{ line, problem: 'a quotation mark opens a part and does not close it' }]);
  }
}

function problemOf([who = '', reason = '', ...more]: readonly string[], hasHeader: boolean): string | null {
  if (who === '') return 'no receipt and no name stands before the reason';
  if (reason === '') return 'no reason stands behind it: write it after a comma';
  if (more.length > 0 && !hasHeader) {
    return 'it has more than two parts: put the name, or the reason, between "quotes"';
  }
  return null;
}

/**
 * Takes names out of signatures. The signatures stay, with the reason.
 * @param receiptKeyOf gives the hash under which a receipt is stored; null without the pepper
 * @throws OmissionsRefused with every line that matches no signature, or one that another line matches
 */
export function omitNames(
  signatures: readonly Receipted[],
  omissions: readonly Omission[],
  receiptKeyOf: ((receipt: string) => string) | null,
): readonly Receipted[] {
  const byName = groupBy(
    signatures.filter(({ name }) => name !== null),
    ({ name }) => name,
  );
  const byReceipt = new Map(signatures.map((signature) => [signature.receiptKey, signature]));
  const omitted = new Map<Receipted, Omission>();
  const problems: Problem[] = [];
  for (const omission of omissions) {
    const found = find(omission.who);
    if (typeof found === 'string') {
      problems.push({ line: omission.line, problem: found });
      continue;
    }
    const earlier = found.map((signature) => omitted.get(signature)).find((known) => known !== undefined);
    if (earlier !== undefined) {
      problems.push({
        line: omission.line,
        problem: `line ${earlier.line} leaves out the same signature: take one of the two away`,
      });
      continue;
    }
    for (const signature of found) omitted.set(signature, omission);
  }
  if (problems.length > 0) throw new OmissionsRefused(problems);
  return signatures.map((signature) => {
    const omission = omitted.get(signature);
    return omission === undefined ? signature : { ...signature, name: null, omitted: omission.reason };
  });

  /** The signatures of a line, or what is wrong with it. */
  function find(who: string): readonly Receipted[] | string {
    // A name of twenty letters can look like a receipt, so names come first.
    const named = spellingsOf(who).flatMap((name) => byName.get(name) ?? []);
    if (named.length > 0) return named;
    const receipt = parseReceipt(who);
    if (receipt === null) return 'nobody in this export has exactly this name';
    if (receiptKeyOf === null) {
      return 'set IDENTITY_PEPPER: a receipt can be looked up with it alone (and nobody has this as a name)';
    }
    const signature = byReceipt.get(receiptKeyOf(receipt));
    if (signature === undefined) {
      return 'no signature in this export has this receipt, unless IDENTITY_PEPPER is of another campaign';
    }
    return signature.name === null ? 'the signature of this receipt has no name to leave out' : [signature];
  }
}

/** A name as it is stored, and without the apostrophe that our CSV files put before a formula. */
function spellingsOf(written: string): readonly string[] {
  const name = written.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return name.startsWith("'") ? [name, name.slice(1)] : [name];
}

/** The organiser's reasons for leaving names out, the most frequent first. */
export function omissionsIn(
  signatures: readonly OpenedSignature[],
): readonly { readonly reason: string; readonly names: number }[] {
  const omitted = signatures.flatMap(({ omitted }) => omitted ?? []);
  return [...groupBy(omitted, (reason) => reason)]
    .map(([reason, { length: names }]) => ({ reason, names }))
    .sort((one, other) => other.names - one.names);
}
