import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Environment } from '../../src/config.js';
import { once } from '../support/postgres.js';
import {
  campaign,
  PLACES,
  person,
  run,
  schemaOf,
  sign,
  start,
  usePlaces,
  walk,
  withdraw,
  withLedger,
} from './support.js';

const places = usePlaces();

async function newFile(): Promise<string> {
  const folder = places.folder();
  await mkdir(folder);
  return join(folder, 'backup.gz');
}

/** What must be the same after a backup and a restore, read through the ledger. */
interface Everything {
  readonly breakdown: unknown;
  readonly people: readonly unknown[];
  readonly flows: readonly unknown[];
  readonly texts: readonly unknown[];
}

const PEOPLE = 12;

function everything(env: Environment): Promise<Everything> {
  return withLedger(env, async (ledger, { query }) => ({
    breakdown: await ledger.breakdown(),
    people: await Promise.all(
      Array.from({ length: PEOPLE }, async (_, number) => {
        const { conversation, signature, tag } = await ledger.read(person(number));
        return { conversation, signature, tag };
      }),
    ),
    flows: await query(
      `SELECT dimension, value, movement, since::text AS since, count::text AS count
       FROM ${schemaOf(env)}.tally WHERE count <> 0 ORDER BY 1, 2, 3, 4`,
    ),
    texts: await query(`SELECT name, locale, version, words FROM ${schemaOf(env)}.texts ORDER BY 1, 2, 3`),
  }));
}

/** People who signed, one who withdrew, and one in the middle of the story. */
async function begun(place: (typeof PLACES)[number], more: Environment = {}): Promise<Environment> {
  const env = { ...(await campaign()), ...(await places.empty(place)), ...more };
  await withLedger(env, async (ledger) => {
    await ledger.keepTexts(
      [{ name: 'letter', locale: 'ar', version: 'v1', words: 'إلى:\n"سيدي"\\' }],
      '2026-05-01',
    );
    for (let number = 0; number < 9; number += 1)
      await sign(ledger, person(number), number % 2 ? null : 'آمال 🌊');
    await withdraw(ledger, person(4));
    await walk(ledger, person(10), 'story');
  });
  return env;
}

async function backedUp(env: Environment): Promise<string> {
  const file = await newFile();
  const { code, err } = await run(['backup', file], env);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return file;
}

describe.each(PLACES)('from %s', (place) => {
  it('a backup restores to the same totals, breakdowns, signatures and conversations', async () => {
    const env = await begun(place);
    const before = await everything(env);
    const file = await backedUp(env);
    const { DATABASE_URL: _before, ...keys } = env;
    const fresh = { ...keys, ...(await places.empty(place)) };
    const restored = await run(['restore', file], fresh);
    expect(restored).toMatchObject({ code: 0 });
    expect(restored.out).toMatch(/^Restored 8 signatures and 10 conversations \(\d+ rows in all\)\.$/m);
    expect(await everything(fresh)).toEqual(before);
    expect(await run(['reconcile'], fresh)).toMatchObject({ code: 0 });
    await withLedger(fresh, async (ledger) => {
      // The conversation goes on where it was, and who signed can't sign again.
      await walk(ledger, person(10), 'demands');
      expect((await ledger.read(person(10))).conversation).toEqual({ revision: 2, place: 'demands' });
      await expect(sign(ledger, person(1))).rejects.toThrow('can not sign again');
      await sign(ledger, person(11), 'Nora');
      expect(await ledger.counted()).toBe(9);
      expect(await ledger.reconcile()).toEqual([]);
    });
  });

  it('a restore refuses books that hold anything, and replaces them only when it is told so', async () => {
    const env = await begun(place);
    const file = await backedUp(env);
    const atBackup = await everything(env);
    await withLedger(env, async (ledger) => {
      await sign(ledger, person(11));
      await withdraw(ledger, person(1));
    });
    const later = await everything(env);

    const refused = await run(['restore', file], env);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('petition_zefzafi holds signatures or conversations already');
    const unasked = await run(['restore', file, '--replace'], env);
    expect(unasked.code).toBe(2);
    expect(unasked.err).toContain('add --yes');
    const mistyped = await run(['restore', file, '--replace'], env, { answer: 'yes' });
    expect(mistyped).toMatchObject({ code: 1, asked: [expect.stringContaining('(zefzafi)')] });
    expect(mistyped.err).toContain('8 signatures now');
    expect(await everything(env)).toEqual(later);

    expect(await run(['restore', file, '--replace'], env, { answer: 'zefzafi' })).toMatchObject({ code: 0 });
    expect(await everything(env)).toEqual(atBackup);
    expect(await run(['reconcile'], env)).toMatchObject({ code: 0 });
  });
});

