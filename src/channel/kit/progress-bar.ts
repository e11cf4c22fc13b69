import type { Locale } from '../../petition/formats.js';
import { intlTag } from '../../petition/formats.js';

const CELLS = 12;

/**
 * The progress to the next goal as a bar of text: it needs no download and no permission, and fits a phone.
 * The share is rounded down, so that a goal is never shown as reached too early.
 * @param locale for the format of the percentage
 */
export function progressBar({ total, goal }: { total: number; goal: number }, locale: Locale): string {
  const share = goal > 0 ? Math.min(total / goal, 1) : 1;
  const full = Math.floor(share * CELLS);
  const percent = Math.floor(share * 100) / 100;
  const written = new Intl.NumberFormat(intlTag(locale), { style: 'percent' }).format(percent);
  return `${'▰'.repeat(full)}${'▱'.repeat(CELLS - full)} ${written}`;
}
