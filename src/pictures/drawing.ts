import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import { z } from 'zod';
import type { ChartData } from '../staff/chart-data.js';
import type { ChartWords } from '../staff/chart-words.js';
import type { Card, CardPicture } from './card.js';

/** What can be drawn: plain values, so that we can post them to the drawing thread. */
export type DrawingJob =
  | { readonly kind: 'chart'; readonly data: ChartData; readonly words: ChartWords }
  | { readonly kind: 'card'; readonly card: Card; readonly picture: CardPicture | null }
  /** An SVG without words, drawn as wide as this, in pixels. */
  | { readonly kind: 'icon'; readonly svg: string; readonly width: number };

/** Many times what a drawing takes on a busy machine. */
const DRAWING_MS = 60_000;

/** The compiled thread is next to this file. */
const THREAD = import.meta.url.endsWith('.ts') ? './drawing-thread.sources.mjs' : './drawing-thread.js';

/** One at a time: answers need no ids, and the other processors stay free for people who sign. */
const drawings = new PQueue({ concurrency: 1 });

/** Staff wait for a chart in a chat. A card is mostly fetched by a program. */
const PRIORITY = { chart: 1, card: 0, icon: 0 } as const;

/** The thread ends after this time without a drawing: its libraries and fonts hold about 80 MB. */
const IDLE_MS = 5 * 60_000;

/** Started for a picture, then kept for the next ones: loading its libraries takes longer than drawing. */
let thread: Worker | null = null;
let ending: NodeJS.Timeout | undefined;

/**
 * Draws a picture as a PNG. It runs in a thread, because it takes long enough to delay people who are signing.
 * @returns rejects if drawing fails; the next call starts a new thread
 */
export function draw(job: DrawingJob): Promise<Uint8Array> {
  return drawings.add(() => drawInThread(job), { priority: PRIORITY[job.kind] });
}

async function drawInThread(job: DrawingJob): Promise<Uint8Array> {
  clearTimeout(ending);
  thread ??= startThread();
  const worker = thread;
  worker.ref();
  try {
    worker.postMessage(job);
    const [png] = await once(worker, 'message', { signal: AbortSignal.timeout(DRAWING_MS) });
    return z.instanceof(Uint8Array).parse(png);
  } catch (error) {
    thread = null;
    await worker.terminate();
    throw error;
  } finally {
    // An idle thread must not keep the process running.
    worker.unref();
    ending = setTimeout(endThread, IDLE_MS).unref();
  }
}

function endThread(): void {
  const worker = thread;
  thread = null;
  void worker?.terminate();
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
