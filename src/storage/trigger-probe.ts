import { type Query, StoreUnavailable, sqlstate } from './database.js';
import { withoutTriggers } from './server-session.js';

/**
 * Whether an SQLSTATE says that the database does not know such triggers: 0A is "not supported", 42 a syntax error or
 * an unknown object, XX the "internal error" of databases that only speak PostgreSQL's protocol. A full disk or a
 * timeout says nothing about triggers. 42501, permission denied: the migration explains it to the operator.
 */
function isUnsupported(state: string | null): boolean {
  return state !== null && state !== '42501' && /^(0A|42|XX)/.test(state);
}

/**
 * Checks, inside an open transaction, that the database has statement triggers with transition tables. It leaves
 * nothing behind. Databases that only speak PostgreSQL's protocol refuse such triggers, or never fire them.
 * @param s a schema in which the role may create tables
 * @throws UnsuitableDatabase
 */
export async function probeTriggers(query: Query, s: string): Promise<void> {
  const [found] = await query<{ product: string }>('SELECT version() AS product');
  const product = found?.product.split(/[ ,]/)[0] ?? 'a database';
  await query('SAVEPOINT probe');
  try {
    await query(`CREATE TABLE ${s}.probe_rows (n integer)`);
    await query(`CREATE TABLE ${s}.probe_counts (n bigint)`);
    await query(
      `CREATE FUNCTION ${s}.probe() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         INSERT INTO ${s}.probe_counts SELECT count(*) FROM added;
         RETURN NULL;
       END $$`,
    );
    await query(
      `CREATE TRIGGER probe AFTER INSERT ON ${s}.probe_rows REFERENCING NEW TABLE AS added
       FOR EACH STATEMENT EXECUTE FUNCTION ${s}.probe()`,
    );
    await query(`INSERT INTO ${s}.probe_rows VALUES (1), (2)`);
    const counts = await query<{ n: string }>(`SELECT n::text AS n FROM ${s}.probe_counts`);
    if (counts.length !== 1 || counts[0]?.n !== '2') throw withoutTriggers(product);
  } catch (error) {
    if (error instanceof StoreUnavailable || !isUnsupported(sqlstate(error))) throw error;
    throw withoutTriggers(product, { cause: error });
  }
  await query('ROLLBACK TO SAVEPOINT probe');
  await query('RELEASE SAVEPOINT probe');
}
