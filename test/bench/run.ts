import { launchPostgres, type TestPostgres } from '../support/postgres-server.js';
import { type Line, print, reached, save } from './report.js';
import { benchSignatures } from './signatures.js';
import { benchTelegram } from './telegram.js';
import { benchTotal } from './total.js';
import { benchTurns } from './turns.js';

const PARTS: Readonly<Record<string, [string, (postgres: TestPostgres) => Promise<Line[]>]>> = {
  signatures: ['Durable signatures a second, in turns with plain single-row upserts', benchSignatures],
  turns: ['Turns through the conductor', benchTurns],
  total: ['GET /api/total', benchTotal],
  telegram: ['Sending on Telegram, below hidden ceilings', benchTelegram],
};

// On a real PostgreSQL with its own defaults, which wait for the disk, reached over TCP.
const postgres = await launchPostgres({ settings: { fsync: 'on' }, tcp: true });
try {
  const wanted = process.argv.slice(2);
  const results: Record<string, Line[]> = {};
  for (const [name, [title, bench]] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const lines = await bench(postgres);
    print(title, lines);
    results[name] = lines;
  }
  await save(results);
  const missed = Object.values(results)
    .flat()
    .filter((line) => reached(line) === false);
  if (missed.length > 0) process.exitCode = 1;
} finally {
  await postgres.remove();
}
