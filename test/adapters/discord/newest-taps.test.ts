import { expect, test } from 'vitest';
import { NewestTaps } from '../../../adapters/discord/newest-taps.js';

const tap = (id: string, message: string | null = 'screen') => ({
  id,
  user: { id: 'person' },
  message: message === null ? null : { id: message },
});

test('a tap is superseded by the next one on the same message, and by none on another', () => {
  const taps = new NewestTaps(10);
  const first = taps.record(tap('1'));
  expect(first()).toBe(false);
  taps.record(tap('2', 'another screen'));
  expect(first()).toBe(false);
  const second = taps.record(tap('3'));
  expect(first()).toBe(true);
  expect(second()).toBe(false);
});

test('a tap that is no longer remembered is answered, since it may be the newest', () => {
  const taps = new NewestTaps(1);
  const forgotten = taps.record(tap('1'));
  taps.record(tap('2', 'another screen'));
  expect(forgotten()).toBe(false);
});

test('a command is on no message, and never superseded', () => {
  const taps = new NewestTaps(10);
  const first = taps.record(tap('1', null));
  taps.record(tap('2', null));
  expect(first()).toBe(false);
});
