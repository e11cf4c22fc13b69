import pg from 'pg';
import { pseudonyms } from '../../../src/signatures/pseudonym.js';
import { schemaName } from '../../../src/storage/schema-name.js';
import { PEPPER } from './bot.js';
import { supporter } from './supporter.js';

const PETITION = 'zefzafi';
export const SCHEMA = schemaName(PETITION, false);

/** What the database holds after a fault, against what people were told. */
export interface Counts {
  /** People who saw the thanks. */
  readonly thanked: number;
  readonly rows: number;
  /** The total as it is shown. */
  readonly tally: number;
  /** Thanked, and not in the table: may never be more than nobody. */
  readonly lost: readonly number[];
  /** In the table without thanks: they were told "not confirmed", or their bot was killed before the answer. */
  readonly unthanked: number;
  /** Rows that the total counts and the table does not have, or the other way round. */
  readonly miscounted: number;
  /** Rows whose name is sealed under a key that is not there: it can never be read again. */
  readonly keyless: number;
}

/** Runs one statement on a connection of its own. */
export async function sql(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Compares the people who were thanked with what a database holds. */
export async function count(url: string, thanked: Iterable<number>): Promise<Counts> {
  const ids = pseudonyms(PEPPER, PETITION);
  const rows = await sql(url, `SELECT key FROM ${SCHEMA}.signatures`);
  const keys = new Set(rows.map(({ key }) => key));
  const [totals] = await sql(
    url,
    `SELECT (SELECT coalesce(sum(count), 0)::integer FROM ${SCHEMA}.tally
             WHERE dimension = 'all' AND movement = 'standing') AS tally,
            (SELECT count(*)::integer FROM ${SCHEMA}.signatures s
             WHERE NOT EXISTS (SELECT FROM ${SCHEMA}.data_keys k WHERE k.id = s.data_key)) AS keyless`,
  );
  const people = new Set(thanked);
  const lost = [...people].filter((person) => !keys.has(ids.of('signature', supporter(person))));
  const tally = Number(totals?.tally);
  return {
    thanked: people.size,
    rows: keys.size,
    tally,
    lost,
    unthanked: keys.size - (people.size - lost.length),
    miscounted: Math.abs(tally - keys.size),
    keyless: Number(totals?.keyless),
  };
}
