import { describe, expect, test } from 'vitest';
import { CardLimits } from '../../../adapters/discord/card-limits.js';

const limits = () =>
  new CardLimits({
    person: { cooldown: 100, most: 3, within: 10_000 },
    server: { cooldown: 10, most: 50, within: 10_000 },
  });

describe('who may post a card', () => {
  test('is everybody once, and then after a pause: a person a longer one than a server', () => {
    const one = limits();
    expect(one.admit('amina', 'server', 0)).toBe(0);
    expect(one.admit('amina', 'elsewhere', 40)).toBe(60);
    expect(one.admit('yusuf', 'server', 4)).toBe(6);
    expect(one.admit('yusuf', 'server', 10)).toBe(0);
    expect(one.admit('amina', 'elsewhere', 100)).toBe(0);
  });

  test('is nobody without end: one person who tries a thousand times gets only as many as the limit', () => {
    const one = limits();
    const admitted = Array.from({ length: 1_000 }, (_, index) =>
      one.admit('amina', `server ${index}`, index * 9),
    );
    expect(admitted.filter((wait) => wait === 0)).toHaveLength(3);
    expect(one.admit('yusuf', 'server', 9_000)).toBe(0);
    expect(one.admit('amina', 'elsewhere', 9_999)).toBe(1);
    expect(one.admit('amina', 'elsewhere', 10_000)).toBe(0);
  });

  test('is not counted where the card was not posted', () => {
    const one = limits();
    one.admit('amina', 'server', 0);
    one.giveBack('amina', 'server', 0);
    expect(one.admit('amina', 'server', 1)).toBe(0);
  });
});
