import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { dayOf } from '../../src/day.js';
import { ACCOUNT_AGES } from '../../src/petition/change.js';
import type { Ledger } from '../../src/signatures/ledger.js';
import { MIN_SELECTED } from '../../src/signatures/quarantine-refusal.js';
import type { Selection } from '../../src/signatures/selection.js';
import { onEachDatabase, type Rows, rowsOf } from '../support/databases.js';
import { day } from '../support/day.js';
import { act, ledgerOn, person, signOnce, type Talk, TODAY } from '../support/people.js';
import { selecting, taken } from '../support/quarantines.js';

const CHANNELS = ['telegram', 'discord'];
const LOCALES = ['en', 'fr', 'ar'];
const SOURCES = ['', 'poster', 'radio'];
/** In order; the last one is today. */
const DAYS = ['2026-02-27', '2026-02-28', TODAY].map(day);

/** The facts of a stored signature that selections look at. */
interface Signed {
  readonly key: string;
  readonly channel: string;
  readonly age: string;
  readonly locale: string;
  readonly source: string;
  readonly day: string;
}

/** The definition of a match, apart from SQL. */
function matches(signed: Signed, { channel, age, locale, source, from, until }: Selection): boolean {
  return (
    [null, signed.channel].includes(channel) &&
    [null, signed.age].includes(age) &&
    [null, signed.locale].includes(locale) &&
    [null, signed.source].includes(source) &&
    (from === null || from <= signed.day) &&
    (until === null || until >= signed.day)
  );
}

const sameSelection = (one: Selection, other: Selection) =>
  Object.values(selecting(one)).join() === Object.values(selecting(other)).join();

const some = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { freq: 2 });
const selections: fc.Arbitrary<Selection> = fc
  .record({
    channel: some(CHANNELS),
    age: some(ACCOUNT_AGES),
    locale: some(LOCALES),
    source: some(SOURCES),
    from: some(DAYS),
    until: some(DAYS),
  })
  .filter(({ from, until }) => from === null || until === null || from <= until);

/** Deterministic numbers, so that a failure can be repeated. */
const RUNS = { numRuns: 60, seed: 20_261_128 };

const order = (selection: Selection, over: { hold?: boolean; expected?: string | null } = {}) => ({
  selection,
  hold: false,
  reason: 'a script',
  by: 'keyed',
  expected: null,
  ...over,
});

