import { describe, expect, it } from 'vitest';
import type { LogDocument } from '../../src/log-of-totals/document.js';
import { type Entry, writeEntry } from '../../src/log-of-totals/entry.js';
import { noteSigner } from '../../src/log-of-totals/signed-note.js';
import { type Check, type Expectations, verifyLog } from '../../src/log-of-totals/verify.js';
import { day } from '../support/day.js';
import { documentOf, entriesOf, headOf, resigned, SIGNER } from './document.js';

const TODAY = day('2026-12-20');

function found(document: LogDocument, over: Partial<Expectations> = {}): Partial<Record<Check, string>> {
  const findings = verifyLog(document, { key: SIGNER.written, kept: null, today: TODAY, ...over });
  return Object.fromEntries(findings.filter(({ ok }) => !ok).map(({ check, message }) => [check, message]));
}

const entries = entriesOf(12);
const honest = documentOf(entries);
const earlier = documentOf(entriesOf(5));

/** The same entries with one that is changed, and totals that follow from it. */
function forged(at: number, change: (entry: Entry) => Entry): readonly Entry[] {
  return entries.map((entry, index) => (index === at ? change(entry) : entry));
}

describe('verify passes', () => {
  it('an honest log, alone and against everything that was kept from it', () => {
    expect(found(honest)).toEqual({});
    for (let days = 1; days <= 12; days += 1) {
      const kept = documentOf(entriesOf(days));
      expect(found(honest, { kept })).toEqual({});
      expect(found(honest, { kept: { checkpoint: kept.checkpoint } })).toEqual({});
    }
    expect(verifyLog(honest, { key: null, kept: earlier, today: TODAY }).map(({ check }) => check)).toEqual([
      'signature',
      'hashes',
      'entries',
      'days',
      'arithmetic',
      'kept',
      'age',
      'total',
    ]);
  });

  it('a correction that is told, and a log without an entry', () => {
    const last = entries.at(-1);
    if (last === undefined) throw new Error('there are entries');
    const correction = {
      petition: 'sample',
      day: day('2026-12-13'),
      offset: 100,
      corrected: -30,
      reason: 'restored from a backup',
      total: last.total - 30,
    };
    const document = documentOf([...entries, correction]);
    expect(found(document, { kept: honest })).toEqual({});
    const [arithmetic] = verifyLog(document, { key: null, kept: null, today: null }).filter(
      ({ check }) => check === 'arithmetic',
    );
    expect(arithmetic?.message).toContain('2026-12-13: -30, “restored from a backup”');
    expect(found(documentOf([]))).toEqual({});
  });
});

