import { expect, it, vi } from 'vitest';
import type { Day } from '../../src/day.js';
import type { Ledger } from '../../src/signatures/ledger.js';
import type { Selection } from '../../src/signatures/selection.js';
import { onEachDatabase, type Rows, rowsOf } from '../support/databases.js';
import { act, ledgerOn, person, signOnce, type Talk, TODAY } from '../support/people.js';
import { selecting, taken } from '../support/quarantines.js';

const by = 'keyed';
const from = (source: string): Selection => selecting({ source });
const on = (day: Day): Selection => selecting({ from: day, until: day });

function order(selection: Selection, over: { hold?: boolean; expected?: string | null } = {}) {
  return { selection, hold: false, reason: 'a script', by, expected: null, ...over };
}

onEachDatabase('signatures that staff set aside', (test) => {
  let ledger: Ledger<Talk>;
  let rows: Rows;

  async function begin(): Promise<void> {
    const schema = test.newSchema();
    ledger = ledgerOn({ database: test.database, schema });
    rows = rowsOf(test, schema);
    await ledger.ready();
  }
  const sign = (who: number, source: string | null) => act(ledger, person(who), signOnce({ source }));
  /** So many people sign by a source; their numbers begin where `after` says. */
  async function signMany(count: number, source: string | null, after = 0): Promise<void> {
    for (let who = after; who < after + count; who += 1) await sign(who, source);
  }

  it('leave the total and keep their rows', async () => {
    await begin();
    await signMany(13, 'poster');
    await signMany(2, null, 13);
    const { quarantines } = ledger.staff;
    const shown = taken(await quarantines.count(from('poster')));
    expect(shown).toMatchObject({ moving: 13, staying: 0 });
    const done = await quarantines.setAside(order(from('poster'), { expected: shown.fingerprint }));
    expect(done).toMatchObject({ number: 1, moving: 13 });
    expect(await ledger.counted()).toBe(2);
    expect((await rows('SELECT count(*)::integer AS n FROM @signatures'))[0]?.n).toBe(15);
    expect((await ledger.read(person(0))).signature?.status).toBe('set-aside');
    expect((await ledger.read(person(14))).signature?.status).toBe('counted');
    expect(await ledger.reconcile()).toEqual([]);

    const held = await quarantines.countHeld(1);
    expect(held).toMatchObject({ moving: 13, staying: 0 });
    await quarantines.release({ number: 1, by, expected: held.fingerprint });
    expect(await ledger.counted()).toBe(15);
    expect(await ledger.reconcile()).toEqual([]);
  });

  it('stay set aside while one of several quarantines holds them, in any order of release', async () => {
    for (const [first, second] of [
      [1, 2],
      [2, 1],
    ] as const) {
      await begin();
      await signMany(12, 'poster');
      await signMany(10, 'radio', 12);
      const { quarantines } = ledger.staff;
      await quarantines.setAside(order(from('poster')));
      const both = await quarantines.count(on(TODAY));
      expect(both).toMatchObject({ moving: 10, staying: 12 });
      await quarantines.setAside(order(on(TODAY)));
      expect(await ledger.counted()).toBe(0);
      const released = await quarantines.release({ number: first, by, expected: null });
      expect(released).toMatchObject(first === 1 ? { moving: 0, staying: 12 } : { moving: 10, staying: 12 });
      await quarantines.release({ number: second, by, expected: null });
      expect(await ledger.counted()).toBe(22);
      expect(await ledger.reconcile()).toEqual([]);
    }
  });

  it('are exactly the ones shown: if anything has changed, nothing is set aside', async () => {
    await begin();
    const { quarantines } = ledger.staff;
    await signMany(11, 'poster');
    const shown = taken(await quarantines.count(from('poster')));
    // As many as before, and not the same.
    await act(ledger, person(2), () => ({ kind: 'withdraw' }));
    await sign(11, 'poster');
    expect(await quarantines.setAside(order(from('poster'), { expected: shown.fingerprint }))).toBe(
      'changed',
    );
    expect(await ledger.counted()).toBe(11);
    expect(await quarantines.list()).toEqual([]);
  });

  it('include new ones of a source on hold, until it is released', async () => {
    await begin();
    const { quarantines } = ledger.staff;
    await signMany(10, 'poster');
    await quarantines.setAside(order(from('poster'), { hold: true }));
    await sign(12, 'poster');
    await sign(13, 'radio');
    await sign(14, null);
    expect(await ledger.counted()).toBe(2);
    expect((await ledger.breakdown()).status).toEqual({ counted: 2, 'set-aside': 11 });
    expect((await ledger.read(person(12))).signature?.status).toBe('set-aside');
    expect(await ledger.reconcile()).toEqual([]);
    await quarantines.release({ number: 1, by, expected: null });
    await sign(15, 'poster');
    expect(await ledger.counted()).toBe(14);
    expect(await ledger.reconcile()).toEqual([]);
  });

  it('can be withdrawn by their people', async () => {
    await begin();
    await signMany(10, 'poster');
    await ledger.staff.quarantines.setAside(order(from('poster')));
    await act(ledger, person(1), () => ({ kind: 'withdraw' }));
    expect(await ledger.staff.quarantines.countHeld(1)).toMatchObject({ moving: 9, staying: 0 });
    expect(await ledger.counted()).toBe(0);
    expect(await ledger.reconcile()).toEqual([]);
  });

  it('are listed with who, when, why, and how many are held', async () => {
    await begin();
    const { quarantines, keyed } = ledger.staff;
    await signMany(10, 'poster');
    await signMany(10, null, 10);
    await quarantines.setAside(order(from('poster'), { hold: true }));
    await quarantines.setAside(order(on(TODAY)));
    await quarantines.release({ number: 1, by: keyed(person('staff')), expected: null });
    const [newest, oldest] = await quarantines.list();
    expect(newest).toMatchObject({ number: 2, selection: on(TODAY), released: null, holds: 20 });
    expect(oldest).toMatchObject({
      number: 1,
      selection: from('poster'),
      hold: true,
      reason: 'a script',
      setBy: by,
      setOn: new Date(`${TODAY}T12:00:00Z`),
      released: { by: keyed(person('staff')), on: new Date(`${TODAY}T12:00:00Z`) },
      holds: 0,
    });
    expect(oldest?.released?.by).not.toContain('staff');
  });

  it('are found by `reconcile` if they differ from the quarantines', async () => {
    await begin();
    await signMany(10, 'poster');
    const { quarantines } = ledger.staff;
    await quarantines.setAside(order(from('poster'), { hold: true }));
    await rows("UPDATE @signatures SET set_aside_by = '{}', status = 'counted'");
    expect(await ledger.reconcile()).toEqual([{ kind: 'quarantine', number: 1, rows: 10 }]);
    await rows("UPDATE @signatures SET set_aside_by = '{1}', status = 'set-aside'");
    expect(await ledger.reconcile()).toEqual([]);
    await rows("UPDATE @quarantines SET released_on = '2026-03-01', released_by = 'keyed'");
    expect(await ledger.reconcile()).toEqual([{ kind: 'quarantine', number: 1, rows: 10 }]);
    // A release that was cut short is finished by another.
    await quarantines.release({ number: 1, by, expected: null });
    expect(await ledger.reconcile()).toEqual([]);
    expect(await ledger.counted()).toBe(10);
  });

  it('add up while people sign and withdraw in several processes, and no hold misses one', async () => {
    const schema = test.newSchema();
    const processes = [1, 2, 3].map(() => ledgerOn({ database: test.another(), schema }));
    const [one, two, three] = processes;
    if (one === undefined || two === undefined || three === undefined) throw new Error('three processes');
    ledger = one;
    rows = rowsOf(test, schema);
    await Promise.all(processes.map((process) => process.ready()));
    let over = false;
    let next = 0;
    const people = async (process: Ledger<Talk>) => {
      while (!over) {
        const who = next;
        next += 1;
        await act(process, person(who), signOnce({ source: who % 2 === 0 ? 'poster' : 'radio' }));
        if (who % 7 === 0) await act(process, person(who), () => ({ kind: 'withdraw' }));
      }
    };
    const crowd = [one, two].flatMap((process) => Array.from({ length: 6 }, () => people(process)));
    const { quarantines } = three.staff;
    for (let round = 1; round <= 4; round += 1) {
      await vi.waitUntil(() => next > 60 * round, { timeout: 30_000, interval: 5 });
      const held = await quarantines.setAside(order(from('poster'), { hold: true }));
      const window = await quarantines.setAside(order(on(TODAY)));
      expect(await three.reconcile()).toEqual([]);
      const [missed] = await rows(
        "SELECT count(*)::integer AS n FROM @signatures WHERE source = 'poster' AND status = 'counted'",
      );
      expect(missed?.n).toBe(0);
      for (const quarantine of [held, window]) {
        await quarantines.release({ number: taken(quarantine).number, by, expected: null });
      }
      expect(await three.reconcile()).toEqual([]);
    }
    over = true;
    await Promise.all(crowd);
    const [all] = await rows('SELECT count(*)::integer AS n FROM @signatures');
    expect(await three.counted()).toBe(all?.n);
  });
});
