import { pino } from 'pino';
import { expect, it } from 'vitest';
import { keepHouse } from '../src/housekeeping.js';
import { holdings } from '../src/signatures/retention.js';
import { onEachDatabase } from './support/databases.js';
import { act, ledgerOn, person, signing } from './support/people.js';

onEachDatabase('housekeeping', (test) => {
  /** Books in which one person signed, and a day on which the housekeeping looks at them. */
  async function onDay(delivered: string | null, day: string) {
    const house = { database: test.database, schema: test.newSchema() };
    const ledger = ledgerOn(house);
    await act(ledger, person(1), () => signing({ name: 'Canary' }));
    await ledger.changeCampaign({ closed: delivered, delivered });
    const lines: string[] = [];
    const ended = new AbortController();
    const options = {
      retentionDays: 10,
      log: pino({}, { write: (line) => void lines.push(line) }),
      now: () => new Date(`${day}T00:00:00Z`),
    };
    const keeping = keepHouse([{ ...house, ledger }], options, ended.signal);
    // It has looked once when it waits for the next hour; ending it ends that wait.
    ended.abort();
    await keeping;
    return { ...(await holdings(house.database, house.schema)), log: lines.join('') };
  }

  it('erases the names on their day after delivery, and logs how many', async () => {
    const { log, ...left } = await onDay('2026-03-10', '2026-03-20');
    expect(left).toEqual({ names: 0, dataKeys: 0 });
    expect(JSON.parse(log)).toMatchObject({ names: 1, dataKeys: 1, keysLeft: 0 });
    expect(log).not.toContain('Canary');
  });

  it('leaves them alone before it, and as long as the letter was not handed over', async () => {
    expect(await onDay('2026-03-10', '2026-03-19')).toEqual({ names: 1, dataKeys: 1, log: '' });
    expect(await onDay(null, '2099-01-01')).toEqual({ names: 1, dataKeys: 1, log: '' });
  });
});
