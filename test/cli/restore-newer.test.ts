import { describe, expect, it } from 'vitest';
import type { Environment } from '../../src/config.js';
import { LEASE_TIMES } from '../../src/storage/leases.js';
import { act, person, signing } from '../support/people.js';
import { once } from '../support/postgres.js';
import { backedUp, begun, everything, sign, withdraw, withLedger } from './campaign.js';
import { PLACES, run, usePlaces } from './support.js';

const places = usePlaces();

const counted = (env: Environment) => withLedger(env, (ledger) => ledger.counted());
const agrees = async (env: Environment) =>
  expect(await run(['reconcile'], env)).toMatchObject({ code: 0, err: '' });

describe.each(PLACES)('petition restore --replace into %s', (place) => {
  it('keeps what is newer: signatures, corrected names, conversations and decisions', async () => {
    const env = await begun(places, place);
    const file = await backedUp(places, env);
    await withLedger(env, async (ledger) => {
      await sign(ledger, person(11), 'Nora');
      await act(ledger, person(2), ({ signature }) => {
        if (signature === null || signature.evidence === null) throw new Error('person 2 has signed');
        const { name, button, evidence } = signing({ name: 'Corrected' });
        return { kind: 'correct', name, button, evidence };
      });
      await ledger.changeCampaignState({ closed: null, paused: true });
    });
    const before = await everything(env);
    const ran = await run(['restore', file, '--replace', '--yes'], env);
    expect(ran).toMatchObject({ code: 0, out: expect.stringMatching(/^Restored 0 signatures/) });
    expect(ran.err).toContain('1 signature made since this backup stays.');
    expect(await everything(env)).toEqual(before);
    expect(await withLedger(env, (ledger) => ledger.campaign())).toMatchObject({ paused: true });
    await agrees(env);
  });

  it('asks what to do where the database has lost signatures, and brings them back', async () => {
    const env = await begun(places, place);
    const early = await backedUp(places, env);
    await withLedger(env, async (ledger) => {
      await sign(ledger, person(11));
      await sign(ledger, person(12));
    });
    const late = await backedUp(places, env);
    // The database falls back to an earlier state. Then somebody withdraws, and somebody else signs.
    expect(await run(['restore', early, '--replace', '--lose-newer', '--yes'], env)).toMatchObject({
      code: 0,
    });
    await withLedger(env, async (ledger) => {
      await withdraw(ledger, person(1));
      await sign(ledger, person(13));
    });
    const before = await everything(env);
    const undecided = await run(['restore', late, '--replace', '--yes'], env);
    expect(undecided).toMatchObject({ code: 1, out: '' });
    expect(undecided.err).toContain('3 signatures of the backup are not in the database any more');
    expect(undecided.err).toContain('it has booked 1 withdrawal since');
    expect(await everything(env)).toEqual(before);

    const without = await run(['restore', late, '--replace', '--yes', '--without-withdrawn'], env);
    expect(without.code).toBe(0);
    expect(await everything(env)).toEqual(before);

    const back = await run(['restore', late, '--replace', '--yes', '--with-withdrawn'], env);
    expect(back).toMatchObject({ code: 0, out: expect.stringMatching(/^Restored 3 signatures/) });
    expect(back.out).toContain('have to withdraw once more');
    expect(await counted(env)).toBe(11);
    await agrees(env);
  });
});

