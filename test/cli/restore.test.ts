import { readFile, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Environment } from '../../src/config.js';
import { CONTENT_DIR } from '../../src/paths.js';
import type { Change } from '../../src/petition/change.js';
import { loadPetition } from '../../src/petition/load.js';
import { keepHouse } from '../../src/signatures/housekeeping.js';
import type { Ledger } from '../../src/signatures/ledger.js';
import { holdings } from '../../src/signatures/retention.js';
import { act, person, type Talk, TODAY } from '../support/people.js';
import { once } from '../support/postgres.js';
import { backedUp, begun, copiesOf, everything, schemaOf, sign, withdraw, withLedger } from './campaign.js';
import { campaign, PLACES, run, usePlaces } from './support.js';

const { settings } = loadPetition({ contentDir: CONTENT_DIR, petition: 'zefzafi', organiser: null });
const places = usePlaces();

const SUBSCRIBE: Change = {
  kind: 'subscribe',
  locale: 'fr',
  evidence: { text: { locale: 'fr', version: 'e'.repeat(64) }, day: TODAY, button: 'updates.yes' },
};

describe.each(PLACES)('petition restore into %s', (place) => {
  it('refuses books that hold anything, and puts them back to the backup only when it is told so', async () => {
    const env = await begun(places, place);
    const file = await backedUp(places, env);
    const atBackup = await everything(env);
    await withLedger(env, async (ledger) => {
      await sign(ledger, person(11));
      await withdraw(ledger, person(1));
    });
    const later = await everything(env);

    const refused = await run(['restore', file], env);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('petition_zefzafi holds signatures or conversations already');
    const exactly = ['restore', file, '--replace', '--lose-newer', '--with-withdrawn'];
    const unasked = await run(exactly, env);
    expect(unasked.code).toBe(2);
    expect(unasked.err).toContain('add --yes');
    const mistyped = await run(exactly, env, { answer: 'yes' });
    expect(mistyped).toMatchObject({ code: 1, asked: [expect.stringContaining('(zefzafi)')] });
    expect(mistyped.err).toContain('8 signatures now');
    expect(mistyped.err).toContain('1 signature made since this backup will be LOST');
    expect(mistyped.err).toContain(
      '1 signature of the backup is not in the database (it has booked 1 withdrawal',
    );
    expect(await everything(env)).toEqual(later);

    expect(await run(exactly, env, { answer: 'zefzafi' })).toMatchObject({ code: 0 });
    expect(await everything(env)).toEqual(atBackup);
    expect(await run(['reconcile'], env)).toMatchObject({ code: 0 });
  });
});

/** Lets the bot keep house once on a day, and gives what is left of the names. */
function keepHouseOn(env: Environment, today: string) {
  return withLedger(env, async (ledger, database) => {
    const ended = new AbortController();
    const keeping = keepHouse(
      [{ database, schema: schemaOf(env), ledger, settings }],
      { log: pino({ level: 'silent' }), now: () => new Date(`${today}T00:00:00Z`) },
      ended.signal,
    );
    // It has looked once when it waits for the next hour; ending it ends that wait.
    ended.abort();
    await keeping;
    return { ...(await holdings(database, schemaOf(env))), ...(await ledger.campaign()) };
  });
}

describe.each(PLACES)('a backup that is restored into %s after the last day for the names', (place) => {
  it('brings no name back that the database has erased', async () => {
    const env = await begun(places, place);
    const file = await backedUp(places, env);
    expect(await keepHouseOn(env, '2028-11-01')).toMatchObject({
      names: 0,
      dataKeys: 0,
      erased: '2028-11-01',
    });
    const held = () => withLedger(env, (_, database) => holdings(database, schemaOf(env)));
    const now = new Date('2028-11-02T12:00:00Z');
    const restore = ['restore', file, '--replace', '--yes'];
    expect(await run(restore, env, { now })).toMatchObject({ code: 0 });
    expect(await held()).toEqual({ names: 0, dataKeys: 0 });

    const ran = await run([...restore, '--lose-newer'], env, { now });
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('8 names of the backup had been erased since, and are erased again.');
    expect(await held()).toEqual({ names: 0, dataKeys: 0 });
    expect(await run(['reconcile'], env)).toMatchObject({ code: 0 });
  });

  it('loses its names again as soon as the bot keeps house, if the database never had them', async () => {
    const env = await begun(places, place);
    const file = await backedUp(places, env);
    const fresh = { ...env, ...(await places.empty(place)) };
    expect(await run(['restore', file], fresh)).toMatchObject({ code: 0 });
    const restored = await withLedger(fresh, (_, database) => holdings(database, schemaOf(fresh)));
    expect(restored.names).toBe(8);
    expect(await keepHouseOn(fresh, '2028-11-03')).toMatchObject({
      names: 0,
      dataKeys: 0,
      erased: '2028-11-03',
    });
  });
});

