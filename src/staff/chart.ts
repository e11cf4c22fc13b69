import { draw } from '../pictures/drawing.js';
import type { ChartData } from './chart-data.js';
import { chartWords } from './chart-words.js';
import type { Voice } from './voice.js';

/** Draws the chart as a PNG: see `draw`. */
export async function drawChart(data: ChartData, voice: Voice): Promise<Uint8Array> {
  return draw({ kind: 'chart', data, words: chartWords(data, voice) });
}