describe('petition restore', () => {
  it('refuses a file that is not whole or not a backup, in words, and nothing changes', async () => {
    const env = await begun('a PostgreSQL server');
    const file = await backedUp(env);
    const whole = await readFile(file);
    const lines = gunzipSync(whole).toString().split('\n');
    const first = lines[0] ?? '';
    const withHeader = (change: (header: string) => string) =>
      gzipSync(lines.with(0, change(first)).join('\n'));
    const before = await everything(env);
    const misfits: [Buffer, RegExp][] = [
      [whole.subarray(0, whole.length - 9), /cut off/],
      [whole.subarray(0, 100), /cut off/],
      [Buffer.from(whole.map((byte, at) => (at === whole.length >> 1 ? byte ^ 4 : byte))), /damaged|changed/],
      [gzipSync(lines.toSpliced(3, 1).join('\n')), /damaged or changed/],
      [gzipSync('INSERT INTO signatures …\n'), /not a backup made by this program/],
      [Buffer.from('%PDF-1.7'), /not a backup made by this program/],
      [Buffer.alloc(0), /cut off|empty/],
      [
        withHeader((header) => header.replace('"version":1', '"version":2')),
        /later version.*update it first/,
      ],
    ];
    for (const [bytes, message] of misfits) {
      await writeFile(file, bytes);
      const { code, out, err } = await run(['restore', file, '--replace', '--yes'], env);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(message);
    }
    expect(await everything(env)).toEqual(before);
  });

  it('keeps the keys that names were sealed under since the backup', async () => {
    const env = await begun('a PostgreSQL server');
    const file = await backedUp(env);
    const keys = () =>
      withLedger(env, (_ledger, { query }) => query('SELECT id FROM petition_zefzafi.data_keys ORDER BY id'));
    // Another process, another key.
    await withLedger(env, (ledger) => sign(ledger, person(11), 'Nora'));
    const before = await keys();
    expect(before).toHaveLength(2);
    await run(['restore', file, '--replace', '--yes'], env);
    expect(await keys()).toEqual(before);
  });

  it('refuses a backup of another pepper, another petition, or the other kind of books', async () => {
    const env = await begun('a PostgreSQL server');
    const file = await backedUp(env);
    const fresh = { ...env, ...(await places.empty('a PostgreSQL server')) };
    const { IDENTITY_PEPPER } = await campaign();
    const refused: [readonly string[], Environment, RegExp][] = [
      [[], { ...fresh, IDENTITY_PEPPER }, /made with another IDENTITY_PEPPER/],
      [[], { ...fresh, PETITION: 'another' }, /of the petition zefzafi, and PETITION is another/],
      [['--preview'], fresh, /is a campaign's/],
      [[], { ...fresh, TEST_TOKEN: '' }, /no platform is configured here/],
    ];
    for (const [options, surroundings, message] of refused) {
      const { code, err } = await run(['restore', file, ...options], surroundings);
      expect(code).toBe(1);
      expect(err).toMatch(message);
    }
    expect(await run(['restore', file], fresh)).toMatchObject({ code: 0 });
  });

  it('moves a petition from the embedded database to a server', async () => {
    const env = await begun('the embedded database');
    const file = await backedUp(env);
    const server = { ...env, ...(await places.empty('a PostgreSQL server')) };
    expect(await run(['restore', file], server)).toMatchObject({ code: 0 });
    expect(await everything(server)).toEqual(await everything(env));
  });

  it('refuses a row that its table does not take', async () => {
    const env = await begun('a PostgreSQL server');
    await once(
      env.DATABASE_URL ?? '',
      'ALTER TABLE petition_zefzafi.signatures DROP CONSTRAINT signatures_status_check',
    );
    await once(
      env.DATABASE_URL ?? '',
      `INSERT INTO petition_zefzafi.signatures
       SELECT key || '!', value, receipt_key || '!', data_key, channel, locale, source, age, 'odd', day
       FROM petition_zefzafi.signatures LIMIT 1`,
    );
    const file = await backedUp(env);
    const fresh = { ...env, ...(await places.empty('a PostgreSQL server')) };
    const { code, err } = await run(['restore', file], fresh);
    expect(code).toBe(1);
    expect(err).toContain('a row of the backup does not fit the table signatures');
    expect(await withLedger(fresh, (ledger) => ledger.counted())).toBe(0);
  });
});

describe('petition backup', () => {
  it('says what the file holds and what it does not, and only its owner can read it', async () => {
    const env = await begun('a PostgreSQL server');
    const file = await newFile();
    const { out } = await run(['backup', file], env);
    expect(out).toMatch(/ holds 8 signatures and 10 conversations \(\d+ rows in all\)\.$/m);
    expect(out).toContain('Not in it: IDENTITY_PEPPER');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(dirname(file))).toEqual(['backup.gz']);
    const text = gunzipSync(await readFile(file)).toString();
    for (const secret of [env.IDENTITY_PEPPER ?? '', 'آمال', 'person-', 'story'])
      expect(text).not.toContain(secret);
  });

  it('leaves a file alone that is there, unless it is forced', async () => {
    const env = await begun('a PostgreSQL server');
    const file = await newFile();
    await writeFile(file, 'precious');
    const refused = await run(['backup', file], env);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('is there already');
    expect(await readFile(file, 'utf8')).toBe('precious');
    expect(await run(['backup', '--force', file], env)).toMatchObject({ code: 0 });
    expect((await readFile(file)).readUInt16BE()).toBe(0x1f8b);
  });

  it('leaves nothing behind where it fails', async () => {
    const env = await begun('a PostgreSQL server');
    await once(env.DATABASE_URL ?? '', 'ALTER TABLE petition_zefzafi.tally RENAME COLUMN since TO "odd one"');
    const file = await newFile();
    expect(await run(['backup', file], env)).toMatchObject({ code: 1 });
    expect(await readdir(dirname(file))).toEqual([]);
    const nowhere = await run(['backup', join(places.folder(), 'backup.gz')], env);
    expect(nowhere.code).toBe(1);
    expect(nowhere.err).toContain('there is no such file or folder');
  });

  it.each(PLACES)('says that there is nothing yet, on %s', async (place) => {
    const env = { ...(await campaign()), ...(await places.empty(place)) };
    const file = await newFile();
    const { code, err } = await run(['backup', file], env);
    expect(code).toBe(1);
    expect(err).toContain('there is nothing to back up');
    expect(await readdir(dirname(file))).toEqual([]);
  });

  it('taken while people sign and withdraw, restores to a total that is the rows', async () => {
    const env = await begun('a PostgreSQL server');
    await grow(env, 5_000);
    const file = await newFile();
    let writing = true;
    let turns = 0;
    const writers = withLedger(env, async (ledger) => {
      const write = async (writer: number) => {
        for (let turn = 0; writing; turn += 1) {
          const who = person(1_000 + writer * 100 + (turn % 20));
          const { signature } = await ledger.read(who);
          await (signature === null ? sign(ledger, who, 'Nora') : withdraw(ledger, who));
          turns += 1;
        }
      };
      await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
    });
    const { code } = await run(['backup', file], env);
    writing = false;
    await writers;
    expect(code).toBe(0);
    expect(turns).toBeGreaterThan(20);

    const fresh = { ...env, ...(await places.empty('a PostgreSQL server')) };
    expect(await run(['restore', file], fresh)).toMatchObject({ code: 0 });
    expect(await run(['reconcile'], fresh)).toMatchObject({ code: 0, err: '' });
    const [rows] = await once(
      fresh.DATABASE_URL ?? '',
      'SELECT count(*)::int AS n FROM petition_zefzafi.signatures',
    );
    expect(await withLedger(fresh, (ledger) => ledger.counted())).toBe(rows?.n);
    expect(rows?.n).toBeGreaterThanOrEqual(5_008);
  });
});

