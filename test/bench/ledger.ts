import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openServer } from '../../src/storage/server.js';
import { once, type TestPostgres } from '../support/postgres-server.js';
import { benchBooks, SCHEMA } from './campaign.js';
import { expectEqual, keepInFlight, type Measured, median } from './measure.js';
import type { Line } from './report.js';
import { readySigners } from './signers.js';
import type { Stage } from './stage.js';

/** How many times each level runs, in turns with its control. One more round before them warms both up. */
const ROUNDS = 3;
const MILLISECONDS = 1_200;

/** The connections of the plain upserts. */
const CONNECTIONS = 32;

const LEVELS: readonly { readonly inFlight: number; readonly atLeast?: number }[] = [
  { inFlight: 1 },
  { inFlight: 32, atLeast: 2.5 },
  { inFlight: 256 },
  { inFlight: 1024, atLeast: 5 },
];

/** A signature is written with the conversation that led to it: two rows, in one statement with those of others. */
const ROWS = 2;

/** More than the fastest level can sign in its time. */
const MAX_SIGNERS = 30_000;

/**
 * Durable signatures a second: commits of the ledger, each with its conversation encrypted, its name sealed and the
 * tally kept, acknowledged after PostgreSQL's fsync; against upserts of single rows of the same size by plain `pg`.
 */
export async function benchLedger({ postgres, size }: Stage): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { inFlight, atLeast } of size === 'quick' ? LEVELS.slice(1, 2) : LEVELS) {
    const ours: Measured[] = [];
    const plain: Measured[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const { measured, bytes } = await signatures(postgres, inFlight);
      ours.push(measured);
      plain.push(await upserts(postgres, inFlight, bytes));
    }
    const rates = (all: readonly Measured[]) => all.slice(1).map(({ perSecond }) => perSecond);
    const late = (all: readonly Measured[]) => `${median(all.slice(1).map(({ p99 }) => p99)).toFixed(0)} ms`;
    const times = rates(ours).map((rate, round) => rate / (rates(plain)[round] ?? Number.NaN));
    lines.push(
      {
        what: `${inFlight} in flight`,
        value: median(rates(ours)),
        unit: 'signatures/s',
        note: `99 of 100 within ${late(ours)}; plain: ${median(rates(plain)).toFixed(0)} rows/s, within ${late(plain)}`,
      },
      {
        what: `${inFlight} in flight, a signature for an upsert`,
        value: median(times),
        unit: 'times plain upserts',
        note: `row for row: ${(median(times) * ROWS).toFixed(2)} times`,
        ...(atLeast === undefined ? {} : { target: { atLeast } }),
      },
    );
  }
  return lines;
}

async function signatures(
  postgres: TestPostgres,
  inFlight: number,
): Promise<{ measured: Measured; bytes: number }> {
  const url = await postgres.createDatabase();
  const database = openServer(url);
  const campaign = await benchBooks(database);
  const signers = await readySigners(campaign, Math.min(inFlight * 250 + 2_000, MAX_SIGNERS));
  await once(url, 'CHECKPOINT');

  const measured = await keepInFlight(inFlight, MILLISECONDS, () => signers.sign());

  expectEqual('the total', await campaign.ledger.counted(), measured.done);
  expectEqual('drifts', (await campaign.ledger.reconcile()).length, 0);
  const [row] = await database.query<{ signatures: number; bytes: number }>(
    `SELECT (SELECT count(*) FROM ${SCHEMA}.signatures)::integer AS signatures, avg(octet_length(r))::integer AS bytes
     FROM (SELECT s::text FROM ${SCHEMA}.signatures s UNION ALL SELECT c::text FROM ${SCHEMA}.conversations c) t (r)`,
  );
  expectEqual('the rows', row?.signatures ?? 0, measured.done);
  campaign.close();
  await database.close();
  return { measured, bytes: row?.bytes ?? 0 };
}

async function upserts(postgres: TestPostgres, inFlight: number, bytes: number): Promise<Measured> {
  const url = await postgres.createDatabase();
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  // Its connections close in their own time after `end`: the server may be gone first.
  pool.on('error', () => undefined);
  await pool.query('CREATE TABLE plain (key text PRIMARY KEY, value text NOT NULL)');
  await Promise.all(Array.from({ length: CONNECTIONS }, () => pool.query('SELECT pg_sleep(0.05)')));
  await once(url, 'CHECKPOINT');
  const value = randomBytes(bytes).toString('base64').slice(0, bytes);
  const measured = await keepInFlight(inFlight, MILLISECONDS, async () => {
    await pool.query(
      'INSERT INTO plain (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      [randomBytes(32).toString('base64url'), value],
    );
    return true;
  });
  const { rows } = await pool.query<{ rows: number }>('SELECT count(*)::integer AS rows FROM plain');
  expectEqual('the plain rows', rows[0]?.rows ?? 0, measured.done);
  await pool.end();
  return measured;
}
