import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addDays, daySchema } from '../../src/day.js';
import type { Change } from '../../src/petition/change.js';
import type { Breakdown, Ledger, Reading } from '../../src/signatures/ledger.js';
import type { Database } from '../../src/storage/database.js';
import { onEachDatabase, type Rows, rowsOf, startDatabase } from '../support/databases.js';
import { act, ledgerOn, person, signing, signOnce, type Talk, turn } from '../support/people.js';

/** One act of a person; `who` is one of few people, so that acts collide. */
const deed = fc.record({
  what: fc.constantFrom('sign', 'withdraw', 'by-receipt', 'set-aside', 'release'),
  who: fc.nat(5),
  channel: fc.constantFrom('telegram', 'discord'),
  locale: fc.constantFrom('en', 'ar'),
  source: fc.constantFrom(null, 'flyer', 'radio'),
  accountAge: fc.constantFrom('older', 'unknown'),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

async function perform(ledger: Ledger<Talk>, rows: Rows, one: Deed): Promise<void> {
  const who = person(one.who, one.channel);
  switch (one.what) {
    case 'sign':
      await act(ledger, who, signOnce(one));
      return;
    case 'withdraw':
      await act(ledger, who, () => ({ kind: 'withdraw' }));
      return;
    case 'by-receipt': {
      const { signature } = await ledger.read(who);
      const receipt = signature?.receipt ?? null;
      const change: Change = receipt === null ? { kind: 'none' } : { kind: 'withdraw-by-receipt', receipt };
      await act(ledger, person('helper'), () => change);
      return;
    }
    case 'set-aside':
      await rows(QUARANTINE);
      await rows(
        `UPDATE @signatures SET status = 'set-aside', set_aside_by = '{1}' WHERE ${locked(`channel = '${one.channel}'`)}`,
      );
      return;
    case 'release':
      await rows(
        `UPDATE @signatures SET status = 'counted', set_aside_by = '{}' WHERE ${locked(`locale = '${one.locale}'`)}`,
      );
      return;
  }
}

/** The quarantine that holds the rows set aside here. */
const QUARANTINE = `
  INSERT INTO @quarantines (number, hold, reason, set_by, set_on) VALUES (1, false, '', '', now())
  ON CONFLICT DO NOTHING`;

/** Rows are locked in the order of their keys, as commits lock them. */
const locked = (condition: string) =>
  `key IN (SELECT key FROM @signatures WHERE ${condition} ORDER BY key FOR UPDATE)`;

const sum = (values: Readonly<Record<string, number>>) =>
  Object.values(values).reduce((total, value) => total + value, 0);

/** What must hold after anything. */
async function expectExact(ledger: Ledger<Talk>, rows: Rows): Promise<Breakdown> {
  expect(await ledger.reconcile()).toEqual([]);
  const breakdown = await ledger.breakdown();
  const [counted] = await rows("SELECT count(*)::integer AS n FROM @signatures WHERE status = 'counted'");
  expect(await ledger.counted()).toBe(counted?.n);
  for (const dimension of ['all', 'channel', 'locale', 'source', 'age'] as const) {
    expect(sum(breakdown[dimension]), dimension).toBe(counted?.n);
  }
  expect(breakdown.status.counted ?? 0).toBe(counted?.n);

  const unbalanced = await rows(
    `SELECT dimension, value FROM @tally WHERE dimension <> 'status' GROUP BY dimension, value
     HAVING sum(count) FILTER (WHERE movement = 'standing')
       <> coalesce(sum(count) FILTER (WHERE movement IN ('signed', 'released')), 0)
        - coalesce(sum(count) FILTER (WHERE movement IN ('left', 'set-aside')), 0)`,
  );
  expect(unbalanced, 'what came less what went is what stands').toEqual([]);
  return breakdown;
}

onEachDatabase('the tally', (test) => {
  let ledger: Ledger<Talk>;
  let rows: Rows;

  async function begin(): Promise<void> {
    const schema = test.newSchema();
    ledger = ledgerOn({ database: test.database, schema });
    rows = rowsOf(test, schema);
    await ledger.ready();
  }

  describe('counts', () => {
    beforeAll(begin);

    it('each dimension apart', async () => {
      await act(
        ledger,
        person(1, 'slack'),
        signOnce({ source: 'radio', locale: 'es', accountAge: 'unknown' }),
      );
      await act(ledger, person(2, 'web'), signOnce());
      await act(ledger, person(3, 'web'), signOnce());
      await act(ledger, person(3, 'web'), () => ({ kind: 'withdraw' }));
      expect(await expectExact(ledger, rows)).toEqual({
        all: { '': 2 },
        channel: { slack: 1, web: 1 },
        locale: { es: 1, fr: 1 },
        source: { radio: 1, '': 1 },
        age: { unknown: 1, older: 1 },
        status: { counted: 2 },
      });
    });

    it('signatures that are set aside only as set aside', async () => {
      await rows(QUARANTINE);
      await rows("UPDATE @signatures SET status = 'set-aside', set_aside_by = '{1}' WHERE channel = 'slack'");
      expect(await expectExact(ledger, rows)).toEqual({
        all: { '': 1 },
        channel: { web: 1 },
        locale: { fr: 1 },
        source: { '': 1 },
        age: { older: 1 },
        status: { counted: 1, 'set-aside': 1 },
      });
      await rows("UPDATE @signatures SET status = 'counted', set_aside_by = '{}'");
      expect(await ledger.counted()).toBe(2);
    });

    it('the growth over some days: what signed in them and still counts, without what staff released', async () => {
      const [booked] = await rows(
        "SELECT min(since)::date::text AS from, (max(since)::date + 1)::text AS until FROM @tally WHERE movement <> 'standing'",
      );
      const { from, until } = z.object({ from: daySchema, until: daySchema }).parse(booked);
      // Three signed, one withdrew, one was set aside and released: how few were released stays with staff.
      expect(await ledger.growth(from, until)).toEqual({ before: 0, gained: null });
      const release = (more: number) =>
        rows(`UPDATE @tally SET count = count + ${more} WHERE dimension = 'all' AND movement = 'released'`);
      await release(8);
      expect(await ledger.growth(from, until)).toEqual({ before: 0, gained: null });
      await release(1);
      expect(await ledger.growth(from, until)).toEqual({ before: 0, gained: 1 });
      await release(-9);
      expect(await ledger.growth(until, addDays(until, 7))).toEqual({ before: 2, gained: 0 });
      expect(await ledger.growth(addDays(from, -7), from)).toEqual({ before: 0, gained: 0 });
    });

    it('changes when they happen: by hour for channels and sources, by day for the rest', async () => {
      const flow = await rows(
        `SELECT DISTINCT dimension, extract(minute FROM since)::integer AS minute FROM @tally
         WHERE movement <> 'standing' AND (dimension IN ('channel', 'source') OR extract(hour FROM since) = 0)
         ORDER BY dimension`,
      );
      expect(flow).toEqual(
        ['age', 'all', 'channel', 'locale', 'source'].map((dimension) => ({ dimension, minute: 0 })),
      );
    });
  });

  it('is exact after any schedule', { timeout: 240_000 }, async () => {
    await begin();
    const schedule = fc.array(fc.array(deed, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(schedule, async (rounds) => {
        for (const together of rounds) {
          await Promise.all(together.map((one) => perform(ledger, rows, one)));
        }
        await expectExact(ledger, rows);
      }),
      { numRuns: 25 },
    );
  });

  it('refuses changes that it could not count', async () => {
    await begin();
    await act(ledger, person(1), signOnce());
    await expect(rows('TRUNCATE @signatures CASCADE')).rejects.toThrow(
      /TRUNCATE on .*the tally could not follow/,
    );
    for (const column of ['key', 'channel', 'locale', 'source', 'age']) {
      await expect(rows(`UPDATE @signatures SET ${column} = 'x'`), column).rejects.toThrow(
        /could not follow/,
      );
    }
    await expectExact(ledger, rows);
  });

  it('shows where it differs from the rows, after a change past the triggers', async () => {
    await begin();
    await act(ledger, person(1), signOnce());
    await rows("UPDATE @tally SET count = 5 WHERE dimension = 'locale' AND movement = 'standing'");
    await rows('DELETE FROM @data_keys');
    expect(await ledger.reconcile()).toEqual([
      { kind: 'data-key', key: expect.any(String), rows: 1 },
      { kind: 'standing', dimension: 'locale', value: 'fr', tally: 5, rows: 1 },
    ]);
  });

  it.each([
    ['a changed number', "UPDATE @tally SET count = 3 WHERE dimension = 'age' AND movement = 'signed'", 3],
    ['a missing row', "DELETE FROM @tally WHERE dimension = 'age' AND movement = 'signed'", 0],
    ['a made-up row', "INSERT INTO @tally VALUES ('age', 'older', 'set-aside', '2026-01-01', 2)", -1],
  ])('shows where its flow differs from the rows: %s', async (_what, change, flow) => {
    await begin();
    await act(ledger, person(1), signOnce());
    await rows(change);
    expect(await ledger.reconcile()).toEqual([
      { kind: 'flow', dimension: 'age', value: 'older', tally: flow, rows: 1 },
    ]);
  });
});

describe('sixteen writers over four processes’ pools', () => {
  it('finish without a deadlock, and the tally is exact', { timeout: 240_000 }, async () => {
    const test = await startDatabase('server');
    try {
      const schema = test.newSchema();
      const rows = rowsOf(test, schema);
      const ledgers = [1, 2, 3, 4].map(() => ledgerOn({ database: test.another(), schema }));
      await Promise.all(ledgers.map((ledger) => ledger.ready()));
      await Promise.all(
        Array.from({ length: 16 }, async (_, writer) => {
          const ledger = ledgers[writer % ledgers.length] ?? ledgerOn({ database: test.database, schema });
          for (let round = 0; round < 12; round += 1) {
            await perform(ledger, rows, deedOf(writer, round));
            await crowd(ledger, writer, round);
          }
        }),
      );
      const [, ledger] = ledgers;
      if (ledger !== undefined) await expectExact(ledger, rows);
      expect(await deadlocks(test.database)).toBe(0);
    } finally {
      await test.remove();
    }
  });
});

/** Deeds on the same few people by everybody. */
function deedOf(writer: number, round: number): Deed {
  const of = <T>(choices: readonly [T, ...T[]], by: number): T => choices[by % choices.length] ?? choices[0];
  return {
    what: of(['sign', 'withdraw', 'sign', 'by-receipt', 'set-aside', 'sign', 'release'], writer + round),
    who: (writer * 7 + round) % 6,
    channel: of(['telegram', 'discord'], writer),
    locale: of(['en', 'ar'], round),
    source: of([null, 'flyer'], writer + round),
    accountAge: 'older',
  };
}

/** Many at once, the same ones in every process, in another order each time. */
async function crowd(ledger: Ledger<Talk>, writer: number, round: number): Promise<void> {
  const ids = Array.from({ length: 20 }, (_, index) => `crowd ${(index * (writer + 3)) % 23}`);
  const changeFor = (reading: Reading<Talk>): Change =>
    reading.signature === null ? signing() : round % 2 === 0 ? { kind: 'withdraw' } : { kind: 'none' };
  const readings = await Promise.all(ids.map((id) => ledger.read(person(id))));
  await Promise.all(readings.map((reading) => turn(ledger, reading, changeFor(reading))));
}

/** How many deadlocks the server has had to break; its statistics come a moment late. */
async function deadlocks(database: Database): Promise<number> {
  await database.query('SELECT pg_stat_force_next_flush()');
  const [row] = await database.query<{ n: number }>(
    'SELECT deadlocks::integer AS n FROM pg_stat_database WHERE datname = current_database()',
  );
  return row?.n ?? -1;
}
