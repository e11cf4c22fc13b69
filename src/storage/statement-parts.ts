/** Adds a parameter and returns its placeholder, `$1`. */
export type Bind = (value: unknown) => string;

/** Binds a column of strings, one for each row. */
export function texts<Row>(bind: Bind, rows: readonly Row[], text: (row: Row) => string): string {
  return `${bind(rows.map(text))}::text[]`;
}

/**
 * The condition that the conversation of a change was saved. The statement is planned once for any number of people.
 * "IS TRUE" keeps the planner from a join that compares every row with every other.
 */
export const SAVED = '(owner IN (SELECT key FROM saved)) IS TRUE';
