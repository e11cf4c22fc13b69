import { type Progress, shareOf } from '../../petition/progress.js';
import { type Block, paragraph } from '../../petition/rich-text.js';

const CELLS = 12;

/** The progress to the next goal as a bar of text: it needs no download and no permission, and fits a phone. */
export function progressBar(progress: Progress): string {
  const full = Math.floor(shareOf(progress) * CELLS);
  return `${'▰'.repeat(full)}${'▱'.repeat(CELLS - full)} ${progress.percent}`;
}

/** The blocks with a bar below each paragraph that tells the total. */
export function withProgressBars(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.progress !== undefined
      ? [block, paragraph(progressBar(block.progress))]
      : [block],
  );
}

/** The progress that a message tells, if it tells the total. */
export function progressIn(blocks: readonly Block[]): Progress | undefined {
  return blocks.flatMap((block) => (block.kind === 'paragraph' && block.progress) || [])[0];
}
