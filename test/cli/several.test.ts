import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Environment } from '../../src/config.js';
import { parsePepper } from '../../src/signatures/keys.js';
import { openServer } from '../../src/storage/server.js';
import { ledgerOn, person } from '../support/people.js';
import { once } from '../support/postgres.js';
import { useAnnouncing } from './announcing.js';
import { copiesOf, newFile, sign } from './campaign.js';
import { campaign, run, usePlaces } from './support.js';

const places = usePlaces();
const announcing = useAnnouncing();

/** A bot with two petitions: two people have signed one, and one of them the other. */
const twoPetitions = copiesOf(places, async () => {
  const env = {
    ...(await campaign()),
    ...(await places.prepared('a PostgreSQL server')),
    PETITIONS: 'zefzafi, example',
  };
  await signedIn(env, 'zefzafi', 1, 2);
  await signedIn(env, 'example', 1);
  return env;
});

async function signedIn(env: Environment, petition: string, ...people: readonly number[]): Promise<void> {
  const pepper = parsePepper(env.IDENTITY_PEPPER ?? '');
  if (!pepper.ok) throw new Error(pepper.message);
  const database = openServer(env.DATABASE_URL ?? '');
  const ledger = ledgerOn({ database, schema: `petition_${petition}`, petition, pepper: pepper.value });
  for (const number of people) await sign(ledger, person(number));
  ledger.close();
  await database.close();
}

async function signatures(env: Environment): Promise<Record<string, unknown>> {
  const [row] = await once(
    env.DATABASE_URL ?? '',
    `SELECT (SELECT count(*)::int FROM petition_zefzafi.signatures) AS zefzafi,
            (SELECT count(*)::int FROM petition_example.signatures) AS example`,
  );
  return row ?? {};
}

const SEVERAL = 'this bot has several petitions: add --petition and one of zefzafi, example';

