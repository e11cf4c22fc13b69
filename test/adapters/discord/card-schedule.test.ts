import { describe, expect, test } from 'vitest';
import { CARD_PACE, CardSchedule } from '../../../adapters/discord/card-schedule.js';
import { snowflake } from '../../fakes/discord/snowflake.js';

const SHORTEST = 15_000;
const HOUR = 3_600_000;
const card = (age = 0) => ({ channelId: '1', messageId: snowflake(Date.now() - age), locale: 'en' });

describe('which card is edited next', () => {
  test('is none while all show the total', () => {
    const schedule = new CardSchedule(CARD_PACE);
    schedule.add(card(), 10, 0);
    expect(schedule.next(10, HOUR)).toBeNull();
  });

  test('is one that shows another total, at most every 15 seconds while it is new', () => {
    const schedule = new CardSchedule(CARD_PACE);
    const one = card();
    schedule.add(one, 10, 0);
    expect(schedule.next(11, SHORTEST - 1)).toBeNull();
    expect(schedule.next(11, SHORTEST)).toEqual(one);
    schedule.tried(one, 11, SHORTEST);
    expect(schedule.next(12, 2 * SHORTEST - 1)).toBeNull();
  });

  test('waits longer the older the card is, and never longer than six hours', () => {
    const waits = (age: number) => {
      const schedule = new CardSchedule(CARD_PACE);
      const one = card(age);
      schedule.resume(one, 0);
      schedule.tried(one, 10, 0);
      const hours = [1 / 240, 0.09, 0.11, 2.3, 2.5, 5.9, 6.1];
      return hours.find((hour) => schedule.next(11, hour * HOUR) !== null);
    };
    expect(waits(0)).toBe(1 / 240);
    expect(waits(HOUR)).toBe(0.11);
    expect(waits(24 * HOUR)).toBe(2.5);
    expect(waits(1000 * HOUR)).toBe(6.1);
  });

  test("is paced by the process's own clock where it was posted just now, whatever its id", () => {
    for (const messageId of ['7', 'not-an-id', snowflake(Date.now() - 1000 * HOUR)]) {
      const schedule = new CardSchedule(CARD_PACE);
      const one = { ...card(), messageId };
      schedule.add(one, 10, 0);
      expect(schedule.next(11, SHORTEST)).toEqual(one);
    }
  });

  test('has the longest wait where its age is not known', () => {
    const schedule = new CardSchedule(CARD_PACE);
    const one = { ...card(), messageId: 'not-an-id' };
    schedule.resume(one, 0);
    schedule.tried(one, 10, 0);
    expect(schedule.next(11, CARD_PACE.longest - 1)).toBeNull();
    expect(schedule.next(11, CARD_PACE.longest)).toEqual(one);
  });

  test('is every card at once where what all of them say has changed', () => {
    const schedule = new CardSchedule(CARD_PACE);
    const old = card(1000 * HOUR);
    schedule.resume(old, 0);
    schedule.tried(old, 10, 0);
    expect(schedule.next(11, HOUR)).toBeNull();
    schedule.hurry(HOUR);
    expect(schedule.next(10, HOUR)).toEqual(old);
    schedule.tried(old, null, HOUR);
    expect(schedule.next(10, HOUR)).toBeNull();
  });

  test('is each in its turn, so that a busy card starves no other', () => {
    const schedule = new CardSchedule({ ...CARD_PACE, shortest: 1_000 });
    const [one, other] = [card(), card()];
    schedule.add(one, -1, 0);
    schedule.add(other, -1, 0);
    const turns: unknown[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const now = 2_000 * (turn + 1);
      const next = schedule.next(turn, now);
      turns.push(next === one ? 'one' : 'other');
      if (next) schedule.tried(next, turn, now);
    }
    expect(turns).toEqual(['other', 'one', 'other', 'one', 'other', 'one']);
  });

  test('is a new one before many of earlier runs', () => {
    const schedule = new CardSchedule(CARD_PACE);
    for (let old = 0; old < 100; old += 1) schedule.resume(card(24 * HOUR + old), 0);
    const fresh = card();
    schedule.add(fresh, 10, 0);
    expect(schedule.next(11, 2 * SHORTEST)).toEqual(fresh);
  });

  test('forgets the oldest where there are too many, and one that is gone', () => {
    const schedule = new CardSchedule(CARD_PACE);
    const cards = Array.from({ length: 1001 }, () => card());
    for (const one of cards) schedule.add(one, 1, 0);
    expect(schedule.cards).toEqual(cards.slice(1));
    schedule.forget(cards[1] ?? card());
    expect(schedule.cards).toHaveLength(999);
  });
});
