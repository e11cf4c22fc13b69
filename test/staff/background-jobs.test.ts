import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createOwnership } from '../../src/channel/ownership.js';
import { recountDaily } from '../../src/signatures/recount.js';
import { eraseWhenDue } from '../../src/signatures/retention.js';
import { nextDue } from '../../src/staff/digest.js';
import type { DeskOptions } from '../../src/staff/open-desk.js';
import { openServer } from '../../src/storage/server.js';
import { startDatabase, type TestDatabase } from '../support/databases.js';
import { day } from '../support/day.js';
import { act, person, signing, signOnce } from '../support/people.js';
import { startPostgres } from '../support/postgres.js';
import { sample } from '../transcripts/sample.js';
import { openStage, ROOM, type Stage } from './stage.js';

const loaded = await sample();
/** The total grows in leaps; high limits keep that from raising alerts. */
const MANY = 1_000_000;
const petition = {
  ...loaded,
  settings: { ...loaded.settings, alerts: { sourcePerHour: MANY, sourcePerDay: MANY, unusualPerHour: MANY } },
};
const soon = { timeout: 20_000, interval: 20 };

let test: TestDatabase;
beforeAll(async () => {
  test = await startDatabase('server');
});
afterAll(() => test.remove());

const stageOn = (schema: string, over: Partial<DeskOptions> = {}): Stage =>
  openStage(petition, test.another(), schema, over);

/** As if so many had signed. */
async function grow(schema: string, count: number): Promise<void> {
  await test.database.query(
    `INSERT INTO ${schema}.signatures (key, value, receipt_key, data_key, channel, locale, source, age, status, day)
     SELECT gen_random_uuid(), value, gen_random_uuid(), data_key, channel, locale, source, age, status, day
     FROM (SELECT * FROM ${schema}.signatures LIMIT 1) one, generate_series(1, ${count})`,
  );
}

async function begun(over: Partial<DeskOptions> = {}, source: string | null = null) {
  const schema = test.newSchema();
  const stage = stageOn(schema, over);
  await act(stage.ledger, person(1), signOnce({ source }));
  return { schema, stage };
}

describe('goals', () => {
  it('are announced once, even if two processes hold the lease', async () => {
    const { schema, stage } = await begun();
    const other = stageOn(schema);
    expect(await stage.ask('milestones on')).toContain('The next is 200.');
    const served = [stage.serve([ROOM, 'C2']), other.serve([ROOM, 'C2'])];
    await grow(schema, 450);
    const posted = () => served.flatMap((one) => one.posted);
    await vi.waitUntil(() => posted().length >= 2, soon);
    await Promise.all(served.map((one) => one.rounds()));
    expect(posted().map(([room, words]) => [room, words.split('\n')[0]])).toEqual([
      [ROOM, '200 reached'],
      [ROOM, '500 reached'],
    ]);
    await Promise.all(served.map((one) => one.end()));

    // Nor after a restart, nor when the total falls and rises again.
    await test.database.query(`DELETE FROM ${schema}.signatures WHERE key IN (
      SELECT key FROM ${schema}.signatures ORDER BY key LIMIT 300)`);
    const again = stageOn(schema).serve([ROOM]);
    await grow(schema, 300);
    await again.rounds();
    await again.end();
    expect(again.posted.filter(([, words]) => words.includes('reached'))).toEqual([]);
  });

  it('passed before `milestones on` or after `milestones off` are not announced', async () => {
    const { schema, stage } = await begun();
    await grow(schema, 150);
    expect(await stage.ask('milestones on')).toContain('The next is 500.');
    const served = stage.serve([ROOM]);
    await served.rounds();
    await stage.ask('milestones off');
    await grow(schema, 400);
    await served.rounds();
    await served.end();
    expect(served.posted).toEqual([]);
  });

  it('that a room could not show are shown there later, once', async () => {
    const { schema, stage } = await begun();
    await stage.ask('milestones on');
    let tries = 0;
    const served = stage.serve([ROOM], async () => {
      tries += 1;
      if (tries < 3) throw new Error('the platform is busy');
    });
    await grow(schema, 150);
    await vi.waitUntil(() => served.posted.length > 0, soon);
    await served.rounds();
    await served.end();
    expect(served.posted).toHaveLength(1);
  });
});

