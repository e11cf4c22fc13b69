import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/signatures/ledger.js';
import { WrongPepper } from '../../src/signatures/pepper-check.js';
import { onEachDatabase, type Rows } from '../support/databases.js';
import { act, ledgerOn, newLedger, person, signing, signOnce, type Talk, turn } from '../support/people.js';

onEachDatabase('what the ledger keeps secret', (test) => {
  let ledger: Ledger<Talk>;
  let rows: Rows;
  let schema: string;

  function begin(): void {
    ({ ledger, rows, schema } = newLedger(test));
  }

  describe('the pepper', () => {
    beforeAll(begin);

    it('is compared with the pepper of the first start', async () => {
      await ledger.ready();
      const other = ledgerOn({ database: test.database, schema, pepper: randomBytes(32) });
      await expect(other.ready()).rejects.toThrow(WrongPepper);
      await expect(other.read(person(1))).rejects.toThrow(/another IDENTITY_PEPPER/);
      await expect(other.counted()).rejects.toThrow(WrongPepper);
      await expect(ledgerOn({ database: test.database, schema }).ready()).resolves.toBeUndefined();
    });

    it('is accepted from one of two processes that start on an empty store, and refused from the other', async () => {
      const fresh = test.newSchema();
      const outcomes = await Promise.allSettled(
        [1, 2, 3, 4].map(() =>
          ledgerOn({ database: test.another(), schema: fresh, pepper: randomBytes(32) }).ready(),
        ),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(WrongPepper);
      }
    });
  });

  describe('a dump of all tables', () => {
    beforeAll(begin);

    it('holds no name, no id, no typed text, and no time finer than a day', async () => {
      const canaries = ['Canary Nameless', '77000111222', 'T0TENANT', 'a typed canary'];
      const who = { channel: 'slack', tenant: 'T0TENANT', id: '77000111222' };
      const reading = await ledger.read(who);
      await turn(ledger, reading, signing({ name: 'Canary Nameless' }), 'a typed canary');
      const dump = async () => {
        const tables = ['settings', 'conversations', 'signatures', 'data_keys', 'texts', 'tally'];
        const all = await Promise.all(tables.map((table) => rows(`SELECT t::text AS row FROM @${table} t`)));
        return all.flat().map(({ row }) => String(row));
      };
      const found = (lines: string[], text: string) =>
        lines.some((line) => [text, ...encoded(text)].some((form) => line.includes(form)));

      const lines = await dump();
      for (const canary of canaries) expect(found(lines, canary), canary).toBe(false);
      const people = lines.filter((line) => /"evidence"|c1\./.test(line));
      expect(people).toHaveLength(2);
      for (const line of people) expect(line).not.toMatch(/\d\d:\d\d/);

      // The control: the search finds what is there.
      await rows(`INSERT INTO @settings VALUES ('control', '${encoded('Canary Nameless')[0]}', 1)`);
      expect(found(await dump(), 'Canary Nameless')).toBe(true);
    });

    it('does not tell who signed with a name, nor how long the name is', async () => {
      await rows('DELETE FROM @signatures');
      const names = [null, 'A', 'ü'.repeat(200)];
      for (const name of names) await act(ledger, person(`name ${name}`), signOnce({ name }));
      const lengths = await rows('SELECT DISTINCT length(value) FROM @signatures');
      expect(lengths).toHaveLength(1);
    });
  });
});

/** Other forms in which a text could lie in a dump. */
function encoded(text: string): string[] {
  const bytes = Buffer.from(text);
  return [bytes.toString('hex'), bytes.toString('base64').slice(0, -3)];
}
