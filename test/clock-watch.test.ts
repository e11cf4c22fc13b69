import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { watchClock } from '../src/clock-watch.js';
import { openServer } from '../src/storage/server.js';
import { createDatabase } from './support/postgres.js';

describe('the watch on the clock', () => {
  let address: string;
  beforeAll(async () => {
    address = await createDatabase();
  });

  /** Watches with a clock that is ahead by so many seconds, until it has been looked at so often. */
  async function watched(ahead: () => number, looks: number, url = address) {
    const lines: Record<string, unknown>[] = [];
    const log = pino({ base: null }, { write: (line) => void lines.push(JSON.parse(line)) });
    const database = openServer(url, { connectTimeoutMs: 1_000 });
    const ended = new AbortController();
    let asked = 0;
    const now = () => {
      // Each look asks before and after its statement, or only before where there was no answer.
      asked += 1;
      return new Date(Date.now() + ahead() * 1_000);
    };
    const watching = watchClock({ database, log, now }, ended.signal, { lookMs: 1, awayMs: 1 });
    await expect.poll(() => asked, { timeout: 30_000 }).toBeGreaterThanOrEqual(looks * 2);
    ended.abort();
    await watching;
    await database.close();
    return lines;
  }

  it.each([120, -3_600])('says at each look that it is %d seconds ahead', async (seconds) => {
    const lines = await watched(() => seconds, 3);
    expect(lines.length).toBeGreaterThanOrEqual(2);
    for (const line of lines) {
      expect(line).toMatchObject({ level: 50, msg: expect.stringContaining('set both by NTP') });
      expect(Math.abs(Number(line.secondsAhead) - seconds)).toBeLessThan(20);
    }
  });

  it('says nothing while the clocks agree, give or take half a minute', async () => {
    expect(await watched(() => 30, 3)).toEqual([]);
  });

  it('says that they agree again, once', async () => {
    let seconds = 600;
    const lines = await watched(() => {
      seconds -= 100;
      return Math.max(0, seconds);
    }, 8);
    expect(lines.at(-1)).toMatchObject({ level: 30, msg: expect.stringContaining('agree again') });
    expect(lines.filter(({ level }) => level === 30)).toHaveLength(1);
  });

  it('waits for a database that is away', async () => {
    expect(await watched(() => 600, 3, 'postgresql://me@127.0.0.1:1/nowhere')).toEqual([]);
  });
});
