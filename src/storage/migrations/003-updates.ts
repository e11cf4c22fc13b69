/* The people who asked for updates, and the last announcement that each of them got. */

/** @param s the schema, as an identifier */
export const statements = (s: string): string[] => [
  // The signature's own pseudonym, so that a person who withdraws it gets no announcement either.
  `CREATE TABLE ${s}.contacts (
    key text COLLATE "C" PRIMARY KEY
      REFERENCES ${s}.signatures (key) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    -- How to reach the person and what they agreed to, encrypted under a key derived from the pepper.
    value text NOT NULL,
    channel text COLLATE "C" NOT NULL,
    -- The last announcement that this person is not to get any more.
    announced integer NOT NULL
  )`,
  `ALTER TABLE ${s}.contacts ALTER COLUMN value SET STORAGE EXTERNAL`,
  `CREATE TABLE ${s}.announcements (
    number integer PRIMARY KEY,
    -- Of the text, so that a run that was cut short is taken up where it was.
    digest text COLLATE "C" NOT NULL UNIQUE,
    begun date NOT NULL,
    finished date
  )`,
];
