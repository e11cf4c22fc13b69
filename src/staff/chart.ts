import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import { z } from 'zod';
import type { ChartData } from './chart-data.js';
import { chartWords } from './chart-words.js';
import type { Drawing } from './chart-worker.js';
import type { Voice } from './voice.js';

/** Many times what a busy machine takes. */
const DRAWING_MS = 60_000;

/** Compiled, it stands beside this file. */
const THREAD = import.meta.url.endsWith('.ts') ? './chart-worker.sources.mjs' : './chart-worker.js';

/** One at a time, so that answers need no names, and people who sign have the other processors. */
const drawings = new PQueue({ concurrency: 1 });

/** Begun when the first picture is asked for, and kept: its libraries take longer to load than a picture to draw. */
let thread: Worker | null = null;

/**
 * Draws the chart: a PNG. In a thread of its own, since it takes long enough for people who sign meanwhile to notice.
 * @returns rejects where it can't be drawn; the next is drawn by a new thread
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
      // A thread that rests keeps no process from ending.
      worker.unref();
    }
  });
}

function startThread(): Worker {
  const worker = new Worker(new URL(THREAD, import.meta.url), { execArgv: [] });
  // Whoever waits for a drawing hears of the error; without anybody it must not end the process.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    if (thread === worker) thread = null;
  });
  return worker;
}
