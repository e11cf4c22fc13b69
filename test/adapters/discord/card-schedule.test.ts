import { describe, expect, test } from 'vitest';
import { CARD_PACE, type Card, CardSchedule } from '../../../adapters/discord/card-schedule.js';
import { snowflake } from '../../fakes/discord/snowflake.js';

const SHORTEST = 15_000;
const HOUR = 3_600_000;

/** A card in a channel of its own, outside of servers. */
const card = (age = 0): Card => ({
  guildId: null,
  channelId: snowflake(),
  messageId: snowflake(Date.now() - age),
  locale: 'en',
  ending: null,
});

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

  test('is the last edit of the oldest where there are too many; one that is gone is forgotten', () => {
    const schedule = new CardSchedule(CARD_PACE);
    const cards = Array.from({ length: 1001 }, () => card());
    for (const one of cards) schedule.add(one, 1, 0);
    const [oldest = card(), second = card()] = cards;
    const ended = { ...oldest, ending: { movedTo: null } };
    expect(schedule.next(1, 0)).toEqual(ended);
    schedule.forget(ended);
    expect(schedule.next(1, 0)).toBeNull();
    schedule.forget(second);
    expect(schedule.cards).toEqual(cards.slice(2));
  });

  test("is the last edit of a channel's older card when a newer one takes over, also after a restart", () => {
    const channelId = snowflake();
    const [older, newer] = [
      { ...card(HOUR), channelId },
      { ...card(), channelId },
    ];
    const posted = new CardSchedule(CARD_PACE);
    posted.add(older, 1, 0);
    posted.add(newer, 1, 0);
    const moved = { ...older, ending: { movedTo: newer.messageId } };
    expect(posted.next(1, 0)).toEqual(moved);
    const resumed = new CardSchedule(CARD_PACE);
    resumed.add(newer, 1, 0);
    resumed.resume(older, 0);
    expect(resumed.next(1, 0)).toEqual(moved);
    resumed.tried(moved, null, 0);
    expect(resumed.next(1, SHORTEST - 1)).toBeNull();
    expect(resumed.next(1, SHORTEST)).toEqual(moved);
  });

  test('leaves a server twenty cards, its newest, and takes none from another server', () => {
    const schedule = new CardSchedule(CARD_PACE);
    const other = { ...card(), guildId: '2' };
    schedule.add(other, 1, 0);
    const cards = Array.from({ length: 30 }, () => ({ ...card(), guildId: '1' }));
    for (const one of cards) schedule.add(one, 1, 0);
    const live = schedule.cards.filter(({ ending }) => ending === null);
    expect(live).toEqual([other, ...cards.slice(10)]);
  });
});
