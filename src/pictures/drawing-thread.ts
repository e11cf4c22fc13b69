import { parentPort } from 'node:worker_threads';
import { cardSvg } from './card-svg.js';
import type { DrawingJob } from './drawing.js';
import { svgDrawer } from './svg-drawer.js';

// An error here ends the thread. The drawing's caller gets the error.
parentPort?.on('message', async (job: DrawingJob) => parentPort?.postMessage(await draw(job)));

async function draw(job: DrawingJob): Promise<Uint8Array> {
  const drawer = await svgDrawer();
  switch (job.kind) {
    case 'chart': {
      // Loaded with the first chart: a card needs no ECharts.
      const { chartSvg } = await import('./chart-svg.js');
      return drawer.png(chartSvg(job.data, job.words));
    }
    case 'card':
      return drawer.png(cardSvg(job.card, job.picture, drawer.widthOf));
    case 'icon':
      return drawer.png(job.svg, job.width);
  }
}