describe('petition restore --replace', () => {
  it('keeps the later signature of a person who withdrew and signed again', async () => {
    const env = await begun(places, 'a PostgreSQL server');
    const file = await backedUp(places, env);
    const receiptOf = () =>
      withLedger(env, async (ledger) => (await ledger.read(person(2))).signature?.receipt);
    await withLedger(env, async (ledger) => {
      await withdraw(ledger, person(2));
      await sign(ledger, person(2), 'Again');
    });
    const receipt = await receiptOf();
    for (const options of [[], ['--with-withdrawn']]) {
      expect(await run(['restore', file, '--replace', '--yes', ...options], env)).toMatchObject({ code: 0 });
      expect(await receiptOf()).toBe(receipt);
      expect(await counted(env)).toBe(8);
      await agrees(env);
    }
  });

  it('does not take back a delivery, whatever else is lost', async () => {
    const env = await begun(places, 'a PostgreSQL server');
    const file = await backedUp(places, env);
    const delivery = { closed: '2026-10-01', delivered: '2026-10-02' };
    expect(
      await run(['close', '--delivered', delivery.delivered, '--yes'], env, {
        now: new Date('2026-10-02T12:00:00Z'),
      }),
    ).toMatchObject({ code: 0 });
    for (const options of [[], ['--lose-newer']]) {
      const ran = await run(['restore', file, '--replace', '--yes', ...options], env);
      expect(ran.code).toBe(0);
      expect(ran.out).not.toContain('record it again');
      expect(await withLedger(env, (ledger) => ledger.campaign())).toMatchObject({
        delivered: delivery.delivered,
      });
    }
  });

  it('refuses to mix in signatures of another database, and deletes them only on request', async () => {
    const env = await begun(places, 'a PostgreSQL server');
    const other = { ...env, ...(await places.prepared('a PostgreSQL server')) };
    await withLedger(other, (ledger) => sign(ledger, person(20), 'A rehearsal'));
    const file = await backedUp(places, env);
    const refused = await run(['restore', file, '--replace', '--yes'], other);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain(
      'the database is not the one that was backed up: its 1 signature was not made',
    );
    expect(await counted(other)).toBe(1);
    expect(await run(['restore', file, '--replace', '--lose-newer', '--yes'], other)).toMatchObject({
      code: 0,
    });
    expect(await counted(other)).toBe(8);
    await agrees(other);
  });
});

describe('petition restore beside a bot', () => {
  it('is refused while a process holds a job, and works once it has given it back or is gone', async () => {
    const env = await begun(places, 'a PostgreSQL server');
    const file = await backedUp(places, env);
    const fresh = { ...env, ...(await places.prepared('a PostgreSQL server')) };
    for (const [on, options] of [
      [env, ['--replace', '--yes', '--lose-newer']],
      [fresh, []],
    ] as const) {
      const before = await withLedger(on, async (ledger) => {
        const lease = await ledger.leases.take('housekeeping');
        const there = await ledger.counted();
        const refused = await run(['restore', file, ...options], on);
        expect(refused).toMatchObject({ code: 1, out: '' });
        expect(refused.err).toContain(
          'a bot runs on this database (it holds the jobs housekeeping): stop it first',
        );
        expect(await ledger.counted()).toBe(there);
        // Killed: nobody gives the job back.
        await ledger.leases.take('staff');
        await lease?.release();
        return there;
      });
      expect(await counted(on)).toBe(before);
      expect((await run(['restore', file, ...options], on)).err).toContain('it holds the jobs staff');
      await once(
        on.DATABASE_URL ?? '',
        `UPDATE petition_zefzafi.leases SET until = until - interval '${LEASE_TIMES.runsFor} milliseconds'`,
      );
      expect(await run(['restore', file, ...options], on)).toMatchObject({ code: 0 });
    }
  });

  it('of several petitions is refused while the bot holds its jobs with another of them', async () => {
    const env = await begun(places, 'a PostgreSQL server');
    const file = await backedUp(places, env);
    const { DATABASE_URL: url = '' } = env;
    await once(url, 'CREATE SCHEMA petition_another');
    await once(url, 'CREATE TABLE petition_another.leases (LIKE petition_zefzafi.leases)');
    await once(
      url,
      `INSERT INTO petition_another.leases VALUES ('telegram', 'x', 1, now() + interval '1 hour')`,
    );
    const several = { ...env, PETITION: '', PETITIONS: 'zefzafi,another' };
    const argv = ['restore', file, '--petition', 'zefzafi', '--replace', '--yes'];
    const refused = await run(argv, several);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('it holds the jobs telegram');
  });
});
