import { describe, expect, it } from 'vitest';
import { growthOfLastWeek } from '../../src/signatures/last-week.js';
import { createPublicTotal } from '../../src/signatures/public-total.js';
import { day } from '../support/day.js';

const OFFSET = { count: 100, source: 'a list of ours', day: day('2026-11-01') };

function totalOf(refreshSeconds: number) {
  const world = {
    counted: 10,
    reads: 0,
    away: false,
    now: new Date('2026-11-22T12:00:05Z'),
    offsets: [OFFSET],
    week: { before: 0, gained: 0 },
    weeksRead: [] as string[],
  };
  const total = createPublicTotal({
    count: async () => {
      world.reads += 1;
      if (world.away) throw new Error('away');
      return world.counted;
    },
    offsets: async () => world.offsets,
    lastWeek: growthOfLastWeek(
      async (from, until) => {
        world.weeksRead.push(`${from} ${until}`);
        if (world.away) throw new Error('away');
        return world.week;
      },
      () => world.now,
    ),
    refreshSeconds,
    now: () => world.now,
  });
  return { world, total };
}

describe('the public total', () => {
  it('moves at once if the interval is zero', async () => {
    const { world, total } = totalOf(0);
    expect((await total.read()).counted).toBe(10);
    world.counted = 11;
    expect((await total.read()).counted).toBe(11);
  });

  it('moves once a minute in a campaign, on the minute', async () => {
    const { world, total } = totalOf(60);
    expect((await total.read()).counted).toBe(10);
    world.counted = 11;
    world.now = new Date('2026-11-22T12:00:59Z');
    expect((await total.read()).counted).toBe(10);
    world.now = new Date('2026-11-22T12:01:00Z');
    const published = await total.read();
    expect(published).toEqual({
      counted: 11,
      offsets: [OFFSET],
      total: 111,
      lastWeek: null,
      asOf: world.now,
    });
    expect(world.reads).toBe(2);
  });

  it('moves with a newer figure of a count elsewhere, and tells its listeners', async () => {
    const { world, total } = totalOf(60);
    const seen: number[] = [];
    const end = total.watch((published) => void seen.push(published.total));
    expect((await total.read()).total).toBe(110);
    world.offsets = [{ ...OFFSET, count: 250 }];
    world.now = new Date('2026-11-22T12:01:00Z');
    expect((await total.read()).total).toBe(260);
    expect(seen).toEqual([260]);
    end();
  });

  it('falls when the database has fewer, and tells its listeners', async () => {
    const { world, total } = totalOf(60);
    const seen: number[] = [];
    const end = total.watch(({ counted }) => void seen.push(counted));
    await total.read();
    world.counted = 7;
    world.now = new Date('2026-11-22T12:01:00Z');
    expect((await total.read()).counted).toBe(7);
    expect(seen).toEqual([7]);
    end();
  });

  it('asks the database once for concurrent requests', async () => {
    const { world, total } = totalOf(60);
    await Promise.all(Array.from({ length: 100 }, () => total.read()));
    expect(world.reads).toBe(1);
  });

  it('gives no number while the database is unavailable, and the right one afterwards', async () => {
    const { world, total } = totalOf(60);
    world.away = true;
    await expect(total.read()).rejects.toThrow('away');
    world.away = false;
    expect((await total.read()).counted).toBe(10);
  });

  it('keeps moving when the clock is set back', async () => {
    const { world, total } = totalOf(0);
    await total.read();
    world.counted = 11;
    world.now = new Date('2026-11-22T11:00:00Z');
    expect((await total.read()).counted).toBe(11);
  });

  it('tells its listeners of a change until they stop listening', async () => {
    const { world, total } = totalOf(0);
    const heard: number[] = [];
    const stop = total.watch(({ counted }) => heard.push(counted));
    await total.read();
    world.counted = 11;
    await total.read();
    await total.read();
    stop();
    world.counted = 12;
    await total.read();
    expect(heard).toEqual([11]);
    total.close();
  });
});

describe('the last week of the public total', () => {
  it('is the seven whole days before today, read once a day', async () => {
    const { world, total } = totalOf(0);
    Object.assign(world, { counted: 500, week: { before: 380, gained: 110 } });
    expect((await total.read()).lastWeek).toBe(110);
    world.now = new Date('2026-11-22T23:59:59Z');
    await total.read();
    expect(world.weeksRead).toEqual(['2026-11-15 2026-11-22']);
    world.now = new Date('2026-11-23T00:00:00Z');
    world.week = { before: 390, gained: 108 };
    expect((await total.read()).lastWeek).toBe(108);
    expect(world.weeksRead).toEqual(['2026-11-15 2026-11-22', '2026-11-16 2026-11-23']);
  });

  it('is never from one to nine, and nothing where the tally keeps it back', async () => {
    for (const [gained, shown] of [
      [-3, null],
      [0, null],
      [9, null],
      [10, 10],
      [null, null],
    ] as const) {
      const { world, total } = totalOf(0);
      Object.assign(world, { counted: 300, week: { before: 100, gained } });
      expect((await total.read()).lastWeek).toBe(shown);
    }
  });

  it('is not more than what is left of it today, and not moved by signatures of today', async () => {
    const { world, total } = totalOf(0);
    Object.assign(world, { counted: 220, week: { before: 100, gained: 110 } });
    expect((await total.read()).lastWeek).toBe(110);
    world.counted = 160;
    expect((await total.read()).lastWeek).toBe(60);
    world.counted = 95;
    expect((await total.read()).lastWeek).toBeNull();
  });

  it('is read again after a failure', async () => {
    const { world, total } = totalOf(0);
    Object.assign(world, { counted: 220, week: { before: 100, gained: 110 }, away: true });
    await expect(total.read()).rejects.toThrow('away');
    world.away = false;
    expect((await total.read()).lastWeek).toBe(110);
    expect(world.weeksRead).toHaveLength(2);
  });
});
