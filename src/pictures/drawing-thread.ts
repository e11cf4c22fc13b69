import { parentPort } from 'node:worker_threads';
import { FONT } from '../staff/chart-option.js';
import { cardSvg } from './card-svg.js';
import type { DrawingJob } from './drawing.js';
import { measureWith } from './measure.js';
import { svgDrawer } from './svg-drawer.js';

// An error here ends the thread. The drawing's caller gets the error.
parentPort?.on('message', async (job: DrawingJob) => parentPort?.postMessage(await draw(job)));

async function draw(job: DrawingJob): Promise<Uint8Array> {
  const drawer = await svgDrawer();
  switch (job.kind) {
    case 'chart': {
      // Loaded with the first chart: a card needs no ECharts.
      const { chartSvg } = await import('./chart-svg.js');
      return drawer.png(chartSvg(job.data, job.words, measureWith(drawer.widthOf, FONT)));
    }
    case 'card': {
      const svg = cardSvg(job.card, job.picture, drawer.widthOf);
      // WhatsApp shows no picture of more than 300 KB.
      return job.picture === null ? drawer.png(svg) : drawer.palettePng(svg);
    }
    case 'icon':
      return drawer.png(job.svg, job.width);
  }
}
