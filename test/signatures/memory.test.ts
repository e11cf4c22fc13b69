import { expect, it } from 'vitest';
import { onEachDatabase, rowsOf } from '../support/databases.js';
import { ledgerOn } from '../support/people.js';

const CARD = { channelId: '4711', messageId: '12' };

onEachDatabase('what adapters remember', (test) => {
  it('comes back as it was, and is encrypted in the database', async () => {
    const schema = test.newSchema();
    const { memory } = ledgerOn({ database: test.database, schema });
    expect(await memory.recall('cards')).toBeUndefined();
    await memory.keep('cards', [CARD]);
    expect(await memory.recall('cards')).toEqual([CARD]);
    const rows = await rowsOf(test, schema)("SELECT value FROM @settings WHERE key = 'memory:cards'");
    expect(JSON.stringify(rows)).not.toContain('4711');
  });

  it('is still read if an earlier version stored it, and is encrypted from the next change on', async () => {
    const schema = test.newSchema();
    const ledger = ledgerOn({ database: test.database, schema });
    await ledger.ready();
    const plain = JSON.stringify([CARD]);
    await rowsOf(
      test,
      schema,
    )(`INSERT INTO @settings (key, value, revision) VALUES ('memory:cards', '${plain}', 1)`);
    expect(await ledger.memory.recall('cards')).toEqual([CARD]);
    await ledger.memory.revise('cards', (kept) => [kept, 'more']);
    expect(await ledger.memory.recall('cards')).toEqual([[CARD], 'more']);
    const rows = await rowsOf(test, schema)("SELECT value FROM @settings WHERE key = 'memory:cards'");
    expect(JSON.stringify(rows)).not.toContain('4711');
  });

  it('loses no change of two processes at once', async () => {
    const schema = test.newSchema();
    const processes = [1, 2].map(() => ledgerOn({ database: test.database, schema }));
    await processes[0]?.ready();
    const add = (number: number) => (kept: unknown) => [...(Array.isArray(kept) ? kept : []), number];
    await Promise.all(
      Array.from({ length: 20 }, (_, number) => processes[number % 2]?.memory.revise('cards', add(number))),
    );
    const kept = await processes[0]?.memory.recall('cards');
    expect(new Set(Array.isArray(kept) ? kept : []).size).toBe(20);
  });
});
