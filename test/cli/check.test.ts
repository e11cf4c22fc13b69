import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { checkEnvironment } from '../../src/cli/checks/environment.js';
import { checkFiles } from '../../src/cli/checks/files.js';
import type { Environment } from '../../src/config.js';
import { makeKeys } from '../../src/signatures/keys.js';
import { keepPromisedDay } from '../../src/signatures/promised-day.js';
import { day } from '../support/day.js';
import { person } from '../support/people.js';
import { createDatabase, once } from '../support/postgres.js';
import { schemaOf, sign, withLedger } from './campaign.js';
import { campaign, PLACES, run, testPlatform, usePlaces } from './support.js';

const places = usePlaces();

/** The lines that begin with a mark. */
function marked(mark: string, out: string): string[] {
  return out.split('\n').filter((line) => line.startsWith(mark));
}

describe('petition check', () => {
  it('finds nothing wrong in a fresh clone, and makes nothing there', async () => {
    const env = { DATA_DIR: places.folder() };
    const { code, out, err } = await run(['check'], env);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^✓ environment +no platform is configured: this is a preview$/m);
    expect(out).toMatch(/^✓ content +zefzafi in en, fr, ar, .*; /m);
    expect(out).toMatch(/^! database +embedded in .* for trying out: one process, .*no fsync/m);
    await expect(readdir(env.DATA_DIR)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('says of an embedded database that has begun what it is', async () => {
    const env = { ...(await campaign()), ...(await places.prepared('the embedded database')) };
    await withLedger(env, (ledger) => sign(ledger, person(1)));
    const { code, out } = await run(['check'], env);
    expect(code).toBe(0);
    expect(out).toMatch(/^! database +PostgreSQL \d+.*, UTF8, embedded in .*for trying out/m);
    expect(out).toMatch(/^✓ tables +petition_zefzafi, version \d+$/m);
    expect(out).toMatch(/^✓ rights /m);
    expect(out).toMatch(/^✓ pepper +the same as at the first start$/m);
  });

  it('looks at a server as a start would, and changes nothing there', async () => {
    const env = { ...(await campaign()), ...(await places.empty('a PostgreSQL server')) };
    const { code, out } = await run(['check'], env);
    expect(code).toBe(0);
    expect(out).toMatch(/^✓ tables +petition_zefzafi will be made at the first start$/m);
    expect(out).toMatch(/^✓ pepper +the database has none yet: the first start sets it$/m);
    // As tests have it.
    expect(out).toMatch(/^! database +fsync or synchronous_commit is off/m);
    expect(await once(env.DATABASE_URL ?? '', "SELECT to_regnamespace('petition_zefzafi') AS made")).toEqual([
      { made: null },
    ]);
  });

  it('warns of a standby that commits do not wait for', async () => {
    const env = { ...(await campaign()), ...(await places.empty('a PostgreSQL server')) };
    const standby = new pg.Client({ connectionString: `${env.DATABASE_URL}&replication=true` });
    await standby.connect();
    try {
      const { code, out } = await run(['check'], env);
      expect(code).toBe(0);
      expect(out).toMatch(/^! standbys +a standby follows this server, .*synchronous_standby_names/m);
    } finally {
      await standby.end();
    }
  });

  it('says all that is wrong, not only the first thing, and no secret', async () => {
    const env = {
      ...(await campaign()),
      PORT: '99999',
      PETITION: 'no-such-petition',
      ORGANISER_NAME: '',
      METRICS_TOKEN: 'hunter2',
      DATABASE_URL: 'postgresql://me:hunter2@127.0.0.1:1/nowhere',
    };
    const lines = [{ ok: false, subject: 'test token', message: 'is refused: make another' }];
    const { code, out, err } = await run(['check'], env, { platforms: [testPlatform(lines)] });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const subjects = ['PORT', 'METRICS_TOKEN', 'ORGANISER_NAME', 'content', 'test token', 'database'];
    expect(marked('✗', out).map((line) => line.slice(2).split(/ {2,}/)[0])).toEqual(subjects);
    expect(out).toContain('ECONNREFUSED');
    expect(out).not.toContain('hunter2');
  });

  it('refuses an offset that was read on a day still to come', async () => {
    const { code, out } = await run(
      ['check'],
      { DATA_DIR: places.folder() },
      { now: new Date('2026-01-31T12:00:00Z') },
    );
    expect(code).toBe(1);
    expect(marked('✗', out)).toEqual([
      expect.stringMatching(/zefzafi\/petition\.yaml: offset\.day is 2026-\d\d-\d\d, which is in the future/),
    ]);
  });

  it.each([
    [
      '2028-10-01',
      '✓',
      'on 2028-11-01 all names are erased, if not before, and nobody can sign from then on',
    ],
    ['2028-10-02', '!', 'on 2028-11-01 all names are erased, .*: hand the letter over before that day'],
    ['2028-11-01', '!', '2028-11-01 has come: nobody can sign any more, and the bot erases all names'],
  ])('says on %s when the names are erased at the latest', async (today, mark, message) => {
    const now = new Date(`${today}T12:00:00Z`);
    const { code, out } = await run(['check'], { DATA_DIR: places.folder() }, { now });
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^${mark} keepUntil +${message}$`, 'm'));
    expect(out).toMatch(today < '2028-11-01' ? /zefzafi .*; open$/m : /zefzafi .*; closed$/m);
  });

  it('refuses a last day for the names that is later than the one under which people have signed', async () => {
    const env = { ...(await campaign()), ...(await places.prepared('a PostgreSQL server')) };
    await withLedger(env, async (ledger, { query }) => {
      await sign(ledger, person(1));
      await keepPromisedDay(query, schemaOf(env), day('2028-06-30'));
    });
    const { code, out } = await run(['check'], env);
    expect(code).toBe(1);
    expect(marked('✗', out)).toEqual([
      expect.stringMatching(/keepUntil .*erased on 2028-06-30, .*write 2028-06-30 or an earlier day/),
    ]);
  });

  it('begins all messages in one column, however long the name of a variable is', async () => {
    const { out } = await run(['check'], { PUBLIC_REFRESH_SECONDS: 'often', DATA_DIR: places.folder() });
    const starts = out
      .trimEnd()
      .split('\n')
      .map((line) => /^. \S+(?: \S+)* +/.exec(line.slice(0, 27))?.[0].length);
    expect(new Set(starts)).toEqual(new Set([27]));
  });

  it("tells this machine's clock from the server's", async () => {
    const env = { ...(await campaign()), ...(await places.empty('a PostgreSQL server')) };
    const { code, out } = await run(['check'], env, { now: new Date(Date.now() - 3_600_000) });
    expect(code).toBe(1);
    expect(out).toMatch(/^✗ time +this machine's clock and the database's are 3[56]\d\d s apart/m);
  });

  it('shows what each platform says of its tokens', async () => {
    const env = { ...(await campaign()), ...(await places.empty('a PostgreSQL server')) };
    const lines = [{ ok: true, subject: 'test token', message: 'belongs to @petition_bot' }];
    const { code, out } = await run(['check'], env, { platforms: [testPlatform(lines)] });
    expect(code).toBe(0);
    expect(out).toMatch(/^✓ environment +platforms: test$/m);
    expect(out).toMatch(/^✓ test token +belongs to @petition_bot$/m);
  });

  it('names a platform whose variables make no sense, and still looks at the rest', async () => {
    const { code, out } = await run(['check'], {
      ...(await campaign()),
      TEST_TOKEN: 'wrong',
      DATA_DIR: places.folder(),
    });
    expect(code).toBe(1);
    expect(marked('✗', out)).toEqual([expect.stringMatching(/^✗ TEST_TOKEN +give another$/)]);
    expect(out).toMatch(/^✓ content /m);
    expect(out).toMatch(/^! database /m);
  });

  it('warns where only one key can read the names', async () => {
    const env = {
      ...(await campaign()),
      SEAL_RECIPIENTS: (await makeKeys()).recipient,
      DATA_DIR: places.folder(),
    };
    const { code, out } = await run(['check'], env);
    expect(code).toBe(0);
    expect(out).toMatch(/^! SEAL_RECIPIENTS +only one key can read the names/m);
  });

  it.each(PLACES)('tells another pepper than the one that the books on %s were begun with', async (place) => {
    const env = { ...(await campaign()), ...(await places.prepared(place)) };
    await withLedger(env, (ledger) => ledger.ready());
    const { IDENTITY_PEPPER } = await campaign();
    const { code, out } = await run(['check'], { ...env, IDENTITY_PEPPER });
    expect(code).toBe(1);
    expect(out).toMatch(/^✗ pepper +this database was begun with another IDENTITY_PEPPER/m);
  });

  it('tells a database in the wrong encoding', async () => {
    const DATABASE_URL = await createDatabase('SQL_ASCII');
    const { code, out } = await run(['check'], { ...(await campaign()), DATABASE_URL });
    expect(code).toBe(1);
    expect(out).toMatch(/^✗ database +.*encoding SQL_ASCII: make one with ENCODING 'UTF8'/m);
  });

  it('tells a database that can only be read', async () => {
    const env = { ...(await campaign()), ...(await places.prepared('a PostgreSQL server')) };
    await withLedger(env, (ledger) => ledger.ready());
    const readOnly = `${env.DATABASE_URL}&options=-c%20default_transaction_read_only%3Don`;
    const { code, out } = await run(['check'], { ...env, DATABASE_URL: readOnly });
    expect(code).toBe(1);
    expect(out).toMatch(/^✗ database +.*can only be read/m);
  });

  it('tells a role that may not write, and one that may not make the tables', async () => {
    const env = { ...(await campaign()), ...(await places.empty('a PostgreSQL server')) };
    const url = env.DATABASE_URL ?? '';
    await once(url, 'CREATE ROLE reader LOGIN');
    const asReader = { ...env, DATABASE_URL: url.replace('postgres@', 'reader@') };
    const before = await run(['check'], asReader);
    expect(before.code).toBe(1);
    expect(before.out).toMatch(/^✗ database +the database role may not make the schema petition_zefzafi/m);

    await withLedger(env, (ledger) => ledger.ready());
    await once(url, 'GRANT USAGE ON SCHEMA petition_zefzafi TO reader');
    await once(url, 'GRANT SELECT ON ALL TABLES IN SCHEMA petition_zefzafi TO reader');
    const after = await run(['check'], asReader);
    expect(after.code).toBe(1);
    expect(after.out).toMatch(
      /^✗ rights +grant the role SELECT, INSERT, UPDATE and DELETE on .*petition_zefzafi\.conversations, /m,
    );
  });

  it('tells a key file that others can read', async () => {
    const env = { DATA_DIR: places.folder() };
    await mkdir(env.DATA_DIR);
    const file = join(env.DATA_DIR, 'preview-pepper');
    await writeFile(file, `${(await makeKeys()).pepper}\n`, { mode: 0o600 });
    expect((await run(['check'], env)).out).toMatch(/^✓ key files /m);
    await chmod(file, 0o644);
    const { code, out } = await run(['check'], env);
    expect(code).toBe(1);
    expect(out).toContain(`${file} can be read by others: chmod 600 ${file}`);
  });

  it('warns of an identity that lies with the project or the data of a campaign, and of none in a preview', async () => {
    const [root, dataDir] = [places.folder(), places.folder()];
    const env = { ...(await campaign()), DATA_DIR: dataDir };
    const strayed = async (env: Environment) => {
      const { environment } = checkEnvironment(env, [testPlatform()]);
      const findings = await checkFiles(environment, root);
      return findings.filter(({ warning }) => warning).map(({ message }) => message);
    };
    await Promise.all([root, dataDir].map((folder) => mkdir(folder)));
    expect(await strayed(env)).toEqual([]);
    await Promise.all([root, dataDir].map((folder) => writeFile(join(folder, 'petition-identity.txt'), '')));
    expect(await strayed(env)).toEqual([
      expect.stringContaining(`${join(root, 'petition-identity.txt')} opens the names`),
      expect.stringContaining(`${join(dataDir, 'petition-identity.txt')} opens the names`),
    ]);
    expect(await strayed({ DATA_DIR: dataDir })).toEqual([]);
    expect((await run(['check'], env)).out).toMatch(/^! identity .*move it off this machine$/m);
  });
});
