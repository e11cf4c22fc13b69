import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { Day } from '../../src/day.js';
import { type House, keepHouse } from '../../src/signatures/housekeeping.js';
import { holdings } from '../../src/signatures/retention.js';
import { onEachDatabase, rowsOf } from '../support/databases.js';
import { day } from '../support/day.js';
import { act, ledgerOn, person, signing } from '../support/people.js';

const SETTINGS = { retentionDays: 10, keepUntil: day('2027-02-28') };

onEachDatabase('housekeeping', (test) => {
  /** Campaign in which one person signed. */
  async function begun(delivered: Day | null = null) {
    const house = { database: test.database, schema: test.newSchema() };
    const ledger = ledgerOn(house);
    await act(ledger, person(1), () => signing({ name: 'Canary' }));
    await ledger.changeCampaignState({ closed: delivered, delivered });
    return { ...house, ledger };
  }

  /** The housekeeping looks once on a day; gives what it logged. */
  async function look(
    house: Omit<House, 'settings'>,
    today: string,
    clock = () => new Date(),
  ): Promise<string> {
    const lines: string[] = [];
    const ended = new AbortController();
    const options = {
      log: pino({}, { write: (line) => void lines.push(line) }),
      now: () => new Date(`${today}T00:00:00Z`),
      clock,
    };
    const keeping = keepHouse([{ ...house, settings: SETTINGS }], options, ended.signal);
    // It has looked once when it waits for the next hour; ending it ends that wait.
    ended.abort();
    await keeping;
    return lines.join('');
  }

  async function onDay(delivered: Day | null, today: string) {
    const house = await begun(delivered);
    const log = await look(house, today);
    return { ...(await holdings(house.database, house.schema)), log };
  }

  it('erases the names on their day after delivery, and logs how many', async () => {
    const { log, ...left } = await onDay(day('2026-03-10'), '2026-03-20');
    expect(left).toEqual({ names: 0, dataKeys: 0 });
    expect(JSON.parse(log)).toMatchObject({ names: 1, dataKeys: 1, keysLeft: 0 });
    expect(log).not.toContain('Canary');
  });

  it("erases nothing while this machine's clock is ahead of the database's", async () => {
    const house = await begun(day('2026-03-10'));
    const log = await look(house, '2026-03-20', () => new Date(Date.now() + 3_600_000));
    const { names } = await holdings(house.database, house.schema);
    // The embedded database has this machine's clock.
    if (test.database.kind === 'embedded') expect(names).toBe(0);
    else {
      expect(names).toBe(1);
      expect(log).toContain('clock-ahead');
    }
  });

  it('erases no names before that day, nor before delivery', async () => {
    expect(await onDay(day('2026-03-10'), '2026-03-19')).toEqual({ names: 1, dataKeys: 1, log: '' });
    expect(await onDay(null, '2027-01-28')).toEqual({ names: 1, dataKeys: 1, log: '' });
    expect(await onDay(null, '2027-02-27')).toMatchObject({ names: 1, dataKeys: 1 });
  });

  it('warns in the log from 30 days before their last day, unless a delivery erases them earlier', async () => {
    const WARN = 40;
    const { log, ...left } = await onDay(null, '2027-01-29');
    expect(left).toEqual({ names: 1, dataKeys: 1 });
    expect(JSON.parse(log)).toMatchObject({ level: WARN, code: 'keep-until-near', keepUntil: '2027-02-28' });
    expect((await onDay(day('2027-01-28'), '2027-01-29')).log).toBe('');
  });

  it('erases them on their last day even if the letter was never handed over', async () => {
    const { log, ...left } = await onDay(null, '2027-02-28');
    expect(left).toEqual({ names: 0, dataKeys: 0 });
    expect(JSON.parse(log)).toMatchObject({ names: 1, dataKeys: 1, keysLeft: 0 });
  });

  it('recounts once a day, with or without staff, and logs differences', async () => {
    const house = await begun();
    const rows = rowsOf(test, house.schema);
    await rows('DELETE FROM @data_keys');
    await rows("UPDATE @tally SET count = 7 WHERE dimension = 'all'");
    const log = await look(house, '2026-03-20');
    const ERROR = 50;
    const found = log.trim().split('\n');
    expect(found.map((line) => JSON.parse(line))).toMatchObject([
      { level: ERROR, code: 'data-key-missing', count: 1 },
      { level: ERROR, code: 'tally-differs', count: 2 },
    ]);
    expect(await look(house, '2026-03-20')).toBe('');
    expect(await look(house, '2026-03-21')).toContain('data-key-missing');
  });
});
