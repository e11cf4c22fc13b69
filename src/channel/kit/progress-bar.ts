import { type Progress, shareOf } from '../../petition/progress.js';

const CELLS = 12;

/** The progress to the next goal as a bar of text: it needs no download and no permission, and fits a phone. */
export function progressBar(progress: Progress): string {
  const full = Math.floor(shareOf(progress) * CELLS);
  return `${'▰'.repeat(full)}${'▱'.repeat(CELLS - full)} ${progress.percent}`;
}
