import DataLoader from 'dataloader';
import { StoreUnavailable, sqlstate } from './database.js';

/**
 * Two running statements keep the database busy while we gather the next one. More would only make the batches
 * smaller.
 */
const LANES = 2;

/** Deadlock detected, serialization failure: the statement was right, and nothing was done. */
const TRY_AGAIN = ['40P01', '40001'];
const TRIES = 3;

/**
 * Batches concurrent calls: while two batches run, new calls wait for the next one. If one input makes its batch
 * fail, the inputs are run one by one, so the others lose only time.
 * @param run takes a batch and returns an output for each input, in order; does all of it or nothing
 * @param maxBatch how many inputs a batch has at most
 */
export function gather<Input, Output>(
  run: (inputs: readonly Input[]) => Promise<readonly Output[]>,
  maxBatch: number,
): (input: Input) => Promise<Output> {
  let free = LANES;
  const waiting: (() => void)[] = [];

  async function persistent(inputs: readonly Input[]): Promise<readonly Output[]> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await run(inputs);
      } catch (error) {
        if (tried === TRIES || !TRY_AGAIN.includes(sqlstate(error) ?? '')) throw error;
      }
    }
  }

  async function oneByOne(inputs: readonly Input[]): Promise<(Output | Error)[]> {
    const outputs: (Output | Error)[] = [];
    for (const input of inputs) {
      outputs.push(...(await persistent([input]).catch((error: Error) => [error])));
    }
    return outputs;
  }

  async function batch(inputs: readonly Input[]): Promise<readonly (Output | Error)[]> {
    try {
      return await persistent(inputs);
    } catch (error) {
      // While the database is away, each input alone would fail too, one timeout after another.
      if (inputs.length === 1 || error instanceof StoreUnavailable) throw error;
      return await oneByOne(inputs);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  }

  const loader = new DataLoader<Input, Output>(batch, {
    cache: false,
    maxBatchSize: maxBatch,
    batchScheduleFn(dispatch) {
      if (free === 0) {
        waiting.push(dispatch);
      } else {
        free -= 1;
        setImmediate(dispatch);
      }
    },
  });
  return (input) => loader.load(input);
}
