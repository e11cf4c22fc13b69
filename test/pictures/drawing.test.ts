import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { draw } from '../../src/pictures/drawing.js';

const SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>';

/** All threads that are started from now on, in order. */
function startedThreads(): readonly Worker[] {
  const threads: Worker[] = [];
  const note = (message: unknown) =>
    threads.push(z.object({ worker: z.instanceof(Worker) }).parse(message).worker);
  subscribe('worker_threads', note);
  onTestFinished(() => {
    unsubscribe('worker_threads', note);
  });
  return threads;
}

it('ends the drawing thread when nothing was drawn for five minutes, and starts another for the next picture', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const minutes = (count: number) => vi.advanceTimersByTime(count * 60_000);
  const threads = startedThreads();
  const drawIcon = () => draw({ kind: 'icon', svg: SQUARE, width: 16 });

  await drawIcon();
  // A former test in this process can have left its thread.
  minutes(5);
  await drawIcon();
  const started = threads.length;
  minutes(4);
  await drawIcon();
  minutes(4);
  await drawIcon();
  const thread = threads.at(-1);
  if (thread === undefined) throw new Error('no thread was started');
  const ended = once(thread, 'exit');
  minutes(5);
  await ended;
  expect(threads.length).toBe(started);
  expect((await drawIcon()).subarray(1, 4)).toEqual(new Uint8Array([0x50, 0x4e, 0x47]));
  expect(threads.length).toBe(started + 1);
});
