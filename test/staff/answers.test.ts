import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { StoreUnavailable } from '../../src/storage/database.js';
import { startDatabase, type TestDatabase } from '../support/databases.js';
import { act, person, signOnce } from '../support/people.js';
import { sample } from '../transcripts/sample.js';
import { AMAL, openStage, ROOM, type Stage, tablesOf, textOf } from './stage.js';

const petition = await sample();

/** One character more than a reason may have. */
const LONG = 'x'.repeat(301);

let test: TestDatabase;
beforeAll(async () => {
  test = await startDatabase('embedded');
});
afterAll(() => test.remove());

describe('a command that makes no sense', () => {
  let stage: Stage;
  beforeAll(() => {
    stage = openStage(petition, test.database, test.newSchema());
  });

  it.each([
    ['There is no such command', ''],
    ['There is no such command', 'everything'],
    ['This command takes fewer words', 'total now'],
    ['A report is of today, 7d, 30d or all.', 'report yesterday'],
    ['This command takes fewer words', 'report 7d 30d'],
    ['Write on or off.', 'milestones'],
    ['Write on, weekly or off.', 'digest'],
    ['Write the hour as 09:00', 'digest weekly'],
    ['This command takes fewer words', 'digest off now'],
    ['This command takes fewer words', 'milestones on please'],
    ['Write the hour as 09:00', 'digest on'],
    ['Write the hour as 09:00', 'digest on 24:00 UTC'],
    ['Write the hour as 09:00', 'digest on 09:00'],
    ['Write the hour as 09:00', 'digest on 09:00 Atlantis/Capital'],
    ['Write the hour as 09:00', 'digest on 09:00 +01:00'],
    ['Name one source by its code', 'quarantine'],
    ['Say why', 'quarantine poster'],
    ['Say why', 'quarantine poster --reason'],
    ['Say why', `quarantine poster --reason ${LONG}`],
    ['Name one source', 'quarantine Poster! --reason odd'],
    ['Name one source', 'quarantine poster radio --reason odd'],
    ['Name one source', 'quarantine 2026-02-30 --reason odd'],
    ['Name one source', 'quarantine 2026-03-02..2026-03-01 --reason odd'],
    ['Name one source', 'quarantine poster --source radio --reason odd'],
    ['Name one source', 'quarantine poster 2026-03-01 --reason odd'],
    ['Name one source', 'quarantine --days 2026-03-02..2026-03-01 --reason odd'],
    ['Name one source', 'quarantine --days .. --reason odd'],
    ['Name one source', 'quarantine --age 5-days --reason odd'],
    ['Name one source', 'quarantine --age constructor --reason odd'],
    ['Name one source', 'quarantine --platform Discord! --reason odd'],
    ['Name one source', 'quarantine --language en_GB --reason odd'],
    ['Name one source', 'quarantine --platform --reason odd'],
    ['Name one source', 'quarantine --reason odd --hold'],
    ['the days must not end before today', 'quarantine 2026-03-01 --reason odd --hold'],
    ['the days must not end before today', 'quarantine poster --days ..2026-03-01 --reason odd --hold'],
    ['This command takes fewer words', 'quarantine poster --reason odd --force'],
    ['name no such source', 'quarantine elsewhere --reason odd'],
    ['Name the quarantine by its number', 'release'],
    ['Name the quarantine by its number', 'release one'],
    ['There is no quarantine 7.', 'release 7'],
    ['This command takes fewer words', 'pause now'],
    ['There is no such command', LONG.repeat(300)],
    ['The total: 100', '\u0000\uD800 total'],
  ])('is answered with %j and changes nothing', async (answer, words) => {
    const message = await stage.desk.ask(words, AMAL, ROOM);
    expect(textOf(message)).toContain(answer);
    expect(message.confirm).toBeUndefined();
    expect(await stage.ledger.campaign()).toMatchObject({ paused: false });
    expect(await stage.ledger.staff.quarantines.list()).toEqual([]);
  });
});

describe('a report', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = openStage(petition, test.database, test.newSchema());
    for (let who = 0; who < 26; who += 1) {
      const locale = who < 11 ? 'en' : who < 23 ? 'fr' : 'ar';
      const channel = who % 2 === 0 ? 'telegram' : 'discord';
      await act(stage.ledger, person(who, channel), signOnce({ source: who < 3 ? 'poster' : null, locale }));
    }
  });

  it.each(['', 'today', '7d', '30d', 'all'])(
    'of %j adds up, and shows no number under ten',
    async (period) => {
      const message = await stage.desk.ask(`report ${period}`, AMAL, ROOM);
      const tables = tablesOf(message).slice(1);
      // Sources and ages have one row: they are left out.
      expect(tables.map(({ columns }) => columns[0])).toEqual(['Platform', 'Language']);
      for (const { rows } of tables) {
        const numbers = rows.map(([, number]) => Number(number));
        expect(numbers.slice(0, -1).reduce((sum, number) => sum + number, 0)).toBe(26);
        expect(numbers.at(-1)).toBe(26);
        expect(numbers.every((number) => number >= 10)).toBe(true);
      }
      expect(textOf(message)).not.toContain('ar |');
      expect(message.picture?.png.subarray(0, 4)).toEqual(new Uint8Array([0x89, 0x50, 0x4e, 0x47]));
      expect(message.picture?.alt).toMatch(/Telegram\u2069? 13/);
      expect(message.picture?.alt).toContain('The total grew from 100 to 126; the goal is 200.');
    },
  );
});

describe('`chart`', () => {
  it('is the picture of a report without its tables', async () => {
    const stage = openStage(petition, test.database, test.newSchema());
    const message = await stage.desk.ask('chart 30d', AMAL, ROOM);
    expect(tablesOf(message)).toEqual([]);
    expect(textOf(message)).toMatch(/^Report: .+\(UTC\)\nAll numbers are of one moment/);
    expect(message.picture?.title).toBe('Signatures per day (UTC)');
    expect(textOf(await stage.desk.ask('chart yesterday', AMAL, ROOM))).toContain('A report is of today');
  });
});

describe('a picture that can not be drawn', () => {
  it('stops neither the report nor the daily report, which say so', async () => {
    const draw = () => Promise.reject(new Error('no font'));
    let time = new Date('2026-03-10T12:00:00Z');
    const over = { draw, now: () => time };
    const stage = openStage(petition, test.database, test.newSchema(), over);
    const message = await stage.desk.ask('report all', AMAL, ROOM);
    expect(textOf(message)).toContain('The total is 100.');
    expect(textOf(message)).toContain('The picture could not be drawn.');
    expect(message.picture).toBeUndefined();

    await stage.ask('digest on 13:00 UTC');
    time = new Date('2026-03-10T13:00:10Z');
    const served = stage.serve([ROOM]);
    await vi.waitUntil(() => served.posted.length > 0, { timeout: 20_000 });
    await served.end();
    expect(served.posted[0]?.[1]).toMatch(/^Daily report[\s\S]*The picture could not be drawn\./);
  });
});

describe('while the database is away', () => {
  it('asking and confirming reject with StoreUnavailable', async () => {
    const own = await startDatabase('embedded');
    const stage = openStage(petition, own.database, own.newSchema());
    const { confirm } = await stage.desk.ask('pause', AMAL, ROOM);
    await own.remove();
    await expect(stage.desk.ask('total', AMAL, ROOM)).rejects.toThrow(StoreUnavailable);
    await expect(stage.desk.confirm(confirm?.code ?? '', AMAL, ROOM)).rejects.toThrow(StoreUnavailable);
    expect(await stage.ask('help')).toContain('quarantine SOURCE|DAYS');
  });
});
