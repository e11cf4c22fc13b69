import { beforeEach, expect, it } from 'vitest';
import type { Ledger } from '../../src/signatures/ledger.js';
import { keepPromisedDay } from '../../src/signatures/promised-day.js';
import { onEachDatabase } from '../support/databases.js';
import { day } from '../support/day.js';
import { act, ledgerOn, person, signing, type Talk } from '../support/people.js';

onEachDatabase('the last day for the names', (test) => {
  let schema: string;
  let ledger: Ledger<Talk>;
  beforeEach(async () => {
    schema = test.newSchema();
    ledger = ledgerOn({ database: test.database, schema });
    await ledger.ready();
  });
  const start = (keepUntil: string) => keepPromisedDay(test.database.query, schema, day(keepUntil));
  const sign = () => act(ledger, person(1), () => signing({ name: 'Canary' }));

  it('can be set to any day before somebody signs', async () => {
    for (const written of ['2028-11-01', '2026-12-01', '2028-06-30']) await start(written);
  });

  it('only moves to an earlier day once somebody has signed', async () => {
    await start('2028-11-01');
    await sign();
    await start('2028-11-01');
    await expect(start('2028-11-02')).rejects.toThrow('their names are erased on 2028-11-01');
    await start('2028-06-30');
    await expect(start('2028-11-01')).rejects.toThrow('write 2028-06-30 or an earlier day');
    await start('2028-06-30');
  });

  it('binds a campaign that began before the bot recorded it from the first start on', async () => {
    await sign();
    await start('2028-11-01');
    await expect(start('2029-01-01')).rejects.toThrow('write 2028-11-01');
  });

  it('is free again once everybody has withdrawn', async () => {
    await start('2028-11-01');
    await sign();
    await act(ledger, person(1), () => ({ kind: 'withdraw' }));
    await start('2029-01-01');
  });
});
