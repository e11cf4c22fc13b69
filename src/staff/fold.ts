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
 * The same for a table whose rows and columns have sums that can be known: what is hidden in any of them is several
 * cells, and ten or more, as far as there are cells. Empty cells show themselves, and hide nobody.
 * @param table rows of equal length
 * @returns for each cell whether it is hidden
 */
export function foldTable(table: readonly (readonly number[])[]): boolean[][] {
  const hidden = table.map((row) => row.map((count) => count > 0 && count < LEAST));
  const width = table[0]?.length ?? 0;
  const rows = table.map((row, y) => row.map((_, x) => [y, x] as const));
  const columns = Array.from({ length: width }, (_, x) => table.map((_, y) => [y, x] as const));
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of [...rows, ...columns]) {
      const counts = line.map(([y, x]) => table[y]?.[x] ?? 0);
      const known = new Set(line.flatMap(([y, x], index) => (hidden[y]?.[x] === true ? [index] : [])));
      for (const index of hiddenIn(counts, known)) {
        const [y, x] = line[index] ?? [];
        const row = y === undefined ? undefined : hidden[y];
        if (row === undefined || x === undefined || known.has(index)) continue;
        row[x] = true;
        changed = true;
      }
    }
  }
  return hidden;
}

/** The cells of one line that are to be hidden, by their places; those that are hidden already stay so. */
function hiddenIn(counts: readonly number[], already: ReadonlySet<number> = new Set()): ReadonlySet<number> {
  const hidden = new Set(already);
  let sum = [...hidden].reduce((total, index) => total + (counts[index] ?? 0), 0);
  const smallestFirst = counts
    .map((count, index) => ({ count, index }))
    .filter(({ count, index }) => count > 0 && !hidden.has(index))
    .sort((one, other) => one.count - other.count);
  for (const { count, index } of smallestFirst) {
    const safe = hidden.size === 0 || (hidden.size > 1 && sum >= LEAST);
    if (count >= LEAST && safe) break;
    hidden.add(index);
    sum += count;
  }
  return hidden;
}
