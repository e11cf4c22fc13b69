import { describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../src/storage/database.js';
import { gather } from '../../src/storage/gather.js';

/** Statements that end when the test ends them. */
function held() {
  const batches: { inputs: readonly number[]; end: () => void }[] = [];
  const run = (inputs: readonly number[]) =>
    new Promise<number[]>((resolve) => {
      batches.push({ inputs, end: () => resolve(inputs.map((input) => input * 10)) });
    });
  return { batches, run };
}

/** Resolves when the batches that may begin have begun: they do in the event loop's next turn. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

const failure = (code: string) => Object.assign(new Error('refused'), { code });

describe('gathered calls', () => {
  it('of the same moment go out together, and each gets its own answer', async () => {
    const { batches, run } = held();
    const call = gather(run, 100);
    const answers = [1, 2, 3].map(call);
    await settle();
    expect(batches.map(({ inputs }) => inputs)).toEqual([[1, 2, 3]]);
    batches[0]?.end();
    expect(await Promise.all(answers)).toEqual([10, 20, 30]);
  });

  it('wait for the next batch while two batches run', async () => {
    const { batches, run } = held();
    const call = gather(run, 100);
    const answers: Promise<number>[] = [];
    for (const input of [1, 2, 3, 4, 5]) {
      answers.push(call(input));
      await settle();
    }
    expect(batches.map(({ inputs }) => inputs)).toEqual([[1], [2]]);
    batches[1]?.end();
    await settle();
    expect(batches.map(({ inputs }) => inputs)).toEqual([[1], [2], [3, 4, 5]]);
    for (const { end } of batches) end();
    expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50]);
  });

  it('never exceed the size of a batch', async () => {
    const { batches, run } = held();
    const call = gather(run, 2);
    const answers = [1, 2, 3, 4, 5].map(call);
    for (let index = 0; index < 3; index += 1) {
      await settle();
      batches[index]?.end();
    }
    expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50]);
    expect(batches.map(({ inputs }) => inputs)).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('are tried one by one after their batch failed, and only the bad one fails', async () => {
    const call = gather(async (inputs: readonly number[]) => {
      if (inputs.includes(13)) throw failure('22P05');
      return inputs;
    }, 100);
    const outcomes = await Promise.allSettled([1, 13, 2].map(call));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('all fail at once if the database is unavailable, without another try', async () => {
    let statements = 0;
    const call = gather(async () => {
      statements += 1;
      throw new StoreUnavailable('timeout');
    }, 100);
    const outcomes = await Promise.allSettled([1, 2, 3].map(call));
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: { code: 'timeout' } });
    expect(statements).toBe(1);
    await expect(call(4)).rejects.toThrow(StoreUnavailable);
  });

  it('are repeated as one batch after a deadlock', async () => {
    const statements: (readonly number[])[] = [];
    const call = gather(async (inputs: readonly number[]) => {
      statements.push(inputs);
      if (statements.length < 3) throw failure('40P01');
      return inputs;
    }, 100);
    expect(await Promise.all([1, 2].map(call))).toEqual([1, 2]);
    expect(statements).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });
});