describe('petition restore over what has changed since', () => {
  let file = '';
  /** Two signed and asked for updates, and were sent one announcement; then one withdrew, and one more signed. */
  const changed = copiesOf(places, async () => {
    const env = { ...(await campaign()), ...(await places.prepared('a PostgreSQL server')) };
    file = await withLedger(env, async (ledger) => {
      for (const number of [1, 2, 3]) {
        await sign(ledger, person(number));
        await act(ledger, person(number), () => SUBSCRIBE);
      }
      return backedUp(places, env);
    });
    await withLedger(env, async (ledger) => {
      await announce(ledger);
      await withdraw(ledger, person(1));
      await act(ledger, person(2), () => ({ kind: 'unsubscribe' }));
      await sign(ledger, person(4));
    });
    return env;
  });
  /** Those books, and the backup from before the changes. */
  const changedSince = async () => ({ env: await changed(), file });

  /** Who got the announcement this time. */
  async function announce(ledger: Ledger<Talk>): Promise<string[]> {
    const told = [];
    const { number } = await ledger.announcements.begin('digest', TODAY);
    for await (const page of ledger.announcements.waiting(number)) {
      for (const recipient of page) {
        if (recipient !== null && (await ledger.announcements.claim(recipient, number)))
          told.push(recipient.person.id);
      }
    }
    return told.sort();
  }

  const standing = (env: Environment) =>
    withLedger(env, async (ledger) => {
      const readings = await Promise.all([1, 2, 3, 4].map((number) => ledger.read(person(number))));
      return readings.map(({ signature, updates }) => [signature !== null, Boolean(updates)]);
    });

  it('says what would change before it asks, keeps newer signatures, and brings no withdrawn one back', async () => {
    const { env, file } = await changedSince();
    const unsure = await run(['restore', file, '--replace'], env, { answer: 'no' });
    expect(unsure).toMatchObject({ code: 1, out: '' });
    expect(unsure.err).toContain('1 signature made since this backup stays.');
    expect(unsure.err).toContain(
      '1 signature of the backup is not in the database any more (it has booked 1 withdrawal since), and stays out.',
    );
    expect(unsure.err).toContain('3 people who had asked for updates by then are left out');

    const ran = await run(['restore', file, '--replace'], env, { answer: 'zefzafi' });
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/^Restored 0 signatures that the database did not have\..*: 3\.$/m);
    expect(ran.out).not.toContain('once more');
    expect(await standing(env)).toEqual([
      [false, false],
      [true, false],
      [true, true],
      [true, false],
    ]);
    expect(await withLedger(env, announce)).toEqual([]);
    expect(await run(['reconcile'], env)).toMatchObject({ code: 0 });
    expect(await withLedger(env, (ledger) => ledger.counted())).toBe(3);
  });

  it('brings withdrawn signatures back only on request, and says so', async () => {
    const { env, file } = await changedSince();
    const ran = await run(['restore', file, '--replace', '--with-withdrawn', '--yes'], env);
    expect(ran).toMatchObject({ code: 0, out: expect.stringMatching(/^Restored 1 signature that/) });
    expect(ran.err).toContain('comes back, also if its person withdrew');
    expect(ran.out).toContain('have to withdraw once more');
    expect(await standing(env)).toEqual([
      [true, false],
      [true, false],
      [true, true],
      [true, false],
    ]);
    expect(await withLedger(env, announce)).toEqual([]);
    expect(await run(['reconcile'], env)).toMatchObject({ code: 0 });
  });

  it('loses newer signatures only on request, leaves out withdrawn ones, and counts them as having left', async () => {
    const { env, file } = await changedSince();
    const ran = await run(['restore', file, '--replace', '--lose-newer', '--yes'], env);
    expect(ran).toMatchObject({ code: 0, out: expect.stringMatching(/^Restored 2 signatures/) });
    expect(ran.err).toContain('1 signature made since this backup will be LOST');
    expect(ran.out).not.toContain('once more');
    expect((await standing(env)).map(([signed]) => signed)).toEqual([false, true, true, false]);
    expect(await run(['reconcile'], env)).toMatchObject({ code: 0 });
    expect(await withLedger(env, (ledger) => ledger.counted())).toBe(2);
  });

  it('puts subscriptions back only on request, and sends nobody the same announcement twice', async () => {
    const { env, file } = await changedSince();
    const everybody = ['--contacts', '--with-withdrawn', '--yes'];
    const ran = await run(['restore', file, '--replace', ...everybody], env);
    expect(ran.err).toContain('even if they have stopped them since');
    expect((await standing(env)).map(([, updates]) => updates)).toEqual([true, true, true, false]);
    expect(await withLedger(env, announce)).toEqual([]);

    const fresh = { ...env, ...(await places.prepared('a PostgreSQL server')) };
    expect(await run(['restore', file], fresh)).toMatchObject({ code: 0 });
    expect((await standing(fresh)).map(([, updates]) => updates)).toEqual([false, false, false, false]);
  });

  it('refuses to leave out withdrawn signatures if the database has none to compare with', async () => {
    const { env, file } = await changedSince();
    for (const option of ['--without-withdrawn', '--with-withdrawn', '--lose-newer']) {
      const alone = await run(['restore', file, option], env);
      expect(alone).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining(`${option} needs --replace`),
      });
    }
    const fresh = { ...env, ...(await places.empty('a PostgreSQL server')) };
    const ran = await run(['restore', file, '--replace', '--without-withdrawn', '--yes'], fresh);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain('it can not tell which people withdrew');
  });
});

