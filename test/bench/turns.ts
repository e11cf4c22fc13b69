import pg from 'pg';
import type { Database } from '../../src/storage/database.js';
import { openServer } from '../../src/storage/server.js';
import { once } from '../support/postgres-server.js';
import { benchBooks, SCHEMA } from './campaign.js';
import { expectEqual, median } from './measure.js';
import type { Line } from './report.js';
import type { Stage } from './stage.js';
import { TURNS, walk } from './walk.js';

/** Walking at the same time. */
const PEOPLE = 512;

/** Each round in turns with its control. One more round before them warms both up. */
const ROUNDS = 3;

/** The connections of the plain reads and upserts. */
const CONNECTIONS = 32;

/** People's whole walks through the conductor, and what they cost the database; beside a plain read and upsert a turn. */
export async function benchTurns({ postgres, sized }: Stage): Promise<Line[]> {
  const url = await postgres.createDatabase();
  const server = openServer(url);
  const statements = { reading: 0, writing: 0 };
  const campaign = await benchBooks(counting(server, statements));

  await walk(campaign.conductor, 'first'); // makes the hour's data key
  Object.assign(statements, { reading: 0, writing: 0 });
  await walk(campaign.conductor, 'alone');
  const alone = { ...statements };

  Object.assign(statements, { reading: 0, writing: 0 });
  const walksEach = sized({ quick: 1, plain: 2 });
  const turns = PEOPLE * walksEach * TURNS;
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const took = await secondsFor(PEOPLE, async (who) => {
      for (let time = 0; time < walksEach; time += 1)
        await walk(campaign.conductor, `${round}/${who}/${time}`);
    });
    ours.push(turns / took);
    const [row] = await once(
      url,
      `SELECT avg(octet_length(value))::integer AS bytes FROM ${SCHEMA}.conversations`,
    );
    plain.push(await plainTurns(await postgres.createDatabase(), walksEach * TURNS, Number(row?.bytes)));
  }
  const needed = statements.reading + statements.writing;
  expectEqual('the total', await campaign.ledger.counted(), PEOPLE * walksEach * (ROUNDS + 1) + 2);
  expectEqual('drifts', (await campaign.ledger.reconcile()).length, 0);
  campaign.close();
  await server.close();
  const times = ours.map((rate, round) => rate / (plain[round] ?? Number.NaN)).slice(1);
  return [
    { what: 'one person alone', value: alone.reading / TURNS, unit: 'reads a turn', target: { atMost: 1 } },
    { what: 'one person alone', value: alone.writing / TURNS, unit: 'writes a turn', target: { atMost: 1 } },
    {
      what: `${PEOPLE} people at once`,
      value: median(ours.slice(1)),
      unit: 'turns/s',
      note: `${needed} statements for ${turns * (ROUNDS + 1)} turns`,
    },
    {
      what: `${PEOPLE} people at once, a turn for a plain read and upsert`,
      value: median(times),
      unit: 'times plain',
      note: `plain: ${median(plain.slice(1)).toFixed(0)} a second`,
    },
  ];
}

/** How long so many tasks take that run at the same time. */
async function secondsFor(count: number, task: (index: number) => Promise<void>): Promise<number> {
  const started = performance.now();
  await Promise.all(Array.from({ length: count }, (_, index) => task(index)));
  return (performance.now() - started) / 1_000;
}

/** Turns a second as a bot with a table of sessions makes them: it reads a person's row, and writes it. */
async function plainTurns(url: string, turnsEach: number, bytes: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  // Its connections close in their own time after `end`: the server may be gone first.
  pool.on('error', () => undefined);
  await pool.query('CREATE TABLE plain (key integer PRIMARY KEY, value text NOT NULL)');
  const value = 'x'.repeat(bytes);
  const took = await secondsFor(PEOPLE, async (who) => {
    for (let turn = 0; turn < turnsEach; turn += 1) {
      await pool.query('SELECT value FROM plain WHERE key = $1', [who]);
      await pool.query(
        'INSERT INTO plain (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
        [who, value],
      );
    }
  });
  const { rows } = await pool.query<{ rows: number }>('SELECT count(*)::integer AS rows FROM plain');
  expectEqual('the plain rows', rows[0]?.rows ?? 0, PEOPLE);
  await pool.end();
  return (PEOPLE * turnsEach) / took;
}

/** A database that counts the statements that read and those that write. */
function counting(database: Database, statements: { reading: number; writing: number }): Database {
  return {
    ...database,
    query: (sql, parameters) => {
      if (/\b(INSERT|UPDATE|DELETE)\b/.test(sql)) statements.writing += 1;
      else statements.reading += 1;
      return database.query(sql, parameters);
    },
  };
}
