/** Numbers smaller than this could stand for people whom somebody knows. */
export const LEAST = 10;

/** How many signatures have a value. */
export interface Cell {
  readonly value: string;
  readonly count: number;
}

/** What may be shown of a breakdown. `folded` and the cells shown add up to the whole. */
export interface Folded {
  /** The largest first. */
  readonly cells: readonly Cell[];
  /** How many signatures are not told apart; 0: all are. */
  readonly folded: number;
}

/**
 * Puts cells under ten together. Whoever subtracts what is shown from the whole learns what is folded in all: that is
 * never a single cell, nor less than ten, since then the next smallest is folded as well. Where there are too few
 * cells for that, nothing is told apart.
 */
export function fold(values: Readonly<Record<string, number>>): Folded {
  const cells = Object.entries(values)
    .filter(([, count]) => count > 0)
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  const hidden = hiddenIn(cells.map(({ count }) => count));
  return {
    cells: cells.filter((_, index) => !hidden.has(index)),
    folded: cells.reduce((sum, { count }, index) => (hidden.has(index) ? sum + count : sum), 0),
  };
}

/**
 * Of a table of groups over time, the columns that may be told apart by group. The sums of all rows and columns are
 * taken to be known, so what is not told must not follow from them. A column is told if each of its cells is empty or
 * ten or more; then further ones are left untold, the smallest first, until in what is untold
 * - every group has nothing, or ten or more;
 * - two groups have something; so have two columns then, since a single one would have been told.
 *
 * That is enough: with a group's sum m, a column's sum s and the sum t of all that is untold, their cell can be
 * anything from max(0, m + s - t) to min(m, s), and since both m and s are less than t, that is never one number.
 * A single group is told throughout: its cells are the columns' sums.
 * @param table a row for each group, of equal length, each with a sum of ten or more
 */
export function toldColumns(table: readonly (readonly number[])[]): boolean[] {
  const rows = table.filter((row) => sumOf(row) > 0);
  const columns = (table[0] ?? []).map((_, x) => rows.map((row) => row[x] ?? 0));
  if (rows.length < 2) return columns.map(() => true);
  const told = columns.map((column) => column.every((count) => count === 0 || count >= LEAST));
  for (;;) {
    const untold = columns.filter((_, x) => told[x] === false);
    if (untold.length === 0) return told;
    const left = rows.map((_, y) => sumOf(untold.map((column) => column[y] ?? 0)));
    const few = left.map((count) => count > 0 && count < LEAST);
    const alone = left.filter((count) => count > 0).length < 2;
    if (!few.includes(true) && !alone) return told;
    // The groups of which a further column has to have something.
    const lacking = few.includes(true) ? few : left.map((count) => count === 0);
    const [further] = columns
      .map((column, x) => ({ column, x, sum: sumOf(column) }))
      .filter(({ column, x }) => told[x] === true && column.some((count, y) => count > 0 && lacking[y]))
      .sort((one, other) => one.sum - other.sum);
    if (further === undefined) return told.map(() => false);
    told[further.x] = false;
  }
}

/** The cells that are to be hidden, by their places. */
function hiddenIn(counts: readonly number[]): ReadonlySet<number> {
  const hidden = new Set<number>();
  let sum = 0;
  const smallestFirst = counts
    .map((count, index) => ({ count, index }))
    .sort((one, other) => one.count - other.count);
  for (const { count, index } of smallestFirst) {
    const safe = hidden.size === 0 || (hidden.size > 1 && sum >= LEAST);
    if (count >= LEAST && safe) break;
    hidden.add(index);
    sum += count;
  }
  return hidden;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
