import { expect, test } from 'vitest';
import { InOrder } from '../../../src/channel/kit/in-order.js';

/** A promise that the test ends. */
function held() {
  let end: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { promise, end };
}

test('the work of one key waits for its earlier work, and that of another key does not', async () => {
  const people = new InOrder<string>();
  const first = held();
  const done: string[] = [];
  const work = (name: string, before: Promise<void>) => async () => {
    await before;
    done.push(name);
  };
  const all = [
    people.run('amina', work('her first', first.promise)),
    people.run('amina', work('her second', Promise.resolve())),
  ];
  await people.run('karim', work('his first', Promise.resolve()));
  expect(done).toEqual(['his first']);
  first.end();
  await Promise.all(all);
  expect(done).toEqual(['his first', 'her first', 'her second']);
});

test('work that fails holds nobody up', async () => {
  const people = new InOrder<string>();
  const fails = people.run('amina', () => Promise.reject(new Error('no')));
  const next = people.run('amina', async () => 'done');
  await expect(fails).rejects.toThrow('no');
  expect(await next).toBe('done');
});
