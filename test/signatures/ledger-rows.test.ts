import { beforeAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/signatures/ledger.js';
import { onEachDatabase, type Rows } from '../support/databases.js';
import { day } from '../support/day.js';
import { act, ledgerOn, newLedger, person, signing, signOnce, type Talk, turn } from '../support/people.js';

onEachDatabase('rows of the ledger', (test) => {
  let ledger: Ledger<Talk>;
  let rows: Rows;
  let schema: string;

  function begin(): void {
    ({ ledger, rows, schema } = newLedger(test));
  }

  describe('conversations that have expired', () => {
    let today = day('2026-03-01');
    beforeAll(() => {
      begin();
      ledger = ledgerOn({ database: test.database, schema, now: () => new Date(`${today}T23:59:59Z`) });
    });

    it('are read through the thirtieth day, then not', async () => {
      await turn(ledger, await ledger.read(person('slow')));
      today = day('2026-03-31');
      expect((await ledger.read(person('slow'))).conversation).toEqual({ revision: 1 });
      today = day('2026-04-01');
      expect((await ledger.read(person('slow'))).conversation).toBeNull();
    });

    it('can be replaced by a new one before they are deleted', async () => {
      const reading = await ledger.read(person('slow'));
      expect(await ledger.commit(reading, { revision: 1 }, { kind: 'none' }, today)).toBe('saved');
      expect((await ledger.read(person('slow'))).conversation).toEqual({ revision: 1 });
    });

    it('are really deleted, and no others', async () => {
      await rows("UPDATE @conversations SET expires = '2026-04-01'");
      for (const id of ['a', 'b', 'c']) {
        const reading = await ledger.read(person(id));
        await ledger.commit(reading, { revision: 1 }, { kind: 'none' }, today);
      }
      expect(await ledger.deleteExpired()).toBe(1);
      expect(await rows('SELECT key FROM @conversations')).toHaveLength(3);
      expect(await ledger.deleteExpired()).toBe(0);
    });

    it('do not affect the signature', async () => {
      await ledger.commit(await ledger.read(person('stays')), { revision: 1 }, signing(), today);
      today = day('2027-01-01');
      await ledger.deleteExpired();
      const reading = await ledger.read(person('stays'));
      expect(reading.conversation).toBeNull();
      expect(reading.signature).not.toBeNull();
    });
  });

  describe('rows that were tampered with', () => {
    const unreadable: string[] = [];
    beforeAll(() => {
      begin();
      const onUnreadable = (what: string, pseudonym: string) => unreadable.push(`${what} ${pseudonym}`);
      ledger = ledgerOn({ database: test.database, schema, onUnreadable });
    });

    it.each([
      ['changed by one character', "value = overlay(value placing 'AAAA' from 30)"],
      ['cut short', 'value = left(value, 20)'],
      ['emptied', "value = ''"],
      ['of another version', "value = 'c9' || substr(value, 3)"],
    ])('a conversation that was %s begins again, and the log names its pseudonym', async (what, change) => {
      unreadable.length = 0;
      await turn(ledger, await ledger.read(person(what)), undefined, 'a draft');
      await rows(`UPDATE @conversations SET ${change}`);
      const reading = await ledger.read(person(what));
      expect(reading.conversation).toBeNull();
      expect(unreadable).toEqual([expect.stringMatching(/^conversation [\w-]{6}$/)]);
      expect(await turn(ledger, reading, undefined, 'another')).toBe('saved');
      await rows('DELETE FROM @conversations');
    });

    it('a conversation in the row of another person does not open', async () => {
      for (const id of ['left', 'right']) {
        await turn(ledger, await ledger.read(person(id)), undefined, `the draft of ${id}`);
      }
      await rows('UPDATE @conversations a SET value = b.value FROM @conversations b WHERE a.key <> b.key');
      const readings = await Promise.all(['left', 'right'].map((id) => ledger.read(person(id))));
      expect(readings.map(({ conversation }) => conversation)).toEqual([null, null]);
    });

    it('a conversation in an unknown format begins again', async () => {
      const later = ledgerOn({
        database: test.database,
        schema,
        conversation: () => ({ revision: 1, draft: 'later' }),
      });
      await turn(later, await later.read(person('later')), undefined, 'x');
      const strict = ledgerOn({
        database: test.database,
        schema,
        conversation: () => {
          throw new Error('unknown');
        },
      });
      expect((await strict.read(person('later'))).conversation).toBeNull();
    });

    it.each(["'{}'", "''", "'null'", "'no json'", `replace(value, '"version":3', '"version":4')`])(
      'a signature that became %s stands, is told of once, and is never signed again, only withdrawn',
      async (value) => {
        unreadable.length = 0;
        const who = person(`tampered ${value}`);
        await act(ledger, who, signOnce());
        await rows(`UPDATE @signatures SET value = ${value}`);
        for (const _twice of [1, 2]) {
          const reading = await ledger.read(who);
          expect(reading.signature).toMatchObject({ evidence: null, receipt: null });
          await expect(turn(ledger, reading, signing())).rejects.toThrow('can not sign again');
        }
        expect(unreadable).toEqual([expect.stringMatching(/^signature [\w-]{6}$/)]);
        await act(ledger, who, () => ({ kind: 'withdraw' }));
        expect((await ledger.read(who)).signature).toBeNull();
        expect(await rows('SELECT key FROM @signatures')).toEqual([]);
      },
    );
  });
});
