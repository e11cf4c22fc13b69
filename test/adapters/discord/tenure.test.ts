import { setImmediate as turn } from 'node:timers/promises';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { holdBeyondLoss } from '../../../adapters/discord/tenure.js';
import type { Ownership } from '../../../src/channel/ownership.js';

/** A lock that goes and comes as the test says. */
function lock() {
  const lost = new AbortController();
  const held: { elsewhere?: (() => void) | undefined; term?: Promise<void> } = {};
  const ownership: Ownership = {
    hold(_job, work, elsewhere) {
      held.elsewhere = elsewhere;
      held.term = work(lost.signal);
      held.term.catch(() => undefined);
      return async () => undefined;
    },
  };
  return { ownership, held, lose: () => lost.abort() };
}

describe('work that goes on beyond the loss of its lock', () => {
  test("hurts nobody when it fails, and ends when the job is another's", async () => {
    const lines: string[] = [];
    const log = pino({ base: null }, { write: (line) => lines.push(line) });
    const { ownership, held, lose } = lock();
    let fail = (_error: Error) => {};
    const work = () => new Promise<void>((_resolve, reject) => (fail = reject));
    const release = holdBeyondLoss({ ownership, job: 'work', log, work });
    lose();
    await held.term;
    held.elsewhere?.();
    fail(new TypeError('no'));
    await turn();
    expect(lines.join()).toContain('a job failed before it ended');
    await release();
  });

  test('is ended whole when a part of it fails', async () => {
    const { ownership, held } = lock();
    const signals: AbortSignal[] = [];
    const release = holdBeyondLoss({
      ownership,
      job: 'work',
      log: pino({ enabled: false }),
      work: async (signal) => {
        signals.push(signal);
        throw new TypeError('no');
      },
    });
    await expect(held.term).rejects.toThrow(TypeError);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    await release();
  });
});
