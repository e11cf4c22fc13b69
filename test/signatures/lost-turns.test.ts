import { describe, expect, it } from 'vitest';
import { createKnownRevisions } from '../../src/signatures/known-revisions.js';
import { markRestored } from '../../src/storage/database-id.js';
import { onEachDatabase, rowsOf } from '../support/databases.js';
import { day } from '../support/day.js';
import { standbyOf } from '../support/fallback.js';
import { act, ledgerOn, person, signOnce, TODAY, turn } from '../support/people.js';

onEachDatabase('turns that the database lost', (test) => {
  function begin(now = () => new Date(`${TODAY}T12:00:00Z`)) {
    const schema = test.newSchema();
    const lost: string[] = [];
    const ledger = ledgerOn({
      database: test.database,
      schema,
      now,
      onLost: (pseudonym) => void lost.push(pseudonym),
    });
    return { schema, ledger, lost, rows: rowsOf(test, schema) };
  }

  it('are noticed once, at the next read, when a signature is gone', async () => {
    const { ledger, lost, rows } = begin();
    await act(ledger, person('1'), () => ({ kind: 'none' }));
    const failover = await standbyOf(rows);
    await act(ledger, person('1'), signOnce());
    expect((await ledger.read(person('1'))).lost).toBe(false);
    await failover();
    expect(await ledger.read(person('1'))).toMatchObject({ lost: true, signature: null });
    expect((await ledger.read(person('1'))).lost).toBe(false);
    expect(lost).toHaveLength(1);
    expect(ledger.losses()).toEqual({ people: 1, last: new Date(`${TODAY}T12:00:00Z`) });
  });

  it('are noticed when a withdrawn signature is back', async () => {
    const { ledger, rows } = begin();
    await act(ledger, person('1'), signOnce());
    const failover = await standbyOf(rows);
    await act(ledger, person('1'), () => ({ kind: 'withdraw' }));
    await failover();
    const reading = await ledger.read(person('1'));
    expect(reading.lost).toBe(true);
    expect(reading.signature).not.toBeNull();
  });

  it('are noticed when all rows of the person are gone', async () => {
    const { ledger, rows } = begin();
    await ledger.ready();
    const failover = await standbyOf(rows);
    await act(ledger, person('1'), signOnce());
    await failover();
    expect(await ledger.read(person('1'))).toMatchObject({ lost: true, conversation: null });
    expect(await act(ledger, person('1'), signOnce())).toMatchObject({ kind: 'sign' });
    expect((await ledger.read(person('1'))).lost).toBe(false);
  });

  it('are not reported if another process saved later turns', async () => {
    const { ledger, schema, lost } = begin();
    const other = ledgerOn({ database: test.another(), schema });
    await act(ledger, person('1'), signOnce());
    await act(other, person('1'), () => ({ kind: 'withdraw' }));
    await act(ledger, person('1'), signOnce());
    await act(other, person('1'), () => ({ kind: 'none' }));
    expect((await ledger.read(person('1'))).lost).toBe(false);
    expect((await other.read(person('1'))).lost).toBe(false);
    expect(lost).toEqual([]);
  });

  it('are not reported if the turn was not saved', async () => {
    const { ledger, lost } = begin();
    const early = await ledger.read(person('1'));
    await turn(ledger, await ledger.read(person('1')));
    expect(await turn(ledger, early)).toBe('stale');
    await ledger.read(person('1'));
    expect(lost).toEqual([]);
  });

  it('are not reported if the conversation has expired', async () => {
    let today = TODAY;
    const { ledger, lost, rows } = begin(() => new Date(`${today}T12:00:00Z`));
    await act(ledger, person('1'), () => ({ kind: 'none' }));
    today = day('2026-04-02');
    expect(await ledger.deleteExpired()).toBe(1);
    expect(await rows('SELECT key FROM @conversations')).toEqual([]);
    expect((await ledger.read(person('1'))).lost).toBe(false);
    expect(lost).toEqual([]);
  });

  it('are not reported if an unreadable row was deleted', async () => {
    const { ledger, lost, rows } = begin();
    await act(ledger, person('1'), () => ({ kind: 'none' }));
    await rows(`UPDATE @conversations SET value = 'scrambled'`);
    expect(await ledger.read(person('1'))).toMatchObject({ lost: false, conversation: null });
    expect((await ledger.read(person('1'))).lost).toBe(false);
    expect(lost).toEqual([]);
  });

  it('are not reported if the operator restored a backup', async () => {
    const { ledger, schema, lost, rows } = begin();
    await act(ledger, person('1'), () => ({ kind: 'none' }));
    const restore = await standbyOf(rows);
    await act(ledger, person('1'), signOnce());
    await restore();
    await markRestored(test.database.query, schema, null);
    expect((await ledger.read(person('1'))).lost).toBe(false);
    // From then on it is a loss again.
    const failover = await standbyOf(rows);
    await act(ledger, person('1'), signOnce());
    await failover();
    expect((await ledger.read(person('1'))).lost).toBe(true);
    expect(lost).toHaveLength(1);
  });
});

describe('the known revisions', () => {
  it('are those of the most recent people, up to a limit', () => {
    const now = () => new Date(`${TODAY}T12:00:00Z`);
    const known = createKnownRevisions({ now, conversationDays: 30, capacity: 2 });
    for (const key of ['a', 'b', 'a', 'c']) known.saved(key, 1, undefined, TODAY);
    expect(['a', 'b', 'c'].map((key) => known.of(key)?.revision)).toEqual([1, undefined, 1]);
  });

  it('do not report a turn that was saved during the read', () => {
    const now = () => new Date(`${TODAY}T12:00:00Z`);
    const known = createKnownRevisions({ now, conversationDays: 30 });
    known.saved('a', 1, undefined, TODAY);
    const before = known.of('a');
    known.saved('a', 2, undefined, TODAY);
    expect(known.isLost('a', before, 1, undefined)).toBe(false);
    expect(known.of('a')?.revision).toBe(2);
  });
});
