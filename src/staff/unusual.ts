/** A normal distribution's standard deviation is this many times its median absolute deviation. */
const DEVIATION_OF_MAD = 1.4826;

/**
 * A count this many deviations above the median is unusual. Ordinary days differ by more than chance, so it is many.
 */
const DEVIATIONS = 6;

/** A count below this many times the median is never unusual, however little the days differ. */
const MIN_TIMES = 2;

/**
 * The usual count, and the highest count that is not unusual. Medians ignore a few days that were waves themselves.
 * @param history the counts of the same period on earlier days, with 0 for days on which nobody signed
 * @param floor no count up to this is unusual
 */
export function usualOf(
  history: readonly number[],
  floor: number,
): { readonly usual: number; readonly limit: number } {
  const usual = median(history);
  const mad = median(history.map((count) => Math.abs(count - usual)));
  // Counts of rare events scatter by their square root, also where a few days happened to be the same.
  const deviation = Math.max(DEVIATION_OF_MAD * mad, Math.sqrt(usual));
  return { usual, limit: Math.max(floor, MIN_TIMES * usual, usual + DEVIATIONS * deviation) };
}

/** The median; 0 for no values. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
