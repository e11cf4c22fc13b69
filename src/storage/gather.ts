import DataLoader from 'dataloader';
import { StoreUnavailable, sqlstate } from './database.js';

/**
 * Two statements under way keep the database busy while the next is being gathered; more would only make each
 * smaller.
 */
const LANES = 2;

/** Deadlock detected, serialization failure: nothing was wrong with the statement, and nothing was done. */
const TRY_AGAIN = ['40P01', '40001'];
const TRIES = 3;

/**
 * Gathers calls that come at the same time into few: what comes while two are under way waits for the next.
 * An input that makes its whole batch fail costs the others nothing but time: the batch is then run one by one.
 * @param run takes a batch and gives an output for each input, in order; does all of it or nothing
 * @param largest how many inputs at most make a batch
 */
export function gather<Input, Output>(
  run: (inputs: readonly Input[]) => Promise<readonly Output[]>,
  largest: number,
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
      // Where the database is away, each alone would fail as well, one timeout after the other.
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
    maxBatchSize: largest,
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