describe('verify finds', () => {
  it('an entry that was rewritten without the key', () => {
    const lines = honest.entries.map((line, at) => (at === 3 ? line.replace('53', '63') : line));
    expect(found({ ...honest, entries: lines }).hashes).toContain('an entry was rewritten');
  });

  it('an entry that was rewritten and signed again: its sums, or what a reader kept', () => {
    const clumsy = forged(3, (entry) => ('signed' in entry ? { ...entry, signed: 63 } : entry));
    expect(found(resigned(clumsy.map(writeEntry))).arithmetic).toContain('entry 4 (2026-12-04) says a total');
    // All totals after it are changed with it: only what was kept shows it.
    const clever = forged(3, (entry) => ('signed' in entry ? { ...entry, signed: 63 } : entry)).map(
      (entry, at) => (at < 3 ? entry : { ...entry, total: entry.total + 10 }),
    );
    const document = resigned(clever.map(writeEntry));
    expect(found(document)).toEqual({});
    expect(found(document, { kept: earlier }).kept).toMatch(/^entry 4 was rewritten: you kept \{"petition"/);
    expect(found(document, { kept: { checkpoint: earlier.checkpoint } }).kept).toContain('was forked');
    expect(found(document, { kept: documentOf(entriesOf(3)) })).toEqual({});
  });

  it('a day that was dropped, or told twice', () => {
    const dropped = entries.filter((_, at) => at !== 4);
    expect(found(resigned(dropped.map(writeEntry))).days).toContain('2026-12-05 is missing');
    const twice = [...entries.slice(0, 5), ...entries.slice(4)];
    expect(found(resigned(twice.map(writeEntry))).days).toContain('2026-12-05 is there twice');
    const unsigned = { ...honest, entries: honest.entries.filter((_, at) => at !== 4) };
    expect(found(unsigned).hashes).toContain('the head covers 12 entries, and there are 11');
  });

  it('a log that was forked: another history of the same length', () => {
    const other = entries.map((entry, at) => (at >= 2 ? { ...entry, total: entry.total + 10 } : entry));
    const fork = other.map((entry, at) =>
      at === 2 && 'signed' in entry ? { ...entry, signed: entry.signed + 10 } : entry,
    );
    const document = documentOf(fork);
    expect(found(document)).toEqual({});
    expect(found(document, { kept: { checkpoint: honest.checkpoint } }).kept).toContain('was forked');
  });

  it('an old checkpoint: one that was kept is newer, or its day is long ago', () => {
    expect(found(earlier, { kept: honest }).kept).toContain('5 entries now, 12 when you kept it');
    const old = { ...honest, checkpoint: headOf(honest.entries, '2026-12-15') };
    expect(found(old).age).toBe('the head is old: it was signed on 2026-12-15, and it is signed each day');
    expect(found(old, { today: null })).toEqual({});
    const older = { ...honest, checkpoint: earlier.checkpoint };
    expect(found(older).hashes).toContain('the head covers 5 entries, and there are 12');
  });

  it('a false total', () => {
    const { total } = honest;
    expect(found({ ...honest, total: { ...total, total: total.total + 1000 } }).total).toContain(
      `the total shown is ${total.total + 1000}; its parts make ${total.total}`,
    );
    const more = { ...total, total: total.total + 1000, signatures: total.signatures + 1000 };
    expect(found({ ...honest, total: more }).total).toContain('by the log and the days since there are');
  });

  it('a total that was shown earlier, and that the entries since can not explain', () => {
    const shown = (signatures: number, on: string): LogDocument => {
      const last = entriesOf(5).at(-1);
      const since = signatures - ((last?.total ?? 0) - 100);
      const total = { total: signatures + 100, signatures, offset: 100, asOf: `${on}T12:00:00Z` };
      return { ...earlier, total, since };
    };
    // After five days there are 250 signatures; the sixth brings 55 and takes 10.
    expect(found(honest, { kept: shown(260, '2026-12-06') })).toEqual({});
    expect(found(honest, { kept: shown(5000, '2026-12-06') }).total).toContain(
      'on 2026-12-06 5000 signatures were shown',
    );
    // Its day has no entry yet.
    expect(found(honest, { kept: shown(5000, '2026-12-13') })).toEqual({});
  });

  it('another key: than the one given, than the one kept, or than the one that signed', () => {
    const stranger = noteSigner(Buffer.alloc(32, 6), SIGNER.name);
    const strange = {
      ...honest,
      key: stranger.written,
      checkpoint: headOf(honest.entries, '2026-12-20', stranger),
    };
    expect(found(strange).signature).toContain('not the one that you gave');
    expect(found(strange, { key: null, kept: earlier }).signature).toContain('another key than the record');
    expect(found(strange, { key: null, kept: { checkpoint: earlier.checkpoint } }).kept).toContain(
      'not signed by',
    );
    expect(found({ ...honest, key: stranger.written }, { key: null }).signature).toContain(
      'is not signed by',
    );
    expect(found({ ...honest, key: 'a key' }, { key: null }).signature).toContain('is not a key');
    expect(found(strange, { key: null })).toEqual({});
  });

  it('an entry that is none, of another petition, or that shows the act of a few', () => {
    const withLine = (line: string) => {
      const lines = [...honest.entries.slice(0, -1), line];
      return { ...honest, entries: lines, checkpoint: headOf(lines) };
    };
    const last = honest.entries.at(-1) ?? '';
    expect(found(withLine('{}')).entries).toContain('entry 12 is not an entry');
    expect(found(withLine(last.replace('{', '{ '))).entries).toContain('entry 12 is not an entry');
    expect(found(withLine(last.replace('"sample"', '"other"'))).entries).toContain('belongs to other');
    expect(found(withLine(last.replace('"withdrawn":10', '"withdrawn":1'))).entries).toContain(
      'fewer than ten',
    );
  });
});
