/*
 * Says which process does a job that only one process may do, and until when.
 */

/** @param s the schema, as an identifier */
export const statements = (s: string): string[] => [
  `CREATE TABLE ${s}.leases (
    job text COLLATE "C" PRIMARY KEY,
    -- Random, new for each run of a process.
    holder text NOT NULL,
    -- Grows with every new holder.
    number bigint NOT NULL,
    -- By this server's clock.
    until timestamptz NOT NULL
  ) WITH (fillfactor = 50)`,
];
