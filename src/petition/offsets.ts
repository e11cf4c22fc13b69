import type { Day } from '../day.js';
import { countOf, type Settings } from './settings.js';

/** Actions that an organisation counted elsewhere. Every public total includes them. */
export type Offset = Settings['offset'][number];

/** A newer figure of one of the counts. An operator recorded it while the bot ran. */
export interface RecordedOffset {
  /** Names the count, as in the content. */
  readonly source: string;
  readonly count: number;
  /** The day on which the figure was read. */
  readonly day: Day;
  /** The day on which it was recorded here. */
  readonly recorded: Day;
}

/**
 * The counts as they stand: those of the content, each with the last figure that was recorded for it. A figure that is
 * older than the content's no longer counts.
 * @param recorded in the order in which they were recorded
 */
export function offsetsNow(
  { offset }: Pick<Settings, 'offset'>,
  recorded: readonly RecordedOffset[],
): readonly Offset[] {
  return offset.map((written) => {
    const newer = recorded.findLast(({ source, day }) => source === written.source && day >= written.day);
    return newer === undefined ? written : { ...written, count: newer.count, day: newer.day };
  });
}

/** The total that the public sees: the actions counted elsewhere plus the signatures that count here. */
export function totalShown(offsets: readonly Offset[], counted: number): number {
  return countOf(offsets) + counted;
}
