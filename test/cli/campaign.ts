import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../../src/config.js';
import { parsePepper, parseRecipients } from '../../src/signatures/keys.js';
import type { Ledger } from '../../src/signatures/ledger.js';
import type { Person } from '../../src/signatures/person.js';
import type { Database } from '../../src/storage/database.js';
import { openDatabase } from '../../src/storage/open.js';
import { act, ledgerOn, person, signing, type Talk, TODAY, turn } from '../support/people.js';
import { once } from '../support/postgres.js';
import { campaign, type Place, type Places, run } from './support.js';

/* Writes and reads the ledger for the commands' tests, as the bot does. */

/** Without the test's platform, the commands take the books for a preview's. */
export function schemaOf(env: Environment): string {
  return `petition_zefzafi${env.TEST_TOKEN ? '' : '_preview'}`;
}

/** Opens the ledger that the commands see with the same environment. */
export async function withLedger<T>(
  env: Environment,
  work: (ledger: Ledger<Talk>, database: Database) => Promise<T>,
  schema = schemaOf(env),
): Promise<T> {
  const pepper = parsePepper(env.IDENTITY_PEPPER ?? '');
  const recipients = parseRecipients(env.SEAL_RECIPIENTS ?? '');
  if (!pepper.ok || !recipients.ok) throw new Error('the environment has no keys');
  const database = await openDatabase({
    databaseUrl: env.DATABASE_URL ?? null,
    dataDir: env.DATA_DIR ?? './data',
  });
  const ledger = ledgerOn({ database, schema, pepper: pepper.value, recipients: recipients.value });
  try {
    return await work(ledger, database);
  } finally {
    ledger.close();
    await database.close();
  }
}

/** Takes a person one turn further, and signs. */
export async function sign(ledger: Ledger<Talk>, who: Person, name: string | null = null): Promise<void> {
  await act(ledger, who, () => signing({ name }));
}

/** Takes a person one turn further, and takes the signature back. */
export async function withdraw(ledger: Ledger<Talk>, who: Person): Promise<void> {
  await act(ledger, who, () => ({ kind: 'withdraw' }));
}

/** Takes a person one turn further without signing. */
export async function walk(ledger: Ledger<Talk>, who: Person, draft: string): Promise<void> {
  await turn(ledger, await ledger.read(who), { kind: 'none' }, draft);
}

/** New books in which nine people signed, one of whom came and went, and another is in the middle of the story. */
export async function begun(places: Places, place: Place, more: Environment = {}): Promise<Environment> {
  const env = { ...(await campaign()), ...(await places.empty(place)), ...more };
  await withLedger(env, async (ledger) => {
    await ledger.keepTexts([{ name: 'letter', locale: 'ar', version: 'v1', words: 'إلى:\n"سيدي"\\' }], TODAY);
    for (let number = 0; number < 9; number += 1) {
      await act(ledger, person(number, number % 3 === 0 ? 'web' : 'telegram'), () =>
        signing({ name: number % 2 === 0 ? 'آمال 🌊' : null, locale: number === 1 ? 'ar' : 'en' }),
      );
    }
    await withdraw(ledger, person(4));
    await walk(ledger, person(10), 'in the story');
  });
  return env;
}

/** What must be the same after a backup and a restore. */
export interface Everything {
  readonly breakdown: unknown;
  readonly people: readonly unknown[];
  readonly flows: readonly unknown[];
  readonly texts: readonly unknown[];
}

export function everything(env: Environment): Promise<Everything> {
  const schema = schemaOf(env);
  return withLedger(env, async (ledger, { query }) => ({
    breakdown: await ledger.breakdown(),
    people: await Promise.all(
      Array.from({ length: 12 }, async (_, number) => {
        const { conversation, signature, tag } = await ledger.read(
          person(number, number % 3 === 0 ? 'web' : 'telegram'),
        );
        return { conversation, signature, tag };
      }),
    ),
    flows: await query(
      `SELECT dimension, value, movement, since::text AS since, count::text AS count
       FROM ${schema}.tally WHERE count <> 0 ORDER BY 1, 2, 3, 4`,
    ),
    texts: await query(`SELECT name, locale, version, words FROM ${schema}.texts ORDER BY 1, 2, 3`),
  }));
}

/** Adds many signatures at once to books on a server, as rows that look like the first. */
export async function grow(env: Environment, count: number): Promise<void> {
  const signatures = `${schemaOf(env)}.signatures`;
  await once(
    env.DATABASE_URL ?? '',
    `INSERT INTO ${signatures}
     SELECT md5(n::text), value, md5('r' || n), data_key, channel, locale, source, age, status, day
     FROM (SELECT * FROM ${signatures} LIMIT 1) one, generate_series(1, ${count}) n`,
  );
}

/** The path of a file that is not there yet, alone in its folder. */
export async function newFile(places: Places): Promise<string> {
  const folder = places.folder();
  await mkdir(folder);
  return join(folder, 'backup.gz');
}

/** Backs books up, and gives the file. */
export async function backedUp(places: Places, env: Environment): Promise<string> {
  const file = await newFile(places);
  const { code, err } = await run(['backup', file], env);
  if (code !== 0) throw new Error(`the backup failed: ${err}`);
  return file;
}