describe('the daily report', () => {
  it.each([
    ['summer time begins', '09:00', '2026-03-28T12:00:00Z', '2026-03-29T07:00:00.000Z'],
    ['and the day after', '09:00', '2026-03-29T07:00:00Z', '2026-03-30T07:00:00.000Z'],
    ['before summer time', '09:00', '2026-03-27T12:00:00Z', '2026-03-28T08:00:00.000Z'],
    ['summer time ends', '09:00', '2026-10-24T12:00:00Z', '2026-10-25T08:00:00.000Z'],
    ['an hour that the day leaves out', '02:30', '2026-03-28T12:00:00Z', '2026-03-29T01:00:00.000Z'],
    ['an hour that the day has twice', '02:30', '2026-10-24T12:00:00Z', '2026-10-25T00:30:00.000Z'],
    ['and not a second time', '02:30', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00.000Z'],
  ])('comes at the hour of its zone: %s', (_what, hour, after, due) => {
    expect(nextDue({ hour, zone: 'Europe/Paris' }, new Date(after), 'day')?.toISOString()).toBe(due);
  });

  it('comes once a day from two processes, also on the days on which the clocks change', async () => {
    let time = new Date('2026-03-28T12:00:00Z');
    const now = () => time;
    const { schema, stage } = await begun({ now });
    expect(await stage.ask('digest on 09:00 Europe/Paris')).toContain(
      '29 March 2026 at 09:00 (Europe/Paris)',
    );
    const served = [stage.serve([ROOM]), stageOn(schema, { now }).serve([ROOM])];
    const posted = () => served.flatMap((one) => one.posted.map(([, words]) => words.split('\n')[0]));
    const at = async (moment: string, count: number) => {
      time = new Date(moment);
      if (posted().length < count) await vi.waitUntil(() => posted().length >= count, soon);
      await Promise.all(served.map((one) => one.rounds()));
      expect(posted()).toHaveLength(count);
    };
    await at('2026-03-29T06:59:00Z', 0);
    await at('2026-03-29T07:00:30Z', 1);
    await at('2026-03-29T08:00:30Z', 1);
    await at('2026-03-30T07:00:30Z', 2);
    await at('2026-10-25T08:00:30Z', 3);
    await at('2026-10-25T09:00:30Z', 3);
    expect(posted()).toContain('Daily report, 29 March 2026 at 09:00 (Europe/Paris)');
    expect(posted()).toContain('Daily report, 25 October 2026 at 09:00 (Europe/Paris)');
    await Promise.all(served.map((one) => one.end()));
  });

  it('comes on Mondays as well where a room wants the weekly one, with its own pace and forecast', async () => {
    let time = new Date('2026-03-08T12:00:00Z');
    const now = () => time;
    const { schema, stage } = await begun({ now });
    expect(await stage.ask('digest weekly 09:00 UTC')).toContain(
      'the next one on 9 March 2026 at 09:00 (UTC)',
    );
    await stage.ask('digest on 09:00 UTC');
    const run = async (moment: string) => {
      time = new Date(moment);
      const served = stageOn(schema, { now }).serve([ROOM]);
      await served.rounds();
      await served.end();
      return served.posted.map(([, words]) => words);
    };
    const monday = await run('2026-03-09T09:00:30Z');
    expect(monday.map((words) => words.split('\n')[0]).sort()).toEqual([
      'Daily report, 9 March 2026 at 09:00 (UTC)',
      'Weekly report, 9 March 2026 at 09:00 (UTC)',
    ]);
    const weekly = monday.find((words) => words.startsWith('Weekly'));
    expect(weekly).toContain('Signed in the last 7 days:');
    expect(weekly).toContain('Too few signatures in the last 7 days to say when it will be reached.');
    expect(await run('2026-03-10T09:00:30Z')).toEqual([expect.stringMatching(/^Daily report/)]);
    await stage.ask('digest off');
    expect(await run('2026-03-16T09:00:30Z')).toEqual([]);
  });

  it('that was missed is sent late, once, but not after the limit', async () => {
    let time = new Date('2026-03-10T12:00:00Z');
    const now = () => time;
    const { schema, stage } = await begun({ now });
    await stage.ask('digest on 09:00 UTC');
    const run = async (moment: string) => {
      time = new Date(moment);
      const served = stageOn(schema, { now }).serve([ROOM]);
      await served.rounds();
      await served.end();
      return served.posted.length;
    };
    expect(await run('2026-03-11T14:00:00Z')).toBe(1);
    expect(await run('2026-03-11T14:30:00Z')).toBe(0);
    expect(await run('2026-03-12T15:30:00Z')).toBe(0);
    await stage.ask('digest off');
    expect(await run('2026-03-13T09:00:30Z')).toBe(0);
  });
});

describe('alerts', () => {
  it.each([
    [
      'a tally that differs',
      "UPDATE @tally SET count = count + 1 WHERE dimension = 'all' AND movement = 'standing'",
      "UPDATE @tally SET count = count - 1 WHERE dimension = 'all' AND movement = 'standing'",
      'Places that differ: 1.',
    ],
    [
      'names that nobody can read',
      'CREATE TABLE @lost AS SELECT * FROM @data_keys; DELETE FROM @data_keys',
      'INSERT INTO @data_keys SELECT * FROM @lost',
      'names that nobody can read: the key that they are sealed under is missing from the database. ' +
        'Signatures concerned: 1.',
    ],
  ])('tell of %s once, and that it is over', async (_what, damage, mend, said) => {
    const { schema, stage } = await begun();
    const sql = async (statements: string) => {
      for (const one of statements.replaceAll('@', `${schema}.`).split(';')) await test.database.query(one);
    };
    await sql(damage);
    await recountDaily(stage.ledger, day('2026-03-10'));
    const served = stage.serve([ROOM, 'C2']);
    await vi.waitUntil(() => served.posted.length === 2, soon);
    expect(served.posted[0]?.[1]).toContain(said);
    expect(served.posted.map(([room]) => room)).toEqual([ROOM, 'C2']);
    await recountDaily(stage.ledger, day('2026-03-11'));
    await served.rounds();
    expect(served.posted).toHaveLength(2);
    await sql(mend);
    await recountDaily(stage.ledger, day('2026-03-12'));
    await vi.waitUntil(() => served.posted.length === 4, soon);
    expect(served.posted[2]?.[1]).toContain('All is well again');
    await served.end();
  });

  it('tell once of a public log that differs or that has stopped, and that it is over', async () => {
    const { stage } = await begun();
    await recountDaily(stage.ledger, day('2026-03-10'), { trouble: null, difference: -12 });
    const served = stage.serve([ROOM]);
    await vi.waitUntil(() => served.posted.length === 1, soon);
    expect(served.posted[0]?.[1]).toContain(
      'The public log of the total does not agree with the signatures. Difference: -12.',
    );
    await recountDaily(stage.ledger, day('2026-03-11'), { trouble: 'shortened' });
    await vi.waitUntil(() => served.posted.length === 3, soon);
    expect(served.posted[1]?.[1]).toContain('agrees with the signatures again');
    expect(served.posted[2]?.[1]).toContain('Nothing is added to the public log of the total any more');
    await recountDaily(stage.ledger, day('2026-03-12'), { trouble: null, difference: 0 });
    await vi.waitUntil(() => served.posted.length === 4, soon);
    expect(served.posted[3]?.[1]).toContain('Lines are added to the public log of the total again');
    await served.end();
  });

  it('report too many signatures from one source once, and their end', async () => {
    const busy = {
      ...petition,
      settings: { ...petition.settings, alerts: { ...petition.settings.alerts, sourcePerHour: 5 } },
    };
    let later = 0;
    const schema = test.newSchema();
    const now = () => new Date(Date.now() + later);
    const stage = openStage(busy, test.another(), schema, { now });
    await act(stage.ledger, person(1), () => signing({ source: 'poster' }));
    const served = stage.serve([ROOM]);
    await grow(schema, 4);
    await served.rounds();
    expect(served.posted).toEqual([]);
    await grow(schema, 1);
    await vi.waitUntil(() => served.posted.length === 1, soon);
    expect(served.posted[0]?.[1]).toContain('More than 5 signatures an hour come from one source: poster.');
    expect(served.posted[0]?.[1]).toContain('quarantine poster --reason "…" --hold');
    await grow(schema, 10);
    await served.rounds();
    expect(served.posted).toHaveLength(1);
    later = 2 * 3_600_000;
    await vi.waitUntil(() => served.posted.length === 2, soon);
    expect(served.posted[1]?.[1]).toContain('The source poster is back to an ordinary number');
    await served.end();
  });

  it('count a burst across the full hour as one burst', async () => {
    const schema = test.newSchema();
    let minute = 0;
    const hour = Date.UTC(2026, 2, 10, 12);
    const now = () => new Date(hour + minute * 60_000);
    const stage = openStage(petition, test.another(), schema, { now });
    await act(stage.ledger, person(1), () => signing({ source: 'poster' }));
    await test.database.query(
      `DELETE FROM ${schema}.tally WHERE dimension = 'source' AND movement = 'signed'`,
    );
    await test.database.query(
      `INSERT INTO ${schema}.tally (dimension, value, movement, since, count)
       SELECT 'source', value, 'signed', since::timestamp, count FROM (VALUES
         ('poster', '2026-03-10 11:00', 40), ('poster', '2026-03-10 12:00', 30), ('radio', '2026-03-10 10:00', 900)
       ) AS burst (value, since, count)`,
    );
    const most = async (at: number) => {
      minute = at;
      return stage.ledger.staff.sourceHours();
    };
    expect(await most(3)).toEqual([{ source: 'poster', signed: 68 }]);
    expect(await most(30)).toEqual([{ source: 'poster', signed: 50 }]);
    expect(await most(59)).toEqual([{ source: 'poster', signed: 40 }]);
  });

  it('warn once of the last day for the names, thirty days before, and say when they are erased', async () => {
    let time = new Date('2099-12-01T12:00:00Z');
    const now = () => time;
    const { schema, stage } = await begun({ now });
    const served = [stage.serve([ROOM]), stageOn(schema, { now }).serve([ROOM])];
    const posted = () => served.flatMap((one) => one.posted.map(([, words]) => words));
    const rounds = () => Promise.all(served.map((one) => one.rounds()));
    await rounds();
    expect(posted()).toEqual([]);

    time = new Date('2099-12-02T00:00:30Z');
    await vi.waitUntil(() => posted().length > 0, soon);
    await rounds();
    expect(posted()).toEqual([
      expect.stringMatching(/^Attention\nOn .*January.* 2100 all names are erased, even if/),
    ]);
    expect(await stage.ask('total')).toMatch(/On .*January.* 2100 all names are erased/);
    expect(await stage.ask('report 7d')).toMatch(/On .*January.* 2100 all names are erased/);

    time = new Date('2100-01-01T00:00:30Z');
    const { settings } = petition;
    await eraseWhenDue({
      database: test.database,
      schema,
      ledger: stage.ledger,
      settings,
      today: day('2100-01-01'),
    });
    await vi.waitUntil(() => posted().length > 1, soon);
    await rounds();
    // Either process may have said either: they are listed by process, not by time.
    expect(posted()).toHaveLength(2);
    expect(posted()).toContainEqual(expect.stringMatching(/The names were erased on .*January.* 2100/));
    expect(await stage.ask('total')).not.toContain('all names are erased');
    await Promise.all(served.map((one) => one.end()));
  });

  it('of the last day for the names end with a delivery, whose own day is earlier', async () => {
    const { stage } = await begun({ now: () => new Date('2099-12-03T12:00:00Z') });
    const served = stage.serve([ROOM]);
    await vi.waitUntil(() => served.posted.length > 0, soon);
    const delivered = day('2099-12-01');
    await stage.ledger.changeCampaignState({ closed: delivered, delivered });
    await vi.waitUntil(() => served.posted.length > 1, soon);
    expect(served.posted[1]?.[1]).toContain('The warning no longer stands: a delivery was recorded');
    await served.end();
  });

  it('report a lost platform once from several processes, and its return', async () => {
    let ok = true;
    let looks = 0;
    let stopped: Date | null = null;
    const options = {
      platforms: () => {
        looks += 1;
        return [{ channel: 'telegram', ok }];
      },
      now: () => stopped ?? new Date(),
    };
    const { schema, stage } = await begun(options);
    const other = stageOn(schema, options);
    const served = [stage.serve([ROOM]), other.serve([ROOM])];
    const posted = () => served.flatMap((one) => one.posted);
    await Promise.all(served.map((one) => one.rounds()));
    // The loss is seen and takes no time, however busy the machine is.
    stopped = new Date();
    ok = false;
    const before = looks;
    await vi.waitUntil(() => looks > before + 2, soon);
    ok = true;
    stopped = null;
    await Promise.all(served.map((one) => one.rounds()));
    expect(posted()).toEqual([]);
    ok = false;
    await vi.waitUntil(() => posted().length > 0, soon);
    await Promise.all(served.map((one) => one.rounds()));
    ok = true;
    await vi.waitUntil(() => posted().length > 1, soon);
    await Promise.all(served.map((one) => one.rounds()));
    // Each process keeps what it posted: which of them told of the end is all the same.
    const said = posted().map(([, words]) => words);
    expect(said).toHaveLength(2);
    expect(said).toContainEqual(expect.stringMatching(/Telegram has been out of reach since \d\d:\d\d UTC/));
    expect(said).toContainEqual(expect.stringMatching(/Telegram has been back since \d\d:\d\d UTC/));
    await Promise.all(served.map((one) => one.end()));
  });

  it('about a platform end even if the process that raised them has died', async () => {
    let time = new Date('2026-03-10T12:00:00Z');
    const now = () => time;
    const { schema, stage } = await begun({ now });
    await stage.ledger.staff.revise('alerts-slack', () => ({
      keep: { 'platform:discord': { gone: '2026-03-10T11:59:00.000Z' } },
      result: null,
    }));
    const served = stageOn(schema, { now }).serve([ROOM]);
    await served.rounds();
    expect(served.posted).toEqual([]);
    time = new Date('2026-03-10T12:05:00Z');
    await vi.waitUntil(() => served.posted.length === 1, soon);
    expect(served.posted[0]?.[1]).toContain('Discord has been back since');
    await served.end();
  });
});

describe('a database that is away', () => {
  it('is reported once, with its return, by the process that last held the lease', async () => {
    const postgres = await startPostgres();
    const log = pino({ level: 'silent' });
    const processes = [1, 2].map(() => {
      const database = openServer(postgres.url, { connectTimeoutMs: 500 });
      const stage = openStage(petition, database, 'petition_test', {
        exclusively: (work, elsewhere) =>
          createOwnership(stage.ledger.leases, log).hold('staff', work, elsewhere),
      });
      return { database, stage };
    });
    const served = processes.map(({ stage }) => stage.serve([ROOM]));
    const posted = () => served.flatMap((one) => one.posted.map(([, words]) => words));
    const rounds = () => Promise.any(served.map((one) => one.rounds()));
    await rounds();
    await postgres.stop();
    await vi.waitUntil(() => posted().length > 0, soon);
    await rounds();
    expect(posted()).toHaveLength(1);
    expect(posted()[0]).toContain('The database has been away since');
    await postgres.start();
    await vi.waitUntil(() => posted().length > 1, soon);
    await rounds();
    expect(posted()).toHaveLength(2);
    expect(posted()[1]).toContain('The database has been back since');
    await Promise.all(served.map((one) => one.end()));
    await Promise.all(processes.map(({ database }) => database.close()));
    await postgres.remove();
  });
});
