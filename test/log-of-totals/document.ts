import { addDays } from '../../src/day.js';
import { signCheckpoint } from '../../src/log-of-totals/checkpoint.js';
import type { LogDocument } from '../../src/log-of-totals/document.js';
import { type Entry, readEntry, writeEntry } from '../../src/log-of-totals/entry.js';
import { leafHash, rootOf } from '../../src/log-of-totals/merkle.js';
import { noteSigner } from '../../src/log-of-totals/signed-note.js';
import type { PublishedLog } from '../../src/log-of-totals/totals-log.js';
import { day } from '../support/day.js';

export const SIGNER = noteSigner(Buffer.alloc(32, 5), 'petition.example.org/sample');

/** A log of some days from 1 December 2026, with 100 actions counted elsewhere. */
export function entriesOf(days: number): readonly Entry[] {
  let signatures = 0;
  return Array.from({ length: days }, (_, index): Entry => {
    const withdrawn = index % 3 === 2 ? 10 : 0;
    const signed = 50 + index;
    signatures += signed - withdrawn;
    const on = addDays(day('2026-12-01'), index);
    return {
      petition: 'sample',
      from: on,
      day: on,
      offset: 100,
      signed,
      withdrawn,
      setAside: 0,
      released: 0,
      total: 100 + signatures,
    };
  });
}

/** The head of lines, as their owner signs it. */
export function headOf(lines: readonly string[], signedOn = '2026-12-20', signer = SIGNER): string {
  const root = rootOf(lines.map((line) => leafHash(Buffer.from(line))));
  return signCheckpoint(signer, { size: lines.length, root, day: day(signedOn) });
}

/** The answer of an honest server: its total is what the entries and 7 more signatures make. */
export function documentOf(entries: readonly Entry[], since = 7): LogDocument {
  const lines = entries.map(writeEntry);
  const last = entries.at(-1);
  const signatures = (last === undefined ? 0 : last.total - last.offset) + since;
  return {
    petition: 'sample',
    key: SIGNER.written,
    checkpoint: headOf(lines),
    entries: lines,
    total: { total: 100 + signatures, signatures, offset: 100, asOf: '2026-12-20T10:00:00Z' },
    since,
  };
}

/** The log of a document, as its table holds it. */
export function publishedOf({ key, checkpoint, entries }: LogDocument): PublishedLog {
  const last = readEntry(entries.at(-1) ?? '');
  return {
    key,
    checkpoint,
    entries,
    covered: last?.day ?? null,
    difference: 0,
    signatures: last === null ? 0 : last.total - last.offset,
  };
}

/** A document whose owner signs other lines, and has a total that fits them. */
export function resigned(lines: readonly string[]): LogDocument {
  return documentOf(lines.flatMap((line) => readEntry(line) ?? []));
}
