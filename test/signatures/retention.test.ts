import { beforeEach, describe, expect, it } from 'vitest';
import type { Day } from '../../src/day.js';
import { NEW_CAMPAIGN } from '../../src/petition/petition.js';
import type { Ledger } from '../../src/signatures/ledger.js';
import { eraseWhenDue, erasureDay, holdings } from '../../src/signatures/retention.js';
import type { Query } from '../../src/storage/database.js';
import { onEachDatabase, type Rows, rowsOf } from '../support/databases.js';
import { day } from '../support/day.js';
import { act, ledgerOn, person, signing, signOnce, type Talk, TODAY } from '../support/people.js';

const LAST = day('2027-02-28');
const SETTINGS = { retentionDays: 30, keepUntil: LAST };
const DELIVERED = day('2026-03-10');
/** Thirty days after it. */
const DUE = day('2026-04-09');

describe('the day on which names are erased', () => {
  it.each([
    [day('2026-03-10'), 30, '2026-04-09'],
    [day('2026-12-31'), 1, '2027-01-01'],
    [day('2028-02-28'), 2, '2028-03-01'],
    // Days are in UTC, so a change of clocks adds or loses no hour.
    [day('2026-03-28'), 2, '2026-03-30'],
  ])('after delivery on %s and %i days is %s', (delivered, days, due) => {
    const settings = { retentionDays: days, keepUntil: day('2029-01-01') };
    expect(erasureDay({ ...NEW_CAMPAIGN, delivered }, settings)).toBe(due);
  });

  it.each([
    ['no delivery is recorded', null],
    ['the days after delivery would end later', day('2027-02-27')],
  ])('is the last day for the names if %s', (_, delivered) => {
    expect(erasureDay({ ...NEW_CAMPAIGN, closed: DELIVERED, delivered }, SETTINGS)).toBe(LAST);
  });
});

