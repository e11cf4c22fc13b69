import pg from 'pg';

/** Whether the driver can make sense of an address of a PostgreSQL server; it asks nobody. */
export function isServerAddress(address: string): boolean {
  if (!/^postgres(ql)?:\/\/./.test(address)) return false;
  try {
    new pg.Client({ connectionString: address });
    return true;
  } catch {
    return false;
  }
}