describe('petition restore', () => {
  it('refuses a file that is not whole or not a backup, in words, and nothing changes', async () => {
    const env = await begun(places, 'a PostgreSQL server');
    const file = await backedUp(places, env);
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
      expect(err).toContain(file);
    }
    expect(await everything(env)).toEqual(before);
  });

  it('keeps the keys that names were sealed under since the backup', async () => {
    const env = await begun(places, 'a PostgreSQL server');
    const file = await backedUp(places, env);
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
    const env = await begun(places, 'a PostgreSQL server');
    const file = await backedUp(places, env);
    const fresh = { ...env, ...(await places.empty('a PostgreSQL server')) };
    const { IDENTITY_PEPPER } = await campaign();
    const refused: [readonly string[], Environment, RegExp][] = [
      [[], { ...fresh, IDENTITY_PEPPER }, /made with another IDENTITY_PEPPER/],
      [[], { ...fresh, PETITION: 'another' }, /of the petition zefzafi, and this is another/],
      [['--preview'], fresh, /is of a campaign/],
      [[], { ...fresh, TEST_TOKEN: '' }, /no platform is configured here/],
    ];
    for (const [options, surroundings, message] of refused) {
      const { code, err } = await run(['restore', file, ...options], surroundings);
      expect(code).toBe(1);
      expect(err).toMatch(message);
      expect(err).toContain(file);
    }
    expect(await run(['restore', file], fresh)).toMatchObject({ code: 0 });
  });

  it('moves a petition from the embedded database to a server', async () => {
    const env = await begun(places, 'the embedded database');
    const file = await backedUp(places, env);
    const server = { ...env, ...(await places.empty('a PostgreSQL server')) };
    expect(await run(['restore', file], server)).toMatchObject({ code: 0 });
    expect(await everything(server)).toEqual(await everything(env));
  });

  it('refuses a row that its table does not take', async () => {
    const env = await begun(places, 'a PostgreSQL server');
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
    const file = await backedUp(places, env);
    const fresh = { ...env, ...(await places.prepared('a PostgreSQL server')) };
    const { code, err } = await run(['restore', file], fresh);
    expect(code).toBe(1);
    expect(err).toContain('a row of the backup does not fit the table signatures');
    expect(await withLedger(fresh, (ledger) => ledger.counted())).toBe(0);
  });
});