onEachDatabase('retention', (test) => {
  let ledger: Ledger<Talk>;
  let schema: string;
  let rows: Rows;

  const erase = (today: Day, onProgress?: (names: number) => void) =>
    eraseWhenDue({
      database: test.database,
      schema,
      ledger,
      settings: SETTINGS,
      today,
      ...(onProgress && { onProgress }),
    });

  const FEW = 20;
  /** More people than two pages hold. */
  const MANY = 1_100;

  beforeEach(() => {
    schema = test.newSchema();
    rows = rowsOf(test, schema);
    ledger = ledgerOn({ database: test.database, schema });
  });

  /** So many people sign, some of them without a name. */
  async function signed(people: number): Promise<void> {
    await Promise.all(
      Array.from({ length: people }, (_, number) =>
        act(ledger, person(number), signOnce({ name: number % 3 === 0 ? null : `Canary ${number}` })),
      ),
    );
  }

  const sealed = () =>
    rows(`SELECT count(*)::int AS n FROM @signatures WHERE value::jsonb->>'sealed' IS NOT NULL`);

  it('erases nothing before the last day if no delivery is recorded, nor before the day after one', async () => {
    await signed(FEW);
    expect(await erase(day('2027-02-27'))).toBeNull();
    await ledger.changeCampaignState({ closed: DELIVERED, delivered: DELIVERED });
    for (const early of [DELIVERED, day('2026-04-08')]) expect(await erase(early)).toBeNull();
    expect(await sealed()).toEqual([{ n: FEW }]);
    expect((await ledger.campaign()).erased).toBeNull();
  });

  it('erases every name and every key on the day, page by page, and keeps the count and the evidence', async () => {
    await signed(MANY);
    const before = await ledger.breakdown();
    const [evidence] = await rows("SELECT min(value::jsonb->>'evidence') AS evidence FROM @signatures");
    await ledger.changeCampaignState({ closed: DELIVERED, delivered: DELIVERED });
    const progress: number[] = [];
    expect(await erase(DUE, (names) => progress.push(names))).toEqual({
      names: MANY,
      dataKeys: 1,
      keysLeft: 0,
    });
    expect(progress).toEqual([500, 1_000, MANY]);
    expect(await sealed()).toEqual([{ n: 0 }]);
    expect(await holdings(test.database, schema)).toEqual({ names: 0, dataKeys: 0 });
    expect((await ledger.campaign()).erased).toBe(DUE);
    expect(await ledger.breakdown()).toEqual(before);
    expect(await ledger.reconcile()).toEqual([]);
    expect(await rows("SELECT min(value::jsonb->>'evidence') AS evidence FROM @signatures")).toEqual([
      evidence,
    ]);
    // Done: another run finds nothing to do, and the day does not change.
    expect(await erase(day('2026-04-20'))).toBeNull();
    expect((await ledger.campaign()).erased).toBe(DUE);
  });

  it('erases on the last day also if the letter was never handed over, and people can still withdraw', async () => {
    await signed(FEW);
    expect(await erase(LAST)).toEqual({ names: FEW, dataKeys: 1, keysLeft: 0 });
    expect(await sealed()).toEqual([{ n: 0 }]);
    expect(await ledger.campaign()).toEqual({ ...NEW_CAMPAIGN, erased: LAST });
    await act(ledger, person(1), () => ({ kind: 'withdraw' }));
    expect(await ledger.counted()).toBe(FEW - 1);
    expect(await ledger.reconcile()).toEqual([]);
    expect(await erase(day('2027-03-01'))).toBeNull();
    expect((await ledger.campaign()).erased).toBe(LAST);
  });

  it('keeps receipts valid and withdrawal possible', async () => {
    await signed(FEW);
    const { signature } = await ledger.read(person(1));
    await ledger.changeCampaignState({ closed: DELIVERED, delivered: DELIVERED });
    await erase(DUE);
    const reading = await ledger.read(person(1), signature?.receipt ?? '');
    expect(reading.signature).toEqual({ ...signature, sealed: false });
    expect(reading.receiptFound).toBe(true);
    await act(ledger, person(1), () => ({ kind: 'withdraw' }));
    await act(ledger, person(2), () => ({
      kind: 'withdraw-by-receipt',
      receipt: signature?.receipt ?? '',
    }));
    expect(await ledger.counted()).toBe(FEW - 1);
    expect(await ledger.reconcile()).toEqual([]);
  });

  it('continues after an interruption', async () => {
    await signed(MANY);
    await ledger.changeCampaignState({ closed: DELIVERED, delivered: DELIVERED });
    const { database } = test;
    let statements = 0;
    const query: Query = (sql, parameters) => {
      statements += 1;
      if (statements > 3) throw new Error('the process was killed');
      return database.query(sql, parameters);
    };
    const interrupted = { ...database, query };
    const options = { schema, ledger, settings: SETTINGS, today: DUE };
    await expect(eraseWhenDue({ ...options, database: interrupted })).rejects.toThrow('killed');
    const [{ n } = { n: 0 }] = await sealed();
    expect(n).toBeGreaterThan(0);
    expect(n).toBeLessThan(MANY);
    expect((await ledger.campaign()).erased).toBeNull();
    expect(await erase(day('2026-04-10'))).toMatchObject({ names: n, dataKeys: 1 });
    expect(await sealed()).toEqual([{ n: 0 }]);
  });

  it('keeps a key as long as a process may still seal with it', async () => {
    await signed(FEW);
    // Delivery recorded late: the names are due on the very day on which the last was sealed.
    await ledger.changeCampaignState({ closed: TODAY, delivered: day('2026-01-30') });
    expect(await erase(TODAY)).toEqual({ names: FEW, dataKeys: 0, keysLeft: 1 });
    // A turn that was under way.
    await act(ledger, person('late'), () => signing({ name: 'Canary late' }));
    expect(await erase(day('2026-03-02'))).toEqual({ names: 1, dataKeys: 0, keysLeft: 1 });
    expect(await erase(day('2026-03-03'))).toEqual({ names: 0, dataKeys: 1, keysLeft: 0 });
    expect(await erase(day('2026-03-04'))).toBeNull();
    expect(await ledger.reconcile()).toEqual([]);
  });

  it('erases the name in an unreadable row as well', async () => {
    await signed(FEW);
    await rows(
      `UPDATE @signatures SET value = 'not JSON ' || value WHERE key = (SELECT max(key) FROM @signatures)`,
    );
    await ledger.changeCampaignState({ closed: DELIVERED, delivered: DELIVERED });
    expect(await erase(DUE)).toEqual({ names: FEW, dataKeys: 1, keysLeft: 0 });
    expect(await ledger.reconcile()).toEqual([]);
  });

  it('leaves an exact total and no name while people withdraw, even if it runs twice at once', async () => {
    await signed(MANY);
    await ledger.changeCampaignState({ closed: DELIVERED, delivered: DELIVERED });
    const others = [test.another(), test.another()].map((database) => ({
      database,
      schema,
      ledger: ledgerOn({ database, schema }),
      settings: SETTINGS,
      today: DUE,
    }));
    const leaving = Array.from({ length: 300 }, (_, number) => number * 3);
    await Promise.all([
      ...others.map((retained) => eraseWhenDue(retained)),
      ...leaving.map((number) => act(ledger, person(number), () => ({ kind: 'withdraw' }))),
    ]);
    expect(await ledger.counted()).toBe(MANY - leaving.length);
    expect(await sealed()).toEqual([{ n: 0 }]);
    expect(await ledger.reconcile()).toEqual([]);
  });
});
