import type { Database } from '../../src/storage/database.js';
import { openServer } from '../../src/storage/server.js';
import { benchBooks } from './campaign.js';
import { expectEqual } from './measure.js';
import type { Line } from './report.js';
import type { Stage } from './stage.js';
import { TURNS, walk } from './walk.js';

/** Walking at the same time. */
const PEOPLE = 512;
const WALKS_EACH = 2;

/** People's whole walks through the conductor, and what they cost the database. */
export async function benchTurns(postgres: TestPostgres): Promise<Line[]> {
  const server = openServer(await postgres.createDatabase());
  const statements = { reading: 0, writing: 0 };
  const campaign = await benchBooks(counting(server, statements));

  await walk(campaign.conductor, 'first'); // makes the hour's data key
  Object.assign(statements, { reading: 0, writing: 0 });
  await walk(campaign.conductor, 'alone');
  const alone = { ...statements };

  Object.assign(statements, { reading: 0, writing: 0 });
  const started = performance.now();
  await Promise.all(
    Array.from({ length: PEOPLE }, async (_, who) => {
      for (let time = 0; time < WALKS_EACH; time += 1) await walk(campaign.conductor, `${who}/${time}`);
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const turns = PEOPLE * WALKS_EACH * TURNS;
  const needed = statements.reading + statements.writing;
  expectEqual('the total', await campaign.ledger.counted(), PEOPLE * WALKS_EACH + 2);
  expectEqual('drifts', (await campaign.ledger.reconcile()).length, 0);
  campaign.close();
  await server.close();
  return [
    { what: 'one person alone', value: alone.reading / TURNS, unit: 'reads a turn', target: { atMost: 1 } },
    { what: 'one person alone', value: alone.writing / TURNS, unit: 'writes a turn', target: { atMost: 1 } },
    {
      what: `${PEOPLE} people at once`,
      value: turns / seconds,
      unit: 'turns/s',
      note: `${needed} statements for ${turns} turns`,
    },
  ];
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