onEachDatabase('a selection by several facts', (test) => {
  let ledger: Ledger<Talk>;
  let rows: Rows;

  /** A schema with one signature for each row of `facts`, as if so many had signed. */
  async function begin(facts: readonly Omit<Signed, 'key'>[]): Promise<void> {
    const schema = test.newSchema();
    ledger = ledgerOn({ database: test.database, schema });
    rows = rowsOf(test, schema);
    await ledger.ready();
    await test.database.query(
      `INSERT INTO ${schema}.signatures (key, value, receipt_key, data_key, channel, locale, source, age, status, day)
       SELECT 'key' || place, '{}', 'receipt' || place, '', channel, locale, source, age, 'counted', day
       FROM jsonb_to_recordset($1::text::jsonb)
         AS facts (place integer, channel text, locale text, source text, age text, day date)`,
      [JSON.stringify(facts.map((fact, place) => ({ ...fact, place })))],
    );
  }

  const keysWhere = async (condition: string) =>
    (await rows(`SELECT key FROM @signatures WHERE ${condition} ORDER BY key`)).map(({ key }) => String(key));

  const signed = async (): Promise<Signed[]> =>
    (await rows('SELECT key, channel, age, locale, source, day::text AS day FROM @signatures')).map(
      (row) => ({
        key: String(row.key),
        channel: String(row.channel),
        age: String(row.age),
        locale: String(row.locale),
        source: String(row.source),
        day: String(row.day),
      }),
    );

  /** A population in which combinations have from none to some hundreds. */
  const crowd = () =>
    CHANNELS.flatMap((channel, c) =>
      LOCALES.flatMap((locale, l) =>
        SOURCES.flatMap((source, s) =>
          ACCOUNT_AGES.flatMap((age, a) =>
            DAYS.flatMap((on, d) =>
              Array.from({ length: (c + 2 * l + 3 * s + a * d) % 3 }, () => ({
                channel,
                locale,
                source,
                age,
                day: on,
              })),
            ),
          ),
        ),
      ),
    );

  it('takes exactly the signatures that have all of them; release puts back exactly these', async () => {
    await begin(crowd());
    const all = await signed();
    const former: Selection[] = [];
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(selections, async (selection) => {
        const { quarantines } = ledger.staff;
        const wanted = all.filter((one) => matches(one, selection));
        const repeats = former.some((other) => sameSelection(other, selection));
        const differing = (other: Selection) =>
          all.filter((one) => matches(one, other) !== matches(one, selection)).length;
        const near = former.some((other) => differing(other) < MIN_SELECTED);
        const counted = await quarantines.count(selection);
        const done = await quarantines.setAside(order(selection));
        if (wanted.length < MIN_SELECTED || (near && !repeats)) {
          refusals += 1;
          const refused = wanted.length < MIN_SELECTED ? 'few' : 'near';
          expect([counted, done]).toMatchObject([{ refused }, { refused }]);
          expect(await ledger.counted()).toBe(all.length);
          return;
        }
        former.push(selection);
        const { number, moving } = taken(done);
        expect(number).toBe(former.length);
        expect([taken(counted).moving, moving]).toEqual([wanted.length, wanted.length]);
        expect(await keysWhere(`${number} = ANY (set_aside_by)`)).toEqual(
          wanted.map(({ key }) => key).sort(),
        );
        expect(await ledger.counted()).toBe(all.length - wanted.length);
        await quarantines.release({ number, by: 'keyed', expected: null });
        expect(await ledger.counted()).toBe(all.length);
        expect(await keysWhere("status = 'set-aside'")).toEqual([]);
      }),
      RUNS,
    );
    expect(await ledger.reconcile()).toEqual([]);
    // Both happened often.
    expect(Math.min(refusals, former.length)).toBeGreaterThan(10);
  });

  it('holds exactly the new signatures that have all of them', async () => {
    await begin(crowd());
    const { quarantines } = ledger.staff;
    const held = [
      selecting({ channel: 'discord', age: 'under-7-days' }),
      selecting({ locale: 'ar', from: DAYS[1] ?? null }),
      selecting({ source: '', until: TODAY }),
    ];
    for (const selection of held) taken(await quarantines.setAside(order(selection, { hold: true })));
    // Without a hold, new ones count.
    taken(await quarantines.setAside(order(selecting({ source: 'radio', locale: 'fr' }))));
    const before = new Set((await signed()).map(({ key }) => key));
    let who = 0;
    for (const channel of CHANNELS) {
      for (const locale of LOCALES) {
        for (const source of SOURCES) {
          for (const accountAge of ACCOUNT_AGES) {
            who += 1;
            const change = signOnce({ locale, source: source === '' ? null : source, accountAge });
            await act(ledger, person(who, channel), change);
          }
        }
      }
    }
    const added = (await signed()).filter(({ key }) => !before.has(key));
    expect(added).toHaveLength(who);
    const due = added.filter((one) => held.some((selection) => matches(one, selection)));
    const fresh = (key: string) => !before.has(key);
    expect((await keysWhere("status = 'set-aside'")).filter(fresh)).toEqual(due.map(({ key }) => key).sort());
    expect(await ledger.reconcile()).toEqual([]);
    for (const number of [1, 2, 3, 4]) await quarantines.release({ number, by: 'keyed', expected: null });
    expect(await ledger.counted()).toBe(before.size + added.length);
    expect(await ledger.reconcile()).toEqual([]);
  });

  it('holds nothing outside its days', async () => {
    await begin(crowd());
    const { quarantines } = ledger.staff;
    const [first = TODAY, second = TODAY] = DAYS;
    taken(await quarantines.setAside(order(selecting({ source: 'poster', until: second }), { hold: true })));
    taken(await quarantines.setAside(order(selecting({ locale: 'ar', from: first }), { hold: true })));
    await act(ledger, person(1), signOnce({ source: 'poster', locale: 'en' }));
    await act(ledger, person(2), signOnce({ source: null, locale: 'ar' }));
    expect((await ledger.read(person(1))).signature?.status).toBe('counted');
    expect((await ledger.read(person(2))).signature?.status).toBe('set-aside');
  });
});

