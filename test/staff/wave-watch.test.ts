import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchSources } from '../../src/staff/source-watch.js';
import { watchWaves } from '../../src/staff/wave-watch.js';
import { startDatabase, type TestDatabase } from '../support/databases.js';
import { sample } from '../transcripts/sample.js';
import { listening, openStage } from './stage.js';

const petition = await sample();
const hour = (number: number, minute = 0) => new Date(Date.UTC(2026, 2, 20, number, minute));
const daysBefore = (date: Date, days: number) => new Date(date.getTime() - days * 86_400_000);
const DAY = hour(0);

let test: TestDatabase;
beforeAll(async () => {
  test = await startDatabase('embedded');
});
afterAll(() => test.remove());

/** A campaign with signatures by the hour and the day; `look` gives what staff hear at a time. */
async function begin(alertLimits: Partial<typeof petition.settings.alerts> = {}) {
  const schema = test.newSchema();
  let time = hour(12);
  const { settings } = petition;
  const watched = { ...petition, settings: { ...settings, alerts: { ...settings.alerts, ...alertLimits } } };
  const { context, ledger } = openStage(watched, test.database, schema, { now: () => time });
  const { alerts, heard } = listening(context);
  await ledger.counted();
  return {
    async sign(dimension: string, value: string, since: Date, count: number) {
      await test.database.query(
        `INSERT INTO ${schema}.tally AS t (dimension, value, movement, since, count)
         VALUES ($1, $2, 'signed', $3::timestamp, $4)
         ON CONFLICT (dimension, value, movement, since) DO UPDATE SET count = t.count + excluded.count`,
        [dimension, value, since.toISOString().slice(0, 19), count],
      );
    },
    async look(at: Date) {
      time = at;
      await watchWaves(context, alerts, 'job');
      await watchSources(context, alerts, 'job');
      return heard();
    },
  };
}

describe('a wave', () => {
  it('is told once, with all that stands out together, and its end', async () => {
    const { sign, look } = await begin();
    for (let back = 1; back <= 10; back += 1) {
      await sign('all', '', daysBefore(DAY, back), 900);
      await sign('age', 'under-7-days', daysBefore(DAY, back), 12);
      await sign('locale', 'en', daysBefore(DAY, back), 900);
      for (const at of [10, 11]) await sign('channel', 'discord', daysBefore(hour(at), back), 40 + back);
    }
    await sign('channel', 'discord', hour(10), 45);
    await sign('locale', 'en', DAY, 700);
    expect(await look(hour(10, 59))).toEqual([]);

    await sign('channel', 'discord', hour(11), 499);
    await sign('source', 'poster', hour(11), 480);
    await sign('age', 'under-7-days', DAY, 510);
    const told = await look(hour(11, 20));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Far more people than usual are signing:');
    expect(told[0]).toContain('Platform: Discord – within an hour 529, usual at this time of day: 46');
    expect(told[0]).toContain(
      'Source: poster – within an hour 480, usual at this time of day: fewer than 10',
    );
    expect(told[0]).toContain(
      'Age of the account: under 7 days – today (UTC) 510, usual for a whole day: 12',
    );
    expect(told[0]).not.toContain('Language');

    await sign('channel', 'discord', hour(11), 100);
    expect(await look(hour(11, 50))).toEqual([]);
    const over = await look(hour(13, 1));
    expect(over).toHaveLength(1);
    expect(over[0]).toContain('The number of signatures is ordinary again:\n');
    expect(over[0]).toContain('Platform: Discord');
    expect(over[0]).not.toContain('Age of the account');
    // The day ends by itself.
    expect(await look(daysBefore(DAY, -1))).toEqual([]);
  });

  it('is not what comes every day at that hour, nor where Telegram tells no age', async () => {
    const { sign, look } = await begin();
    for (let back = 1; back <= 4; back += 1) {
      await sign('all', '', daysBefore(DAY, back), 5_000);
      await sign('channel', 'telegram', daysBefore(hour(9), back), 1_500 + 100 * back);
    }
    await sign('channel', 'telegram', hour(9), 2_400);
    await sign('age', 'unknown', DAY, 90_000);
    expect(await look(hour(9, 30))).toEqual([]);
  });

  it('is not told once more by its language, but new accounts in it are', async () => {
    const { sign, look } = await begin();
    await sign('all', '', DAY, 200);
    await sign('channel', 'discord', hour(8), 200);
    expect(await look(hour(8, 30))).toHaveLength(1);
    await sign('locale', 'en', DAY, 600);
    expect(await look(hour(8, 40))).toEqual([]);
    await sign('age', 'under-7-days', DAY, 600);
    expect(await look(hour(8, 50))).toEqual([expect.stringContaining('under 7 days – today (UTC) 600')]);
    await sign('locale', 'ar', daysBefore(DAY, -1), 501);
    expect(await look(hour(24 + 9))).toHaveLength(2);
  });

  it('of a new campaign begins at the floor', async () => {
    const { sign, look } = await begin({ unusualPerHour: 20 });
    await sign('all', '', DAY, 21);
    await sign('channel', 'slack', hour(8), 20);
    expect(await look(hour(8, 59))).toEqual([]);
    await sign('channel', 'slack', hour(8), 1);
    expect(await look(hour(8, 59))).toEqual([expect.stringContaining('Platform: Slack – within an hour 21')]);
  });
});

describe('the daily ceiling of a source', () => {
  it('is told once, however slowly they come, and when it is over', async () => {
    const { sign, look } = await begin({ sourcePerDay: 1_000, unusualPerHour: 1_000_000 });
    const night = (index: number) => new Date(hour(20).getTime() + index * 3_600_000);
    for (let index = 0; index < 10; index += 1) await sign('source', 'page', night(index), 100);
    expect(await look(night(9.5))).toEqual([]);
    await sign('source', 'page', night(9), 1);
    expect(await look(night(9.5))).toEqual([
      expect.stringContaining('More than 1,000 signatures within 24 hours come from one source: page.'),
    ]);
    expect(await look(night(12))).toEqual([]);
    expect(await look(night(24))).toEqual([
      expect.stringContaining('The source page is back to an ordinary number of signatures within 24 hours.'),
    ]);
  });
});
