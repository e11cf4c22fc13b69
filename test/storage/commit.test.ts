import { expect, it } from 'vitest';
import type { Database } from '../../src/storage/database.js';
import type { Commit, DataKeyRow } from '../../src/storage/rows.js';
import { openStore } from '../../src/storage/store.js';
import { onEachDatabase, rowsOf } from '../support/databases.js';
import { ledgerOn, TODAY } from '../support/people.js';

onEachDatabase('a gathered commit', (test) => {
  const firstKey: DataKeyRow = { id: 'first', wrapped: 'first, wrapped', day: TODAY };
  const secondKey: DataKeyRow = { id: 'second', wrapped: 'second, wrapped', day: TODAY };

  const signing = (key: string, dataKey: DataKeyRow): Commit => ({
    conversation: { key, value: '', revision: 1, day: TODAY },
    signature: {
      kind: 'add',
      row: {
        key,
        value: '{}',
        receiptKey: key,
        dataKey,
        channel: 'web',
        locale: 'en',
        source: '',
        age: 'older',
        day: TODAY,
      },
    },
    contact: { kind: 'none' },
  });

  it('stores each data key of its signatures once, also with keys of two hours', async () => {
    const schema = test.newSchema();
    await ledgerOn({ database: test.database, schema }).ready();
    const statements: (readonly unknown[])[] = [];
    const recording: Database = {
      ...test.database,
      query: (sql, parameters = []) => {
        statements.push(parameters);
        return test.database.query(sql, parameters);
      },
    };
    const store = openStore(recording, schema, () => TODAY, 30);
    const commits = Array.from({ length: 20 }, (_, number) =>
      signing(`person ${number}`, number < 10 ? firstKey : secondKey),
    );
    expect(new Set(await Promise.all(commits.map(store.commit)))).toEqual(new Set(['saved']));
    expect(statements).toHaveLength(1);
    expect(statements[0]?.filter((parameter) => Array.isArray(parameter) && parameter.length === 2)).toEqual([
      ['first', 'second'],
      ['first, wrapped', 'second, wrapped'],
      [TODAY, TODAY],
    ]);
    const rows = rowsOf(test, schema);
    expect(await rows('SELECT id, wrapped, day::text AS day FROM @data_keys ORDER BY id')).toEqual([
      firstKey,
      secondKey,
    ]);
    expect(await rows('SELECT data_key, count(*)::int AS n FROM @signatures GROUP BY 1 ORDER BY 1')).toEqual([
      { data_key: 'first', n: 10 },
      { data_key: 'second', n: 10 },
    ]);
  });
});
