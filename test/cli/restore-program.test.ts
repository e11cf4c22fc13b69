import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Environment } from '../../src/config.js';
import { person } from '../support/people.js';
import { once } from '../support/postgres.js';
import { backedUp, everything, grow, newFile, schemaOf, sign, withLedger } from './campaign.js';
import { campaign, PLACES, PROGRAM_TIMEOUT_MS, start, usePlaces } from './support.js';

const places = usePlaces();

/** Waits until a restore that another process runs has its locks, or its rows on the disk. */
async function inTheMiddle(env: Environment): Promise<void> {
  const url = env.DATABASE_URL;
  const folder = join(env.DATA_DIR ?? '', 'pglite', 'base');
  const before = url === undefined ? await sizeOf(folder) : 0;
  const begun = async () => {
    if (url === undefined) return (await sizeOf(folder)) > before + 2_000_000;
    const locks = await once(
      url,
      `SELECT FROM pg_locks
       WHERE relation = '${schemaOf(env)}.signatures'::regclass AND mode = 'ExclusiveLock' AND granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
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

/** A backup that takes the program a while, and the keys of its books. */
let made: Promise<{ readonly keys: Environment; readonly file: string }> | null = null;
const large = () => {
  made ??= makeLarge();
  return made;
};

async function makeLarge() {
  // The program knows no platform called "test": to it, these are a preview's books.
  const keys = { ...(await campaign()), TEST_TOKEN: '' };
  const source = { ...keys, ...(await places.prepared('a PostgreSQL server')) };
  await withLedger(source, (ledger) => sign(ledger, person(1), 'Amal'));
  await grow(source, 15_000);
  return { keys, file: await backedUp(places, source) };
}

describe('as the program that a user starts', { timeout: PROGRAM_TIMEOUT_MS }, () => {
  it('backs up and restores', async () => {
    const env = { DATA_DIR: (await places.empty('the embedded database')).DATA_DIR };
    expect(await start(['total'], env).ended).toMatchObject({ code: 0 });
    const file = await newFile(places);
    const backup = await start(['backup', file], env).ended;
    expect(backup).toMatchObject({ code: 0, err: '' });
    const restored = await start(['restore', '--replace', '--yes', file], env).ended;
    expect(restored).toMatchObject({ code: 0, out: expect.stringMatching(/^Restored 0 signatures/) });
  });

  describe.each(PLACES)('killed in the middle of a restore into %s', (place) => {
    it('leaves everything as it was', async () => {
      const { keys, file } = await large();
      const env: Environment = { ...keys, ...(await places.prepared(place)) };
      await withLedger(env, (ledger) => sign(ledger, person(11), 'Nora'));
      const before = await everything(env);

      const { child, ended } = start(['restore', '--replace', '--lose-newer', '--yes', file], env);
      await inTheMiddle(env);
      child.kill('SIGKILL');
      expect(await ended).toMatchObject({ code: null, out: '' });
      expect(await everything(env)).toEqual(before);
    });
  });
});
