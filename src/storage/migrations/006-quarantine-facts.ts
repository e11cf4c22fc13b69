/*
 * A quarantine can select signatures by several facts together, not only by source and days.
 */

/** @param s the schema, as an identifier */
export const statements = (s: string): string[] => [
  // Null: any platform, any age of the account, any language.
  `ALTER TABLE ${s}.quarantines
    ADD COLUMN channel text COLLATE "C",
    ADD COLUMN age text COLLATE "C",
    ADD COLUMN locale text COLLATE "C"`,
];
