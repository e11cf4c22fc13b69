import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/free-port.js';
import { PEPPER, RECIPIENT } from '../support/people.js';
import { once } from '../support/postgres-server.js';
import { builtProgram } from '../support/program.js';
import { SCHEMA } from './campaign.js';
import { type Bot, OUR_FLAGS, startBot } from './processes.js';

/** The built program, with the platform that these variables configure. */
export async function startOurBot(
  databaseUrl: string,
  env: Readonly<Record<string, string>>,
  file = builtProgram('test/bench/programs/bot'),
  argv: readonly string[] = [],
): Promise<Bot> {
  const dataDir = mkdtempSync(join(tmpdir(), 'petition-bench-'));
  const port = await freePort();
  const all = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PUBLIC_REFRESH_SECONDS: '0',
    IDENTITY_PEPPER: PEPPER.toString('base64'),
    SEAL_RECIPIENTS: RECIPIENT,
    ORGANISER_NAME: 'Benchmark',
    ORGANISER_CONTACT: 'bench@example.org',
    PRIVACY_URL: 'https://example.org/privacy',
    HOSTING_COUNTRY: 'CA',
    ...env,
  };
  const bot = await startBot(file, all, argv, OUR_FLAGS);
  return {
    ...bot,
    async end() {
      await bot.end();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** How many signatures count, by the rows themselves. */
export async function signatureRows(databaseUrl: string, table = `${SCHEMA}.signatures`): Promise<number> {
  const [row] = await once(databaseUrl, `SELECT count(*)::integer AS rows FROM ${table}`);
  return Number(row?.rows);
}
