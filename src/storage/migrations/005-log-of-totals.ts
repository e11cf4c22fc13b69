/*
 * The public log of the total: its entries and its signed heads. Rows are only ever added.
 */

/** @param s the schema, as an identifier */
export const statements = (s: string): string[] => [
  `CREATE TABLE ${s}.log_entries (
    -- From 0, without a gap.
    position integer PRIMARY KEY CHECK (position >= 0),
    -- The exact text that is hashed.
    entry text NOT NULL,
    -- The last day that this entry and the ones before it cover.
    day date NOT NULL
  )`,
  `CREATE TABLE ${s}.log_heads (
    size integer NOT NULL,
    day date NOT NULL,
    note text NOT NULL,
    PRIMARY KEY (size, day)
  )`,
  `CREATE FUNCTION ${s}.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% on %.%: the public log only grows', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME;
  END $$`,
  ...['log_entries', 'log_heads'].map(
    (table) => `CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ${s}.${table}
      FOR EACH STATEMENT EXECUTE FUNCTION ${s}.refuse_change()`,
  ),
];
