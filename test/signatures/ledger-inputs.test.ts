import { beforeAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/signatures/ledger.js';
import { Unstorable } from '../../src/storage/storable.js';
import { onEachDatabase, type Rows } from '../support/databases.js';
import { act, newLedger, person, signing, signOnce, type Talk, turn } from '../support/people.js';

onEachDatabase('the ledger and what the database would refuse', (test) => {
  let ledger: Ledger<Talk>;
  let rows: Rows;

  function begin(): void {
    ({ ledger, rows } = newLedger(test));
  }

  describe('inputs that the database would refuse', () => {
    beforeAll(begin);

    it.each([
      ['a NUL character', signing({ source: 'flyer\0' }), Unstorable],
      ['half a character', signing({ locale: 'fr\ud83d' }), Unstorable],
      ['an over-long text', signing({ source: 'x'.repeat(5000) }), Unstorable],
      ['an over-long name', signing({ name: 'ü'.repeat(300) }), RangeError],
    ])('fail alone among many: %s', async (what, poison, error) => {
      const readings = await Promise.all(
        Array.from({ length: 50 }, (_, index) => ledger.read(person(`${what} ${index}`))),
      );
      const outcomes = await Promise.allSettled(
        readings.map((reading, index) => turn(ledger, reading, index === 17 ? poison : signing())),
      );
      expect(outcomes[17]).toMatchObject({ status: 'rejected', reason: expect.any(error) });
      const others = outcomes.filter((_, index) => index !== 17);
      expect(others).toEqual(Array(49).fill({ status: 'fulfilled', value: 'saved' }));
      expect((await ledger.read(person(`${what} 17`))).conversation).toBeNull();
    });

    it('fail alone even if only the database finds the error', async () => {
      await rows("ALTER TABLE @signatures ADD CHECK (locale <> 'xx')");
      const readings = await Promise.all(
        Array.from({ length: 20 }, (_, index) => ledger.read(person(`check ${index}`))),
      );
      const outcomes = await Promise.allSettled(
        readings.map((reading, index) =>
          turn(ledger, reading, signing({ locale: index === 3 ? 'xx' : 'fr' })),
        ),
      );
      expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(
        outcomes.map((_, index) => index === 3),
      );
      expect(await ledger.reconcile()).toEqual([]);
    });

    it('do not include an id with a NUL or half a character: only its hash is stored', async () => {
      const odd = [person('a\0b'), person('a\ud800b'), person('a\ufffdb'), person('a'.repeat(5000))];
      for (const who of odd) await act(ledger, who, signOnce());
      const found = await Promise.all(odd.map((who) => ledger.read(who)));
      expect(new Set(found.map(({ signature }) => signature?.receipt)).size).toBe(odd.length);
    });
  });
});
