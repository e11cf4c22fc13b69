import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { person } from '../support/people.js';
import { once } from '../support/postgres.js';
import { backedUp, begun, everything, grow, newFile, sign, walk, withdraw, withLedger } from './campaign.js';
import { campaign, PLACES, run, usePlaces } from './support.js';

const places = usePlaces();

describe.each(PLACES)('from %s', (place) => {
  it('a backup restores to the same totals, breakdowns, signatures and conversations', async () => {
    const env = await begun(places, place);
    const before = await everything(env);
    const file = await backedUp(places, env);
    const { DATABASE_URL: _before, ...keys } = env;
    const fresh = { ...keys, ...(await places.empty(place)) };
    const restored = await run(['restore', file], fresh);
    expect(restored).toMatchObject({ code: 0 });
    expect(restored.out).toMatch(/^Restored 8 signatures and 10 conversations \(\d+ rows in all\)\.$/m);
    expect(await everything(fresh)).toEqual(before);
    expect(await run(['reconcile'], fresh)).toMatchObject({ code: 0 });
    await withLedger(fresh, async (ledger) => {
      // The conversation goes on where it was, and who signed can't sign again.
      await walk(ledger, person(10), 'at the demands');
      expect((await ledger.read(person(10))).conversation).toEqual({ revision: 2, draft: 'at the demands' });
      await expect(sign(ledger, person(1))).rejects.toThrow('can not sign again');
      await sign(ledger, person(11), 'Nora');
      expect(await ledger.counted()).toBe(9);
      expect(await ledger.reconcile()).toEqual([]);
    });
  });
});

describe('petition backup', () => {
  it('says what the file holds and what it does not, and only its owner can read it', async () => {
    const env = await begun(places, 'a PostgreSQL server');
    const file = await newFile(places);
    const { out } = await run(['backup', file], env);
    expect(out).toMatch(/ holds 8 signatures and 10 conversations \(\d+ rows in all\)\.$/m);
    expect(out).toContain('Not in it: IDENTITY_PEPPER');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(dirname(file))).toEqual(['backup.gz']);
    const text = gunzipSync(await readFile(file)).toString();
    for (const secret of [env.IDENTITY_PEPPER ?? '', 'آمال', 'in the story'])
      expect(text).not.toContain(secret);
  });

  it('leaves a file alone that is there, unless it is forced', async () => {
    const env = await begun(places, 'a PostgreSQL server');
    const file = await newFile(places);
    await writeFile(file, 'precious');
    const refused = await run(['backup', file], env);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('is there already');
    expect(await readFile(file, 'utf8')).toBe('precious');
    expect(await run(['backup', '--force', file], env)).toMatchObject({ code: 0 });
    expect((await readFile(file)).readUInt16BE()).toBe(0x1f8b);
  });

  it('leaves nothing behind where it fails', async () => {
    const env = await begun(places, 'a PostgreSQL server');
    await once(env.DATABASE_URL ?? '', 'ALTER TABLE petition_zefzafi.tally RENAME COLUMN since TO "odd one"');
    const file = await newFile(places);
    expect(await run(['backup', file], env)).toMatchObject({ code: 1 });
    expect(await readdir(dirname(file))).toEqual([]);
    const nowhere = await run(['backup', join(places.folder(), 'backup.gz')], env);
    expect(nowhere.code).toBe(1);
    expect(nowhere.err).toContain('there is no such file or folder');
  });

  it.each(PLACES)('says that there is nothing yet, on %s', async (place) => {
    const env = { ...(await campaign()), ...(await places.empty(place)) };
    const file = await newFile(places);
    const { code, err } = await run(['backup', file], env);
    expect(code).toBe(1);
    expect(err).toContain('there is nothing to back up');
    expect(await readdir(dirname(file))).toEqual([]);
  });

  it('taken while people sign and withdraw, restores to a total that is the rows', async () => {
    const env = await begun(places, 'a PostgreSQL server');
    await grow(env, 5_000);
    const file = await newFile(places);
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

    const fresh = { ...env, ...(await places.prepared('a PostgreSQL server')) };
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
