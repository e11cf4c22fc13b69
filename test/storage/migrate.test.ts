import { expect, it } from 'vitest';
import { type Database, UnsuitableDatabase } from '../../src/storage/database.js';
import { MigrationRefused, migrate, SCHEMA_VERSION } from '../../src/storage/migrate.js';
import { onEachDatabase, rowsOf } from '../support/databases.js';

onEachDatabase('migrations', (test) => {
  it('run once, even if several processes start at once', async () => {
    const schema = test.newSchema();
    await Promise.all([1, 2, 3, 4].map(() => migrate(test.another(), schema)));
    await migrate(test.database, schema);
    const applied = await rowsOf(test, schema)('SELECT version FROM @migrations');
    expect(applied).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, index) => ({ version: index + 1 })));
  });

  it('leave other schemas alone', async () => {
    const [ours, theirs] = [test.newSchema(), test.newSchema()];
    await migrate(test.database, ours);
    const there = await test.database.query('SELECT FROM pg_namespace WHERE nspname = $1', [theirs]);
    expect(there).toEqual([]);
  });

  it('refuse a schema that a later version has migrated', async () => {
    const schema = test.newSchema();
    await migrate(test.database, schema);
    await rowsOf(test, schema)("INSERT INTO @migrations VALUES (99, 'later', 'x', '2030-01-01')");
    await expect(migrate(test.database, schema)).rejects.toThrow(MigrationRefused);
    await expect(migrate(test.database, schema)).rejects.toThrow(
      /at version 99, which is newer.*update the program/,
    );
  });

  it('refuse a schema whose migrations differ from ours', async () => {
    const schema = test.newSchema();
    await migrate(test.database, schema);
    await rowsOf(test, schema)("UPDATE @migrations SET checksum = 'x' WHERE version = 1");
    await expect(migrate(test.database, schema)).rejects.toThrow(/migration 1 \(ledger\) differs/);
  });

  it('explain which permission the role lacks', async () => {
    const schema = test.newSchema();
    const role = `reader_of_${schema}`;
    await test.database.query(`CREATE ROLE ${role}`);
    const asReader = {
      ...test.database,
      transaction: <T>(work: Parameters<typeof test.database.transaction<T>>[0]) =>
        test.database.transaction<T>(async (query) => {
          await query(`SET LOCAL ROLE ${role}`);
          return work(query);
        }),
    };
    await expect(migrate(asReader, schema)).rejects.toThrow(
      /may not make the schema .*\(GRANT CREATE ON DATABASE/,
    );

    // If all tables exist, the same role is enough.
    await migrate(test.database, schema);
    await test.database.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
    await test.database.query(`GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO ${role}`);
    await expect(migrate(asReader, schema)).resolves.toBeUndefined();
  });

  it('refuse a schema name that is no plain SQL name', async () => {
    await expect(migrate(test.database, 'public; DROP SCHEMA public')).rejects.toThrow(RangeError);
  });

  /** The database, with another result for the statement that makes the trigger. */
  const withTrigger = (instead: () => Promise<never[]>): Database => ({
    ...test.database,
    transaction: (work) =>
      test.database.transaction((query) =>
        work((sql, parameters) => (sql.startsWith('CREATE TRIGGER') ? instead() : query(sql, parameters))),
      ),
  });
  const failing = (code: string) => () => Promise.reject(Object.assign(new Error('failed'), { code }));

  it.each([
    ['refuses', failing('0A000')],
    ['takes and never fires', () => Promise.resolve([])],
  ])('refuse a database that %s statement triggers', async (_what, instead) => {
    const schema = test.newSchema();
    const lacking = withTrigger(instead);
    await expect(migrate(lacking, schema)).rejects.toThrow(UnsuitableDatabase);
    await expect(migrate(lacking, schema)).rejects.toThrow(/PostgreSQL, which has no statement triggers/);
    expect(await test.database.query('SELECT FROM pg_namespace WHERE nspname = $1', [schema])).toEqual([]);
  });

  it('do not blame missing triggers for a full disk', async () => {
    const full = withTrigger(failing('53100'));
    await expect(migrate(full, test.newSchema())).rejects.toMatchObject({ code: '53100' });
  });
});
