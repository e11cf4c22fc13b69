/* Signatures that staff set aside: not counted until they are released. They are not deleted. */

/** @param s the schema, as an identifier */
export const statements = (s: string): string[] => [
  `CREATE TABLE ${s}.quarantines (
    number integer PRIMARY KEY,
    -- Those that came by this code, '' for none; null: whatever the code.
    source text COLLATE "C",
    -- Those of these days (UTC), both included; null: no bound.
    from_day date,
    until_day date,
    -- Whether new ones that came by this code are set aside as well, until released.
    hold boolean NOT NULL,
    reason text NOT NULL,
    -- Who did it: keyed hashes of staff's accounts.
    set_by text NOT NULL,
    set_on timestamp NOT NULL,
    released_by text,
    released_on timestamp
  )`,
  // The quarantines that hold a signature: it counts again when the last of them is released.
  `ALTER TABLE ${s}.signatures ADD COLUMN set_aside_by integer[] NOT NULL DEFAULT '{}'`,
  `ALTER TABLE ${s}.signatures ADD CONSTRAINT set_aside_by_quarantines
    CHECK ((status = 'set-aside') = (set_aside_by <> '{}'))`,
  // Finds the few that are set aside without reading all.
  `CREATE INDEX signatures_set_aside ON ${s}.signatures (key) WHERE status = 'set-aside'`,
];