/** Adds many signatures at once, as rows that look like the first. */
async function grow(env: Environment, count: number): Promise<void> {
  const signatures = `${schemaOf(env)}.signatures`;
  await once(
    env.DATABASE_URL ?? '',
    `INSERT INTO ${signatures}
     SELECT md5(n::text), value, md5('r' || n), data_key, channel, locale, source, age, status, day
     FROM (SELECT * FROM ${signatures} LIMIT 1) one, generate_series(1, ${count}) n`,
  );
}

/** Waits until a restore that another process runs has its locks, or its rows on the disk. */
async function inTheMiddle(env: Environment): Promise<void> {
  const url = env.DATABASE_URL;
  const folder = join(env.DATA_DIR ?? '', 'pglite', 'base');
  const before = url === undefined ? await sizeOf(folder) : 0;
  const begun = async () => {
    if (url === undefined) return (await sizeOf(folder)) > before + 4_000_000;
    const locks = await once(
      url,
      `SELECT FROM pg_locks
       WHERE relation = '${schemaOf(env)}.signatures'::regclass AND mode = 'ExclusiveLock' AND granted`,
    );
    return locks.length > 0;
  };
  while (!(await begun())) await sleep(20);
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

describe('as the program that a user starts', () => {
  it('backs up and restores', async () => {
    const env = { DATA_DIR: (await places.empty('the embedded database')).DATA_DIR };
    expect(await start(['total'], env).ended).toMatchObject({ code: 0 });
    const file = await newFile();
    const backup = await start(['backup', file], env).ended;
    expect(backup).toMatchObject({ code: 0, err: '' });
    const restored = await start(['restore', '--replace', '--yes', file], env).ended;
    expect(restored).toMatchObject({ code: 0, out: expect.stringMatching(/^Restored 0 signatures/) });
  });

  it.each(PLACES)(
    'killed in the middle of a restore into %s, it leaves everything as it was',
    async (place) => {
      // The program knows no platform called "test": to it, these are a preview's books.
      const source = await begun('a PostgreSQL server', { TEST_TOKEN: '' });
      await grow(source, 30_000);
      const file = await backedUp(source);
      const { DATABASE_URL: _source, ...keys } = source;
      const env: Environment = { ...keys, ...(await places.empty(place)) };
      await withLedger(env, (ledger) => sign(ledger, person(11), 'Nora'));
      const before = await everything(env);

      const { child, ended } = start(['restore', '--replace', '--yes', file], env);
      await inTheMiddle(env);
      child.kill('SIGKILL');
      expect(await ended).toMatchObject({ code: null, out: '' });
      expect(await everything(env)).toEqual(before);
    },
  );
});
