import { expect, test } from 'vitest';
import { InFlight } from '../../../src/channel/kit/in-flight.js';
import { until } from '../../support/until.js';

test('work in flight is counted, with the age of the oldest, until it ends, however it ends', async () => {
  const inFlight = new InFlight();
  expect(inFlight.unsent()).toEqual({ answers: 0, oldestMs: 0 });
  let end: () => void = () => undefined;
  const first = inFlight.track(
    new Promise<void>((resolve) => {
      end = resolve;
    }),
  );
  await until(() => inFlight.unsent().oldestMs > 20);
  const failing = inFlight.track(Promise.reject(new Error('no answer')));
  expect(inFlight.unsent().answers).toBe(2);
  await expect(failing).rejects.toThrow('no answer');
  expect(inFlight.unsent().answers).toBe(1);
  expect(inFlight.unsent().oldestMs).toBeGreaterThan(20);
  end();
  await first;
  await inFlight.idle();
  expect(inFlight.unsent()).toEqual({ answers: 0, oldestMs: 0 });
});