describe.concurrent('with several petitions', () => {
  const ABOUT_ONE: readonly (readonly string[])[] = [
    ['total'],
    ['report'],
    ['reconcile'],
    ['offset'],
    ['pause', '--yes'],
    ['resume', '--yes'],
    ['quarantine', 'list'],
    ['release', '1', '--yes'],
    ['announce', 'news.md'],
    ['close', '--yes'],
    ['purge', '--dry-run'],
  ];

  it.each(ABOUT_ONE)('`%s` asks which one', async (...argv) => {
    const { code, out, err } = await run(argv, { PETITIONS: 'zefzafi,example', DATA_DIR: places.folder() });
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: `${SEVERAL}\n` });
  });

  it.each([...ABOUT_ONE, ['backup', 'file'], ['restore', 'file']])(
    '`%s` refuses one that the bot does not have',
    async (...argv) => {
      const env = { PETITIONS: 'zefzafi,example', DATA_DIR: places.folder() };
      const { code, err } = await run([...argv, '--petition', 'wells'], env);
      expect({ code, err }).toEqual({
        code: 1,
        err: 'this bot has no petition "wells", but zefzafi, example\n',
      });
    },
  );

  it('each command works on the one that it names', async () => {
    const env = await twoPetitions();
    const of = (petition: string, ...argv: readonly string[]) =>
      run([...argv, '--petition', petition], env, { now: new Date('2026-03-01T13:00:00Z') });
    const totals = await Promise.all([of('zefzafi', 'total', '--json'), of('example', 'total', '--json')]);
    expect(totals.map(({ out }) => JSON.parse(out))).toMatchObject([
      { petition: 'zefzafi', collected: 2 },
      { petition: 'example', collected: 1 },
    ]);
    expect(JSON.parse((await of('example', 'report', 'all', '--json')).out)).toMatchObject({
      petition: 'example',
    });
    expect((await of('example', 'reconcile')).code).toBe(0);
    expect((await of('example', 'pause', '--yes')).code).toBe(0);
    expect((await of('zefzafi', 'resume', '--yes')).out).not.toMatch(/open again|resumed/i);
    expect((await of('example', 'quarantine', 'list')).code).toBe(0);
    expect((await of('example', 'close', '--yes')).code).toBe(0);
    expect((await of('example', 'close', '--yes')).err).toContain('it has been closed since');
    expect((await of('zefzafi', 'purge', '--dry-run')).out).toContain('2 sealed names');
    expect((await of('zefzafi', 'close', '--reopen', '--yes')).err).toContain('it is not closed');
  });

  it('`check` looks at all of them, and says which one it means', async () => {
    const env = await twoPetitions();
    await once(
      env.DATABASE_URL ?? '',
      `UPDATE petition_zefzafi.settings SET value = '"other"' WHERE key = 'pepper-check'`,
    );
    const { code, out } = await run(['check'], env);
    expect(code).toBe(1);
    expect(out).toMatch(/^✓ content +zefzafi in en, fr/m);
    expect(out).toMatch(/^✓ content +example in en, ar; /m);
    expect(out).toMatch(/^✗ pepper +zefzafi: /m);
    expect(out).toMatch(/^✓ pepper +example: the same as at the first start$/m);
    expect(out).toMatch(/^✓ tables +example: petition_example, version \d+$/m);
  });

  it('`check` says what is wrong with one petition, and goes on to the next', async () => {
    const env = { PETITIONS: 'nobody-wrote-this,example', DATA_DIR: places.folder() };
    const { code, out } = await run(['check'], env);
    expect(code).toBe(1);
    expect(out).toContain('there is no petition called "nobody-wrote-this"');
    expect(out).toMatch(/^✓ content +example in en, ar; /m);
  });

  it('`backup` writes a folder with all of them, and `restore` takes all of it back', async () => {
    const env = await twoPetitions();
    const folder = join(dirname(await newFile(places)), 'tonight');
    const made = await run(['backup', folder], env);
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toContain('zefzafi.gz holds 2 signatures');
    expect(made.out).toContain('example.gz holds 1 signature');
    expect((await readdir(folder)).sort()).toEqual(['example.gz', 'zefzafi.gz']);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(await readdir(dirname(folder))).toEqual(['tonight']);

    const again = await run(['backup', folder, '--force'], env);
    expect(again.err).toContain('is there already: name a new folder');

    const fresh = { ...env, ...(await places.empty('a PostgreSQL server')) };
    expect(await run(['restore', folder], fresh)).toMatchObject({ code: 0 });
    expect(await signatures(fresh)).toEqual({ zefzafi: 2, example: 1 });
    for (const petition of ['zefzafi', 'example']) {
      expect(await run(['reconcile', '--petition', petition], fresh)).toMatchObject({ code: 0 });
    }
  });

  it('`restore` of one file knows whose it is, and leaves the others alone', async () => {
    const env = await twoPetitions();
    const file = await newFile(places);
    expect(await run(['backup', file, '--petition', 'example'], env)).toMatchObject({ code: 0 });
    expect((await stat(file)).isFile()).toBe(true);
    await signedIn(env, 'example', 3);
    await signedIn(env, 'zefzafi', 3);
    const refused = await run(['restore', file, '--petition', 'zefzafi'], env);
    expect(refused.err).toContain('is of the petition example, and this is zefzafi');
    const restored = await run(['restore', file, '--replace', '--lose-newer', '--yes'], env);
    expect(restored).toMatchObject({ code: 0 });
    expect(await signatures(env)).toEqual({ zefzafi: 3, example: 1 });
  });

  it('`restore` changes nothing where a file of the folder is damaged or missing', async () => {
    const env = await twoPetitions();
    const folder = join(dirname(await newFile(places)), 'tonight');
    await run(['backup', folder], env);
    await rm(join(folder, 'example.gz'));
    const fresh = { ...env, ...(await places.empty('a PostgreSQL server')) };
    const missing = await run(['restore', folder], fresh);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('has no file of example');
    await mkdir(join(folder, 'example.gz'));
    expect((await run(['restore', folder], fresh)).code).toBe(1);
    expect(
      await once(fresh.DATABASE_URL ?? '', "SELECT to_regnamespace('petition_zefzafi') AS made"),
    ).toEqual([{ made: null }]);
    expect(await run(['restore', folder, '--petition', 'zefzafi'], fresh)).toMatchObject({ code: 0 });
  });

  it('`backup` says which petition has nothing yet', async () => {
    const env = {
      ...(await campaign()),
      ...(await places.empty('a PostgreSQL server')),
      PETITIONS: 'zefzafi,example',
    };
    const folder = join(dirname(await newFile(places)), 'tonight');
    expect((await run(['backup', folder], env)).err).toContain('there is nothing to back up');
    await signedIn(env, 'example', 1);
    const { code, out } = await run(['backup', folder], env);
    expect(code).toBe(0);
    expect(out).toContain('The database has nothing of zefzafi yet: it has no file.');
    expect(await readdir(folder)).toEqual(['example.gz']);
  });

  it('`announce` reaches the people of one petition', async ({ onTestFinished }) => {
    const scene = await announcing('a PostgreSQL server', onTestFinished);
    const people = scene.onTelegram(2);
    await scene.subscribed(people);
    const env = { ...scene.env, PETITIONS: 'example,zefzafi' };
    const file = await scene.written({ en: 'News.', ar: 'جديد.' });
    const toOthers = await scene.announce(file, ['--yes', '--petition', 'example'], undefined, env);
    expect(toOthers.out).not.toContain('Sent to 2 people');
    expect(people.every(({ received }) => received.length === 0)).toBe(true);
    const sent = await scene.announce(
      await scene.written(),
      ['--yes', '--petition', 'zefzafi'],
      undefined,
      env,
    );
    expect(sent.out).toContain('Sent to 2 people');
  });
});
