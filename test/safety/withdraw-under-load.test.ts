import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/signatures/ledger.js';
import { type Rows, rowsOf, startDatabase, type TestDatabase } from '../support/databases.js';
import { act, EVIDENCE, ledgerOn, person, signing, type Talk } from '../support/people.js';

/** The number of schedules, and of people in each. */
const SCHEDULES = 500;
const PEOPLE = 6;

/** How often we read the total while a schedule runs. */
const LOOKS = 3;

/** An act of a person; `by` is the process of the bot that handles it. */
const deedArbitrary = fc.record({
  who: fc.nat({ max: PEOPLE - 1 }),
  by: fc.nat({ max: 1 }),
  what: fc.constantFrom('sign', 'correct', 'withdraw', 'withdraw-by-receipt'),
  /** The owner of the receipt, if a receipt is used: the person, or a person who lost their account. */
  whose: fc.nat({ max: PEOPLE - 1 }),
});
type Deed = typeof deedArbitrary extends fc.Arbitrary<infer T> ? T : never;

describe('withdrawing under load, against signing and correcting names', { timeout: 240_000 }, () => {
  let server: TestDatabase;
  let rows: Rows;
  let processes: readonly Ledger<Talk>[];

  beforeAll(async () => {
    server = await startDatabase('server');
    const schema = server.newSchema();
    rows = rowsOf(server, schema);
    processes = [server.database, server.another()].map((database) => ledgerOn({ database, schema }));
    for (const ledger of processes) await ledger.ready();
  });
  afterAll(async () => {
    for (const ledger of processes) ledger.close();
    await server.remove();
  });

  /** The total and the number of rows in one snapshot. */
  async function look(): Promise<{ total: number; rows: number }> {
    const [seen] = await rows(
      `SELECT (SELECT count(*)::int FROM @signatures WHERE status = 'counted') AS rows,
              (SELECT coalesce(sum(count), 0)::int FROM @tally
               WHERE dimension = 'all' AND value = '' AND movement = 'standing') AS total`,
    );
    return { total: Number(seen?.total), rows: Number(seen?.rows) };
  }

  async function applyMove({ who, by, what, whose }: Deed): Promise<void> {
    const ledger = processes[by];
    if (ledger === undefined) throw new RangeError(`there is no process ${by}`);
    switch (what) {
      case 'sign':
        await act(ledger, person(who), ({ signature }) =>
          signature === null ? signing() : { kind: 'none' },
        );
        return;
      case 'correct':
        await act(ledger, person(who), ({ signature }) =>
          signature === null
            ? { kind: 'none' }
            : { kind: 'correct', name: 'Aïcha', button: 'name.typed', evidence: EVIDENCE },
        );
        return;
      case 'withdraw':
        await act(ledger, person(who), () => ({ kind: 'withdraw' }));
        return;
      case 'withdraw-by-receipt': {
        // Meanwhile that signature may be gone, or replaced by one with another receipt.
        const { signature } = await ledger.read(person(whose));
        const receipt = signature?.receipt ?? null;
        if (receipt === null) return;
        await act(ledger, person(who), () => ({ kind: 'withdraw-by-receipt', receipt }));
      }
    }
  }

  it(`leaves the total equal to the rows at every moment of ${SCHEDULES} random schedules`, async () => {
    const everSigned = { most: 0, gone: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(deedArbitrary, { minLength: 6, maxLength: 14 }), async (deeds) => {
        const looks = Array.from({ length: LOOKS }, async () => look());
        await Promise.all(deeds.map(applyMove));
        for (const seen of await Promise.all(looks)) expect(seen.total).toBe(seen.rows);

        const after = await look();
        expect(after.total).toBe(after.rows);
        const readings = await Promise.all(
          Array.from({ length: PEOPLE }, (_, who) => processes[who % 2]?.read(person(who))),
        );
        const standing = readings.filter((reading) => reading?.signature != null).length;
        expect(after.rows).toBe(standing);
        expect(await processes[0]?.counted()).toBe(standing);
        everSigned.most = Math.max(everSigned.most, standing);
        if (standing === 0) everSigned.gone += 1;
      }),
      { numRuns: SCHEDULES },
    );
    // The schedules were varied: some left many signatures, and some none.
    expect(everSigned.most).toBeGreaterThan(PEOPLE / 2);
    expect(everSigned.gone).toBeGreaterThan(0);
    expect(await processes[0]?.reconcile()).toEqual([]);
  });

  it('would notice: a row that went past the triggers makes the total another number', async () => {
    await applyMove({ who: 0, by: 0, what: 'sign', whose: 0 });
    await rows('ALTER TABLE @signatures DISABLE TRIGGER tally_left');
    await rows('DELETE FROM @signatures WHERE key = (SELECT min(key) FROM @signatures)');
    await rows('ALTER TABLE @signatures ENABLE TRIGGER tally_left');
    const seen = await look();
    expect(seen.total).toBe(seen.rows + 1);
  });
});
