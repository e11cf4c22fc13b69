import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CampaignLogOptions, campaignLog } from '../../src/log-of-totals/campaign-log.js';
import { isCorrection, type Period, readEntry } from '../../src/log-of-totals/entry.js';
import type { TotalsLog } from '../../src/log-of-totals/totals-log.js';
import { verifyLog } from '../../src/log-of-totals/verify.js';
import type { Ledger } from '../../src/signatures/ledger.js';
import { samplePetition } from '../http/support.js';
import { onEachDatabase, type Rows, rowsOf } from '../support/databases.js';
import { day } from '../support/day.js';
import { act, ledgerOn, person, signOnce, type Talk } from '../support/people.js';

/** Long ago for the database's clock, by which days end. */
const FIRST = '2026-03-01';

interface Begun {
  readonly log: TotalsLog;
  readonly rows: Rows;
  readonly ledger: Ledger<Talk>;
  /** The same log as another process with another folder has it. */
  open(over?: Partial<CampaignLogOptions>): TotalsLog;
  /** Books movements on a day, as the triggers do. */
  book(on: string, movement: string, count: number): Promise<void>;
}

onEachDatabase('the log of a total', (test) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'log-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function begin(): Promise<Begun> {
    const schema = test.newSchema();
    const ledger = ledgerOn({ database: test.database, schema });
    await ledger.ready();
    const rows = rowsOf(test, schema);
    const open = (over: Partial<CampaignLogOptions> = {}): TotalsLog => {
      const log = campaignLog({
        database: test.database,
        schema,
        petition: samplePetition(),
        preview: false,
        ledger,
        logKey: Buffer.alloc(32, 'key of the log'),
        dataDir: folder,
        publicUrl: 'https://petition.example.org',
        now: () => new Date('2026-03-05T02:00:00Z'),
        onUnwritable: (error) => {
          throw error;
        },
        ...over,
      });
      if (log === null) throw new Error('there is a key');
      return log;
    };
    return {
      log: open(),
      rows,
      ledger,
      open,
      async book(on, movement, count) {
        const step = movement === 'signed' || movement === 'released' ? count : -count;
        await rows(
          `INSERT INTO @tally AS t VALUES ('all', '', '${movement}', '${on}', ${count}),
             ('all', '', 'standing', '-infinity', ${step})
           ON CONFLICT (dimension, value, movement, since) DO UPDATE SET count = t.count + excluded.count`,
        );
      },
    };
  }

  /** The entries, as days and totals. */
  async function told(log: TotalsLog): Promise<readonly (readonly [string, number])[]> {
    const published = await log.published();
    return (published?.entries ?? []).map((line) => {
      const entry = readEntry(line);
      if (entry === null) throw new Error('not an entry');
      return [
        isCorrection(entry) ? `corrected ${entry.corrected}` : `${entry.from}..${entry.day}`,
        entry.total,
      ];
    });
  }

  /** Every line about each ended day up to today, which is long after. */
  const upTo = (lines: readonly (readonly [string, number])[], last: string) =>
    lines.slice(0, 1 + lines.findIndex(([days]) => days.endsWith(last)));

  describe('adds', () => {
    it('a line for each day, with the offset; nothing twice; and a head that anybody can check', async () => {
      const { log, book, ledger } = await begin();
      expect(await log.keep()).toEqual({ trouble: null, difference: 0 });
      expect((await log.published())?.entries).toEqual([]);
      await book(FIRST, 'signed', 40);
      await book('2026-03-02', 'signed', 5);
      await book('2026-03-03', 'signed', 20);
      await book('2026-03-03', 'left', 10);
      expect(await log.keep()).toEqual({ trouble: null, difference: 0 });
      expect(upTo(await told(log), '2026-03-04')).toEqual([
        ['2026-03-01..2026-03-01', 140],
        ['2026-03-02..2026-03-03', 155],
        ['2026-03-04..2026-03-04', 155],
      ]);
      const before = await log.published();
      expect(await log.keep()).toEqual({ trouble: null, difference: 0 });
      expect(await log.published()).toEqual(before);

      if (before === null) throw new Error('the log has begun');
      const { key, checkpoint, entries, signatures, difference } = before;
      const counted = await ledger.counted();
      const since = counted - signatures - difference;
      const total = { total: 100 + counted, signatures: counted, offset: 100, asOf: '2026-03-05T02:00:00Z' };
      const document = { petition: 'sample', key, checkpoint, entries, total, since };
      const findings = verifyLog(document, { key, kept: null, today: day('2026-03-05') });
      expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    });

    it('no line for today, and counts what happened since the last line', async () => {
      const { log, book, ledger } = await begin();
      await book(FIRST, 'signed', 40);
      await act(ledger, person(1), signOnce());
      expect(await log.keep()).toEqual({ trouble: null, difference: 0 });
      expect((await log.published())?.signatures).toBe(40);
      expect(await ledger.counted()).toBe(41);
    });

    it('a newer figure of a count elsewhere from the day on which it was recorded', async () => {
      const { log, book, ledger } = await begin();
      const [source = ''] = samplePetition().settings.offset.map((offset) => offset.source);
      await ledger.recordOffset({ source, count: 300, day: day('2026-03-01'), recorded: day('2026-03-02') });
      await book(FIRST, 'signed', 10);
      await log.keep();
      expect(upTo(await told(log), '2026-03-02')).toEqual([
        ['2026-03-01..2026-03-01', 110],
        ['2026-03-02..2026-03-02', 310],
      ]);
    });

    it('each line once where two processes add at the same time', async () => {
      const { log, book, open } = await begin();
      await book(FIRST, 'signed', 40);
      await book('2026-03-02', 'signed', 40);
      const others = [open({ database: test.another() }), open({ database: test.another() })];
      await Promise.all([log, ...others].map((one) => one.keep()));
      expect(upTo(await told(log), '2026-03-02').map(([, total]) => total)).toEqual([140, 180]);
      expect(await log.state()).toEqual({ trouble: null, difference: 0 });
    });

    it('a signed head each day, also where no line is new', async () => {
      const { log, book, open } = await begin();
      await book(FIRST, 'signed', 3);
      await log.keep();
      const next = open({ now: () => new Date('2026-03-06T02:00:00Z') });
      await next.keep();
      expect((await log.published())?.checkpoint).toContain('\nday 2026-03-06\n');
    });
  });

  describe('finds', () => {
    it('a difference to the signatures, and puts it right only by a line that says so', async () => {
      const { log, book, rows } = await begin();
      await book(FIRST, 'signed', 40);
      await log.keep();
      // As a restore does it: signatures are gone, and so are their movements.
      await rows(`UPDATE @tally SET count = count - 12`);
      expect(await log.keep()).toEqual({ trouble: null, difference: -12 });
      expect((await log.published())?.difference).toBe(-12);
      expect(await log.correct('restored from a backup')).toEqual({ corrected: -12 });
      expect((await told(log)).at(-1)).toEqual(['corrected -12', 128]);
      expect(await log.keep()).toEqual({ trouble: null, difference: 0 });
      expect(await log.correct('again')).toEqual({ corrected: null });
    });

    it('an entry that was rewritten in the database, and adds nothing to it any more', async () => {
      const { log, book, rows } = await begin();
      await book(FIRST, 'signed', 40);
      await log.keep();
      await expect(rows("UPDATE @log_entries SET entry = '{}'")).rejects.toThrow(/only grows/);
      await expect(rows('DELETE FROM @log_entries')).rejects.toThrow(/only grows/);
      await rows('ALTER TABLE @log_entries DISABLE TRIGGER refuse_change');
      await rows("UPDATE @log_entries SET entry = replace(entry, '40', '41') WHERE position = 0");
      expect(await log.keep()).toEqual({ trouble: 'rewritten' });
      expect(await log.correct('no')).toEqual({ trouble: 'rewritten' });
    });

    it('that it was shortened: this machine knows the head that it signed; published entries are put back', async () => {
      const { log, book, rows, open } = await begin();
      await book(FIRST, 'signed', 40);
      await book('2026-03-02', 'signed', 40);
      await log.keep();
      const published = await log.published();
      if (published === null) throw new Error('the log has begun');
      for (const table of ['log_entries', 'log_heads']) {
        await rows(`ALTER TABLE @${table} DISABLE TRIGGER refuse_change`);
      }
      await rows('DELETE FROM @log_heads');
      await rows('DELETE FROM @log_entries WHERE position > 0');
      expect(await log.keep()).toEqual({ trouble: 'shortened' });

      const bent = published.entries.map((line) => line.replace('40', '41'));
      expect(await log.putBack({ ...published, entries: bent })).toBe('other');
      const stranger = open({ logKey: Buffer.alloc(32, 'another key') });
      expect(await stranger.putBack(published)).toBe('other');
      expect(await log.putBack(published)).toBe(published.entries.length - 1);
      expect(await log.keep()).toEqual({ trouble: null, difference: 0 });
      expect((await log.published())?.entries).toEqual(published.entries);
    });

    it('another key than the one that signed the last head', async () => {
      const { log, book, open } = await begin();
      await book(FIRST, 'signed', 40);
      await log.keep();
      expect(await open({ logKey: Buffer.alloc(32, 'another key') }).keep()).toEqual({
        trouble: 'other-key',
      });
      const elsewhere = await mkdtemp(join(folder, 'elsewhere-'));
      expect(await open({ dataDir: elsewhere }).keep()).toEqual({ trouble: null, difference: 0 });
    });
  });

  it('keeps its name where the address changes, and is apart in a preview', async () => {
    const { log, book, open } = await begin();
    await book(FIRST, 'signed', 40);
    await log.keep();
    const key = (await log.published())?.key;
    expect(key).toMatch(/^petition\.example\.org\/sample\+/);
    const moved = open({ publicUrl: 'https://elsewhere.example.org' });
    await moved.keep();
    expect((await moved.published())?.key).toBe(key);
    const preview = open({ preview: true });
    expect(await preview.state()).toEqual({ trouble: 'other-key' });
  });

  it('never tells a day with one to nine acts', async () => {
    const { log, book } = await begin();
    await book(FIRST, 'signed', 25);
    await book('2026-03-02', 'left', 1);
    await log.keep();
    const entries = ((await log.published())?.entries ?? []).flatMap((line): readonly Period[] => {
      const entry = readEntry(line);
      return entry === null || isCorrection(entry) ? [] : [entry];
    });
    expect(entries.map(({ day: last }) => last)).toEqual([FIRST]);
  });
});
