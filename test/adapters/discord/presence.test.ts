import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Presence } from '../../../adapters/discord/presence.js';

const AWAY_MS = 60_000;

describe('whether a client of Discord is lost', () => {
  let presence: Presence;
  let lost: number;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    presence = new Presence(AWAY_MS);
    lost = 0;
    presence.onLost(() => {
      lost += 1;
    });
  });
  afterEach(() => {
    presence.end();
    vi.useRealTimers();
  });

  test('is not asked while its shards come in one after another, however many', () => {
    for (let shard = 0; shard < 30; shard += 1) {
      vi.advanceTimersByTime(AWAY_MS - 1);
      presence.back(shard);
    }
    expect(presence.complete()).toBe(true);
    vi.advanceTimersByTime(10 * AWAY_MS);
    expect(lost).toBe(0);
  });

  test('is so when none comes in at the start, or comes back after a loss, for the whole time', () => {
    vi.advanceTimersByTime(AWAY_MS);
    expect(lost).toBe(1);
    presence.back(0);
    expect(presence.complete()).toBe(true);
    presence.away(0);
    vi.advanceTimersByTime(AWAY_MS - 1);
    // Another failed try is no sign of life.
    presence.away(0);
    vi.advanceTimersByTime(1);
    expect(lost).toBe(2);
  });

  test('tells how long every shard was in, without the time after the last was lost', () => {
    vi.advanceTimersByTime(5_000);
    expect(presence.heldMs).toBe(0);
    presence.back(0);
    presence.complete();
    vi.advanceTimersByTime(7_000);
    expect(presence.heldMs).toBe(7_000);
    presence.away(0);
    vi.advanceTimersByTime(9_000);
    expect(presence.heldMs).toBe(7_000);
  });

  test('is not asked any more after its end', () => {
    presence.end();
    vi.advanceTimersByTime(AWAY_MS);
    expect(lost).toBe(0);
  });
});