onEachDatabase('a selection that could tell whether one person signed', (test) => {
  let ledger: Ledger<Talk>;
  beforeAll(() => {
    ledger = ledgerOn({ database: test.database, schema: test.newSchema() });
  });
  const count = (facts: Partial<Selection>) => ledger.staff.quarantines.count(selecting(facts));
  const setAside = (facts: Partial<Selection>, over: { hold?: boolean; expected?: string } = {}) =>
    ledger.staff.quarantines.setAside(order(selecting(facts), over));

  it('is refused, as are those that differ little from a former one, or from several together', async () => {
    const sign = async (from: number, until: number, source: string | null, locale: string) => {
      for (let who = from; who < until; who += 1) {
        await act(ledger, person(who), signOnce({ source, locale, accountAge: 'unknown' }));
      }
    };
    await sign(0, 9, 'poster', 'fr');
    // Nine and none are answered alike.
    expect([await count({ source: 'poster' }), await count({ source: 'nowhere' })]).toEqual([
      { refused: 'few' },
      { refused: 'few' },
    ]);
    await sign(9, 12, 'poster', 'fr');
    const { fingerprint } = taken(await count({ source: 'poster' }));

    // Three people leave between the question and the answer.
    for (const who of [0, 1, 2]) await act(ledger, person(who), () => ({ kind: 'withdraw' }));
    expect(await setAside({ source: 'poster' }, { expected: fingerprint })).toEqual({ refused: 'few' });
    expect(await setAside({ source: 'poster' }, { hold: true })).toEqual({ refused: 'few' });
    await sign(12, 24, 'poster', 'fr');
    taken(await setAside({ source: 'poster' }));

    // One person more than the poster's, who signed in French without a code.
    await sign(24, 25, null, 'fr');
    const near = { refused: 'near', number: 1 };
    expect([await count({ locale: 'fr' }), await setAside({ locale: 'fr' })]).toEqual([near, near]);
    await ledger.staff.quarantines.release({ number: 1, by: 'keyed', expected: null });
    expect(await count({ locale: 'fr' })).toEqual(near);
    // As it was, it can be repeated, and held.
    taken(await setAside({ source: 'poster' }, { hold: true }));

    // Differs from each of two by many, and from both together by one person.
    await sign(30, 45, 'radio', 'en');
    taken(await setAside({ source: 'radio' }));
    expect(await ledger.counted()).toBe(1);
    expect(await count({ from: TODAY })).toEqual({ refused: 'few' });
    await sign(50, 59, null, 'fr');
    expect(taken(await count({ from: TODAY }))).toMatchObject({ moving: 10 });
  });

  it('is refused when two members of staff set aside nearly the same at once', async () => {
    const other = ledgerOn({ database: test.database, schema: test.newSchema() });
    for (let who = 0; who < 12; who += 1) await act(other, person(who), signOnce({ source: 'poster' }));
    const { quarantines } = other.staff;
    const results = await Promise.all(
      [selecting({ source: 'poster' }), selecting({ until: dayOf(new Date(TODAY)) })].map((selection) =>
        quarantines.setAside(order(selection, { hold: true })),
      ),
    );
    expect(results.filter((result) => typeof result === 'object' && 'refused' in result)).toHaveLength(1);
    expect(await quarantines.list()).toHaveLength(1);
  });
});
