import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import { z } from 'zod';
import type { ChartData } from './chart-data.js';
import { chartWords } from './chart-words.js';
import type { Drawing } from './chart-worker.js';
import type { Voice } from './voice.js';

/** Many times what a drawing takes on a busy machine. */
const DRAWING_MS = 60_000;

/** The compiled worker is next to this file. */
const THREAD = import.meta.url.endsWith('.ts') ? './chart-worker.sources.mjs' : './chart-worker.js';

/** One at a time: answers need no ids, and the other processors stay free for people who sign. */
const drawings = new PQueue({ concurrency: 1 });

/** Started for the first picture, then kept: loading its libraries takes longer than drawing. */
let thread: Worker | null = null;

/**
 * Draws the chart as a PNG. It runs in a thread, because it takes long enough to delay people who are
 * signing.
 * @returns rejects if drawing fails; the next call starts a new thread
 */
export function drawChart(data: ChartData, voice: Voice): Promise<Uint8Array> {
  return drawings.add(async () => {
    thread ??= startThread();
    const worker = thread;
    worker.ref();
    try {
      worker.postMessage({ data, words: chartWords(data, voice) } satisfies Drawing);
      const [png] = await once(worker, 'message', { signal: AbortSignal.timeout(DRAWING_MS) });
      return z.instanceof(Uint8Array).parse(png);
    } catch (error) {
      thread = null;
      await worker.terminate();
      throw error;
    } finally {
      // An idle thread must not keep the process running.
      worker.unref();
    }
  });
}

function startThread(): Worker {
  const worker = new Worker(new URL(THREAD, import.meta.url), { execArgv: [] });
  // `once` passes the error to a waiting caller. If nobody waits, the error must not end the process.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    if (thread === worker) thread = null;
  });
  return worker;
}
