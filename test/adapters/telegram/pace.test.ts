import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ceiling } from '../../fakes/telegram/hidden-ceiling.js';
import { Rush } from '../../support/telegram-rush.js';
import { VirtualTime } from '../../support/virtual-time.js';
import { sample } from '../../transcripts/sample.js';

const SETTLED_MS = 60_000;

/**
 * The higher a ceiling, the sooner it has shown enough calls: the highest shows in one minute four times as many as the
 * lowest in three, and 60 a second in one and a half twice as many.
 */
function endMs(perSecond: number): number {
  if (perSecond >= 200) return SETTLED_MS + 60_000;
  return SETTLED_MS + (perSecond >= 60 ? 90_000 : 180_000);
}

const PER_SECOND = [15, 30, 60, 200];
const COUNTS = ['all', 'messages'] as const;
const CASES = PER_SECOND.flatMap((perSecond) =>
  COUNTS.flatMap((counts) => [1, 2].map((processes) => ({ perSecond, counts, processes }))),
);

/** On average a person reads for three seconds between two taps. */
const THINK_MS = 3_000;

describe('the pace of sending, against a ceiling that Telegram does not tell', () => {
  let time: VirtualTime;
  let rush: Rush | undefined;
  beforeEach(() => {
    time = new VirtualTime();
    time.begin();
  });
  afterEach(() => {
    rush?.end();
    time.end();
  });

  function begin(ceiling: Ceiling, processes: number, people: number): Rush {
    rush = new Rush(time, { ceiling, processes, people, thinkMs: THINK_MS });
    return rush;
  }

  test.each(CASES)(
    'fills it while more people tap than it allows: $perSecond a second over $counts, $processes processes',
    async ({ perSecond, counts, processes }) => {
      const found = begin({ perSecond, counts, lockoutSeconds: 3 }, processes, perSecond * 6);
      await time.pass(endMs(perSecond));
      // With seven calls a second, one call more or less is a seventh.
      const least = perSecond / processes < 10 ? 0.85 : 0.9;
      expect(found.throughput(SETTLED_MS, endMs(perSecond))).toBeGreaterThanOrEqual(least);
      expect(found.refusedPart(SETTLED_MS, endMs(perSecond))).toBeLessThanOrEqual(0.03);
      expect(found.disorder()).toBe(0);
    },
  );

  test.each(CASES)(
    'lets nobody wait for 5 s at 80 % load: $perSecond a second over $counts, $processes processes',
    async ({ perSecond, counts, processes }) => {
      const taps = (0.8 * perSecond) / (counts === 'all' ? 2 : 1);
      const people = Math.round((taps * THINK_MS) / 1_000);
      const found = begin({ perSecond, counts, lockoutSeconds: 3 }, processes, people);
      await time.pass(endMs(perSecond));
      expect(found.longestWaitMs(SETTLED_MS)).toBeLessThanOrEqual(5_000);
      expect(found.refusedPart(SETTLED_MS, endMs(perSecond))).toBeLessThanOrEqual(0.03);
      expect(found.disorder()).toBe(0);
    },
  );

  test.each([30, 3_600, 30_000])('runs into a pause of %i s only once', async (lockoutSeconds) => {
    const found = begin({ perSecond: 30, counts: 'messages', lockoutSeconds }, 1, 180);
    await time.pass(20_000);
    const [pacer] = found.pacers;
    expect(found.telegram.lockouts).toBe(1);
    expect(pacer?.heldForMs()).toBeGreaterThan(0);
    const during = found.refusals.length;
    await time.pass(lockoutSeconds * 1_000 + 60_000);
    // Not one call came too early, and there was no second pause.
    expect(found.refusals).toHaveLength(during);
    expect(found.telegram.lockouts).toBe(1);
    expect(found.throughput(time.now - 30_000, time.now)).toBeGreaterThan(0.4);
    expect(found.disorder()).toBe(0);
  });

  test('leaves out nobody when 500 people come within a second', async () => {
    const found = begin({ perSecond: 30, counts: 'messages', lockoutSeconds: 3 }, 1, 500);
    await time.pass(40_000);
    const answered = [...found.arrived.keys()].filter((chat) => chat <= 500);
    expect(answered).toHaveLength(500);
    expect(found.disorder()).toBe(0);
  });

  test('announces to 1,000 people beside 40 who walk, each once, and lets nobody wait for 5 s', async () => {
    const petition = await sample();
    const found = begin({ perSecond: 30, counts: 'messages', lockoutSeconds: 3 }, 1, 40);
    await time.pass(SETTLED_MS);
    const announcing = found.announce(petition, 1_000);
    let over = false;
    void announcing.then(() => {
      over = true;
    });
    for (let seconds = 0; seconds < 400 && !over; seconds += 1) await time.pass(1_000);
    expect(found.announced()).toEqual(Array.from({ length: 1_000 }, () => 1));
    expect(found.longestWaitMs(SETTLED_MS)).toBeLessThanOrEqual(5_000);
    expect(found.disorder()).toBe(0);
  });

  test('announces up to 25 a second while the bot is idle, and ten a second once people come', async () => {
    const petition = await sample();
    const found = begin({ perSecond: 30, counts: 'messages', lockoutSeconds: 3 }, 1, 0);
    void found.announce(petition, 2_000);
    const told = () => found.announced().length;
    await time.pass(20_000);
    const before = told();
    await time.pass(20_000);
    expect((told() - before) / 20).toBeGreaterThan(20);
    expect((told() - before) / 20).toBeLessThanOrEqual(25.1);
    found.come(40);
    await time.pass(10_000);
    const among = told();
    await time.pass(20_000);
    expect((told() - among) / 20).toBeGreaterThan(4);
    expect((told() - among) / 20).toBeLessThanOrEqual(10.1);
    expect(found.longestWaitMs(0)).toBeLessThanOrEqual(5_000);
    expect(found.disorder()).toBe(0);
  });

  test('goes on while Telegram takes 2 s for each answer', async () => {
    rush = new Rush(time, {
      ceiling: { perSecond: 60, counts: 'messages', lockoutSeconds: 3 },
      processes: 1,
      people: 100,
      thinkMs: THINK_MS,
      latencyMs: 1_000,
    });
    await time.pass(60_000);
    expect(rush.telegram.refused).toBe(0);
    expect(rush.longestWaitMs(0)).toBeLessThan(8_000);
  });
});
