/*
 * Which process does a job that only one may do, and until when.
 */

/** @param s the schema, as an identifier */
export const statements = (s: string): string[] => [
  `CREATE TABLE ${s}.leases (
    job text COLLATE "C" PRIMARY KEY,
    -- Random, of one run of a process.
    holder text NOT NULL,
    -- Grows with every holder.
    number bigint NOT NULL,
    -- By this server's clock.
    until timestamptz NOT NULL
  ) WITH (fillfactor = 50)`,
];
