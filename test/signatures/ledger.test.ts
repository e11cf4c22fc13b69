import { beforeAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/signatures/ledger.js';
import type { Database } from '../../src/storage/database.js';
import { onEachDatabase, type Rows } from '../support/databases.js';
import { day } from '../support/day.js';
import {
  act,
  EVIDENCE,
  ledgerOn,
  newLedger,
  person,
  signing,
  signOnce,
  type Talk,
  TODAY,
  turn,
} from '../support/people.js';

onEachDatabase('the ledger', (test) => {
  let ledger: Ledger<Talk>;
  let rows: Rows;

  function begin(): void {
    ({ ledger, rows } = newLedger(test));
  }

  describe('reading and saving', () => {
    beforeAll(begin);

    it('knows nothing about a new person', async () => {
      const reading = await ledger.read(person('new'));
      expect(reading).toMatchObject({ conversation: null, signature: null, receiptFound: null });
      expect(reading.tag).toMatch(/^[A-Za-z0-9_-]{6}$/);
    });

    it('returns a conversation as it was saved', async () => {
      expect(await turn(ledger, await ledger.read(person('saved')), undefined, 'د. نوال 👩‍🏫')).toBe('saved');
      const { conversation } = await ledger.read(person('saved'));
      expect(conversation).toEqual({ revision: 1, draft: 'د. نوال 👩‍🏫' });
    });

    it('saves only over the revision that was read', async () => {
      const reading = await ledger.read(person('raced'));
      expect(await turn(ledger, reading, undefined, 'first')).toBe('saved');
      expect(await turn(ledger, reading, undefined, 'second')).toBe('stale');
      expect((await ledger.read(person('raced'))).conversation).toEqual({ revision: 1, draft: 'first' });
    });

    it('changes the signature with the conversation or not at all', async () => {
      const early = await ledger.read(person('both'));
      await turn(ledger, await ledger.read(person('both')));
      expect(await turn(ledger, early, signing())).toBe('stale');
      expect((await ledger.read(person('both'))).signature).toBeNull();

      const before = await ledger.read(person('both'));
      expect(await turn(ledger, before, signing())).toBe('saved');
      expect(await turn(ledger, before, { kind: 'withdraw' })).toBe('stale');
      expect((await ledger.read(person('both'))).signature).not.toBeNull();
    });

    it('does not save over a deleted conversation', async () => {
      await turn(ledger, await ledger.read(person('gone')));
      const reading = await ledger.read(person('gone'));
      await rows('DELETE FROM @conversations');
      expect(await turn(ledger, reading, signing())).toBe('stale');
      expect((await ledger.read(person('gone'))).conversation).toBeNull();
    });

    it('saves one of two turns of a person in one statement, and refuses the other', async () => {
      const reading = await ledger.read(person('twice'));
      const outcomes = await Promise.all([turn(ledger, reading, signing()), turn(ledger, reading)]);
      expect(outcomes.toSorted()).toEqual(['saved', 'stale']);
      expect((await ledger.read(person('twice'))).signature === null).toBe(outcomes[0] === 'stale');
    });

    it('refuses a turn with a wrong revision, and a second signature', async () => {
      const reading = await ledger.read(person('strict'));
      await expect(ledger.commit(reading, { revision: 2 }, { kind: 'none' }, TODAY)).rejects.toThrow(
        RangeError,
      );
      await turn(ledger, reading, signing());
      const signed = await ledger.read(person('strict'));
      await expect(turn(ledger, signed, signing())).rejects.toThrow('can not sign again');
    });

    it('takes one statement to read and one to write, for any number of people at once', async () => {
      const statements: string[] = [];
      const counting: Database = {
        ...test.database,
        query: (sql, parameters) => {
          statements.push(sql);
          return test.database.query(sql, parameters);
        },
      };
      const counted = ledgerOn({ database: counting, schema: test.newSchema() });
      await counted.ready();
      for (const people of [1, 100]) {
        statements.length = 0;
        const all = Array.from({ length: people }, (_, index) => person(`${people}/${index}`));
        const [readings] = await Promise.all([
          Promise.all(all.map((who) => counted.read(who, 'AAAAA-AAAAA-AAAAA-AAAAA'))),
          counted.counted(),
        ]);
        await Promise.all(readings.map((reading) => turn(counted, reading, signing())));
        expect(statements).toHaveLength(2);
      }
    });

    it('tells people apart whose ids differ only beyond the precision of a number', async () => {
      await turn(ledger, await ledger.read(person('9007199254740993')), signing());
      expect((await ledger.read(person('9007199254740992'))).signature).toBeNull();
      expect((await ledger.read(person('9007199254740993'))).signature).not.toBeNull();
      expect((await ledger.read(person('9007199254740993', 'discord'))).signature).toBeNull();
    });
  });

  describe('signing', () => {
    beforeAll(begin);

    it('records one of 200 concurrent signatures of a person, and each answer has its receipt', async () => {
      const before = await ledger.counted();
      const told = await Promise.all(
        Array.from({ length: 200 }, async () => {
          const reading = await ledger.read(person('eager'));
          return (await turn(ledger, reading, signing())) === 'saved' ? reading.nextReceipt : null;
        }),
      );
      const receipts = told.filter((receipt) => receipt !== null);
      expect(receipts).toHaveLength(1);
      expect((await ledger.read(person('eager'))).signature?.receipt).toBe(receipts[0]);
      expect(await ledger.counted()).toBe(before + 1);
    });

    it('shows people their own signature', async () => {
      const reading = await ledger.read(person('own'));
      await turn(ledger, reading, signing({ locale: 'ar' }));
      expect((await ledger.read(person('own'))).signature).toEqual({
        day: TODAY,
        locale: 'ar',
        status: 'counted',
        evidence: EVIDENCE,
        receipt: reading.nextReceipt,
        sealed: true,
      });
    });

    it('erases a withdrawn signature at once', async () => {
      await act(ledger, person('leaver'), signOnce());
      const before = await ledger.counted();
      await act(ledger, person('leaver'), () => ({ kind: 'withdraw' }));
      expect((await ledger.read(person('leaver'))).signature).toBeNull();
      expect(await ledger.counted()).toBe(before - 1);
    });

    it('finds and withdraws a signature by its receipt, from another account and in any spelling', async () => {
      const { nextReceipt } = await ledger.read(person('phone-lost'));
      await act(ledger, person('phone-lost'), signOnce());
      const { signature } = await ledger.read(person('phone-lost'));
      const receipt = signature?.receipt ?? nextReceipt;
      const written = ` ${receipt.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`;

      const other = await ledger.read(person('new-phone'), written);
      expect(other.receiptFound).toBe(true);
      expect(await turn(ledger, other, { kind: 'withdraw-by-receipt', receipt: written })).toBe('saved');
      expect((await ledger.read(person('phone-lost'))).signature).toBeNull();
      expect((await ledger.read(person('new-phone'), receipt)).receiptFound).toBe(false);
    });

    it.each([
      ['empty', ''],
      ['no receipt at all', 'no receipt'],
      ["well written, and nobody's", 'AAAAA-AAAAA-AAAAA-AAAAA'],
      ['endless', '0'.repeat(100_000)],
    ])('finds nothing by a receipt that is %s', async (_, receipt) => {
      expect((await ledger.read(person('guesser'), receipt)).receiptFound).toBe(false);
    });

    it('saves a withdrawal and a new signature of the same person in one statement', async () => {
      await act(ledger, person('x'), signOnce());
      await act(ledger, person('y'), signOnce());
      const [x, y] = await Promise.all([ledger.read(person('x')), ledger.read(person('y'))]);
      const receipt = y.signature?.receipt ?? '';
      const before = await ledger.counted();
      await Promise.all([
        turn(ledger, x, { kind: 'withdraw-by-receipt', receipt }),
        turn(ledger, y, { kind: 'withdraw' }),
      ]);
      expect(await ledger.counted()).toBe(before - 1);
      expect(await ledger.reconcile()).toEqual([]);
    });
  });

  it('keeps the words of texts under their versions', async () => {
    begin();
    const text = { name: 'letter', locale: 'en', version: 'abc', words: 'Your Excellency' };
    await ledger.keepTexts([text, { ...text, locale: 'fr', words: 'Excellence' }], day('2026-03-01'));
    await ledger.keepTexts([text, { ...text, version: 'abd', words: 'Excellency' }], day('2026-03-02'));
    const kept = await rows(
      'SELECT locale, version, words, first_shown::text AS day FROM @texts ORDER BY 1, 2',
    );
    expect(kept).toEqual([
      { locale: 'en', version: 'abc', words: 'Your Excellency', day: '2026-03-01' },
      { locale: 'en', version: 'abd', words: 'Excellency', day: '2026-03-02' },
      { locale: 'fr', version: 'abc', words: 'Excellence', day: '2026-03-01' },
    ]);
  });
});
