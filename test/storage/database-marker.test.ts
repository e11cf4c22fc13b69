import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnotherDatabase, databaseMarkers, MARKER_FILE } from '../../src/storage/database-marker.js';
import { onEachDatabase, rowsOf } from '../support/databases.js';
import { act, ledgerOn, person, signOnce } from '../support/people.js';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'petition-marker-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

const never = (error: unknown) => {
  throw error;
};
const fileIn = (folder: string) => join(folder, MARKER_FILE);

onEachDatabase('the database that was last used', (test) => {
  let places = 0;

  /** A `DATA_DIR` and a schema; each `ledger` is a start of the bot there. */
  function place() {
    places += 1;
    const folder = join(dataDir, `${places}-${test.database.kind}`);
    const schema = test.newSchema();
    return {
      folder,
      schema,
      rows: rowsOf(test, schema),
      start(accept = false) {
        const markerFor = databaseMarkers({ dataDir: folder, accept, onUnwritable: never });
        return ledgerOn({ database: test.database, schema, marker: markerFor(schema) });
      },
      /** An empty database in its place. */
      drop: () => test.database.query(`DROP SCHEMA ${schema} CASCADE`),
    };
  }

  it('is used again without any output', async () => {
    const { start, folder } = place();
    await act(start(), person('1'), signOnce());
    await start().ready();
    expect((await stat(fileIn(folder))).mode & 0o777).toBe(0o600);
  });

  it('is missed if an empty database has replaced it, and the empty one stays empty', async () => {
    const { start, drop, schema } = place();
    await act(start(), person('1'), signOnce());
    await drop();
    await expect(start().ready()).rejects.toThrow(AnotherDatabase);
    await expect(start().read(person('1'))).rejects.toThrow('--accept-new-database');
    expect(await test.database.query('SELECT to_regnamespace($1) AS made', [schema])).toEqual([
      { made: null },
    ]);
  });

  it('is missed if a database with other signatures has replaced it', async () => {
    const { start, drop, schema } = place();
    await act(start(), person('1'), signOnce());
    await drop();
    await act(ledgerOn({ database: test.database, schema }), person('2'), signOnce());
    await expect(start().ready()).rejects.toThrow(/1 signatures or more/);
  });

  it('is forgotten if the operator says so', async () => {
    const { start, drop } = place();
    await act(start(), person('1'), signOnce());
    await drop();
    await start(true).ready();
    await start().ready();
  });

  it('is not missed if it had no signatures', async () => {
    const { start, drop } = place();
    await start().ready();
    await drop();
    await start().ready();
  });

  it('is the database of the first start, even if people have signed there before', async () => {
    const { start, schema, folder } = place();
    await act(ledgerOn({ database: test.database, schema }), person('1'), signOnce());
    const ledger = start();
    await ledger.ready();
    expect(JSON.parse(await readFile(fileIn(folder), 'utf8'))).toMatchObject({
      schemas: { [schema]: { highest: 1 } },
    });
  });

  it('is recorded with its highest number of signatures, not its latest', async () => {
    const { start, schema, folder } = place();
    const ledger = start();
    await act(ledger, person('1'), signOnce());
    await act(ledger, person('2'), signOnce());
    expect(await ledger.counted()).toBe(2);
    await act(ledger, person('2'), () => ({ kind: 'withdraw' }));
    expect(await ledger.counted()).toBe(1);
    expect(JSON.parse(await readFile(fileIn(folder), 'utf8')).schemas[schema].highest).toBe(2);
  });

  it('is awaited while another database has replaced it, and nobody is counted there', async () => {
    const { start, schema, rows } = place();
    const ledger = start();
    await act(ledger, person('1'), signOnce());
    await test.database.query(`ALTER SCHEMA ${schema} RENAME TO ${schema}_right`);
    await expect(ledger.read(person('1'))).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(await ledger.trouble()).toBe('schema-missing');

    await act(ledgerOn({ database: test.database, schema }), person('2'), signOnce());
    await expect(ledger.read(person('1'))).rejects.toMatchObject({ code: 'other-database' });
    await expect(ledger.counted()).rejects.toMatchObject({ code: 'other-database' });
    expect(await ledger.trouble()).toBe('other-database');
    expect(await rows('SELECT count(*)::int AS n FROM @signatures')).toEqual([{ n: 1 }]);

    await test.database.query(`ALTER SCHEMA ${schema} RENAME TO ${schema}_wrong`);
    await test.database.query(`ALTER SCHEMA ${schema}_right RENAME TO ${schema}`);
    expect(await ledger.trouble()).toBeNull();
    expect((await ledger.read(person('1'))).signature).not.toBeNull();
  });
});

describe("the marker's file", () => {
  it('is optional: if it can not be written, one warning says so', async () => {
    const file = join(dataDir, 'a-file');
    await writeFile(file, '');
    const told: unknown[] = [];
    const marker = databaseMarkers({
      dataDir: file,
      accept: false,
      onUnwritable: (error) => void told.push(error),
    })('petition_sample');
    await marker.compare(null);
    await marker.keep('one', 1);
    await marker.keep('one', 2);
    expect(told).toHaveLength(1);
  });

  it('keeps the entries of several schemas that write at once', async () => {
    const folder = join(dataDir, 'several');
    const markerFor = databaseMarkers({ dataDir: folder, accept: false, onUnwritable: never });
    await Promise.all(['a', 'b', 'c'].map((schema) => markerFor(schema).keep(schema, 1)));
    const { schemas } = JSON.parse(await readFile(fileIn(folder), 'utf8'));
    expect(Object.keys(schemas).sort()).toEqual(['a', 'b', 'c']);
  });
});
