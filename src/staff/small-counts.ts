/** Smaller counts could point to a person. */
export const MIN_SHOWN = 10;

/** How many signatures have a value. */
export interface Cell {
  readonly value: string;
  readonly count: number;
}

/** The part of a breakdown that may be shown. `suppressed` and the cells add up to the whole. */
export interface Suppressed {
  /** The largest first. */
  readonly cells: readonly Cell[];
  /** How many signatures are in suppressed cells; 0 if none are. */
  readonly suppressed: number;
}

/**
 * Small-count suppression: merges cells under ten. Anyone can subtract the shown cells from the whole, and so
 * learn the sum of the suppressed ones. That sum must not be a single cell or less than ten, so we also
 * suppress the next smallest cell until it is safe. With too few cells for that, we suppress all.
 */
export function suppressSmallCounts(values: Readonly<Record<string, number>>): Suppressed {
  const cells = Object.entries(values)
    .filter(([, count]) => count > 0)
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  const hidden = hiddenIn(cells.map(({ count }) => count));
  return {
    cells: cells.filter((_, index) => !hidden.has(index)),
    suppressed: cells.reduce((sum, { count }, index) => (hidden.has(index) ? sum + count : sum), 0),
  };
}

/**
 * Decides which columns of a table (groups over time) may show their groups. Readers may know the sums of all
 * rows and columns, so hidden cells must not follow from them. A column may show its groups if each cell is
 * empty or ten or more. Then we hide more columns, the smallest first, until in the hidden part
 * - every group has nothing, or ten or more;
 * - two groups have something. Then two columns have something too, since a single one would have been shown.
 *
 * That is enough. Take a group's sum m, a column's sum s and the sum t of all that is hidden. Their cell can
 * be anything from max(0, m + s - t) to min(m, s). Both m and s are less than t, so that is never one number.
 * A single group is always shown: its cells are the columns' sums.
 * @param table a row for each group, of equal length, each with a sum of ten or more
 */
export function showableColumns(table: readonly (readonly number[])[]): boolean[] {
  const rows = table.filter((row) => sumOf(row) > 0);
  const columns = (table[0] ?? []).map((_, x) => rows.map((row) => row[x] ?? 0));
  if (rows.length < 2) return columns.map(() => true);
  const told = columns.map((column) => column.every((count) => count === 0 || count >= MIN_SHOWN));
  for (;;) {
    const untold = columns.filter((_, x) => told[x] === false);
    if (untold.length === 0) return told;
    const left = rows.map((_, y) => sumOf(untold.map((column) => column[y] ?? 0)));
    const few = left.map((count) => count > 0 && count < MIN_SHOWN);
    const alone = left.filter((count) => count > 0).length < 2;
    if (!few.includes(true) && !alone) return told;
    // The groups that need something in one more hidden column.
    const lacking = few.includes(true) ? few : left.map((count) => count === 0);
    const [further] = columns
      .map((column, x) => ({ column, x, sum: sumOf(column) }))
      .filter(({ column, x }) => told[x] === true && column.some((count, y) => count > 0 && lacking[y]))
      .sort((one, other) => one.sum - other.sum);
    if (further === undefined) return told.map(() => false);
    told[further.x] = false;
  }
}

/** The indexes of the cells to suppress. */
function hiddenIn(counts: readonly number[]): ReadonlySet<number> {
  const hidden = new Set<number>();
  let sum = 0;
  const smallestFirst = counts
    .map((count, index) => ({ count, index }))
    .sort((one, other) => one.count - other.count);
  for (const { count, index } of smallestFirst) {
    const safe = hidden.size === 0 || (hidden.size > 1 && sum >= MIN_SHOWN);
    if (count >= MIN_SHOWN && safe) break;
    hidden.add(index);
    sum += count;
  }
  return hidden;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
