import { describe, expect, test } from 'vitest';
import { CARD_PACE, CardSchedule } from '../../../adapters/discord/card-schedule.js';
import { snowflake } from '../../fakes/discord/snowflake.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const card = (age = 0) => ({ channelId: '1', messageId: snowflake(Date.now() - age), locale: 'en' });

describe('which card is edited next', () => {
  test('is none while all show the total', () => {
    const schedule = new CardSchedule(CARD_PACE);
    schedule.add(card(), 10, 0);
    expect(schedule.next(10, HOUR)).toBeNull();
  });

  test('is one that shows another total, at most once a minute while it is new', () => {
    const schedule = new CardSchedule(CARD_PACE);
    const one = card();
    schedule.add(one, 10, 0);
    expect(schedule.next(11, MINUTE - 1)).toBeNull();
    expect(schedule.next(11, MINUTE)).toEqual(one);
    schedule.tried(one, 11, MINUTE);
    expect(schedule.next(12, 2 * MINUTE - 1)).toBeNull();
  });

  test('waits longer the older the card is, and never longer than six hours', () => {
    const waits = (age: number) => {
      const schedule = new CardSchedule(CARD_PACE);
      const one = card(age);
      schedule.add(one, 10, 0);
      schedule.tried(one, 10, 0);
      const hours = [1 / 60, 0.09, 0.11, 2.3, 2.5, 5.9, 6.1];
      return hours.find((hour) => schedule.next(11, hour * HOUR) !== null);
    };
    expect(waits(0)).toBe(1 / 60);
    expect(waits(HOUR)).toBe(0.11);
    expect(waits(24 * HOUR)).toBe(2.5);
    expect(waits(1000 * HOUR)).toBe(6.1);
  });

  test('is each in its turn, so that a busy card starves no other', () => {
    const schedule = new CardSchedule({ ...CARD_PACE, shortest: 10 });
    const [one, other] = [card(), card()];
    schedule.add(one, null, 0);
    schedule.add(other, null, 0);
    const turns: unknown[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      const next = schedule.next(turn, 100 + turn * 20);
      turns.push(next === one ? 'one' : 'other');
      if (next) schedule.tried(next, turn, 100 + turn * 20);
    }
    expect(turns).toEqual(['one', 'other', 'one', 'other', 'one', 'other']);
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
