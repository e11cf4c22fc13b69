import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../../src/config.js';
import { parsePepper, parseRecipients } from '../../src/signatures/keys.js';
import type { Ledger } from '../../src/signatures/ledger.js';
import type { Person } from '../../src/signatures/person.js';
import type { Database } from '../../src/storage/database.js';
import { openEmbedded } from '../../src/storage/embedded.js';
import { copyEmbedded } from '../support/embedded.js';
import { makeHoles } from '../support/embedded-cluster.js';
import { act, ledgerOn, person, signing, type Talk, TODAY, turn } from '../support/people.js';
import { copyDatabase, keepDatabase, once } from '../support/postgres.js';
import { preparedDatabase, preparedDataDir } from '../support/prepared.js';
import { campaign, closeServer, type Place, type Places, run, serverAt } from './support.js';

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
  const { DATABASE_URL: url, DATA_DIR: dataDir = './data' } = env;
  const database = url === undefined ? await openEmbedded(dataDir) : serverAt(url);
  const ledger = ledgerOn({ database, schema, pepper: pepper.value, recipients: recipients.value });
  try {
    return await work(ledger, database);
  } finally {
    ledger.close();
    // A command opens the embedded database next, and only one process at a time can have it open.
    if (url === undefined) await database.close();
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

/** The environments of the books that `begun` copies. */
const begunAt = new Map<Place, Promise<Environment>>();

/** New books in which nine people signed, one of whom came and went, and another is in the middle of the story. */
export async function begun(places: Places, place: Place): Promise<Environment> {
  const original = begunAt.get(place) ?? begin(place);
  begunAt.set(place, original);
  return copied(places, await original);
}

/** Makes the books that the tests of all files copy. */
async function begin(place: Place): Promise<Environment> {
  const env =
    place === 'the embedded database'
      ? { ...(await campaign()), DATA_DIR: await preparedDataDir() }
      : { ...(await campaign()), DATABASE_URL: await preparedDatabase() };
  await withLedger(env, fillBooks);
  await closed(env);
  if ('DATABASE_URL' in env) keepDatabase(env.DATABASE_URL);
  return env;
}

/** Copies a database that nobody has open; gives the environment of the copy, with the same keys. */
export async function copied(places: Places, env: Environment): Promise<Environment> {
  const { DATABASE_URL: url, DATA_DIR: dataDir = '', ...keys } = env;
  return url === undefined
    ? { ...keys, DATA_DIR: places.owned(await copyEmbedded(join(dataDir, 'pglite'))) }
    : { ...keys, DATA_DIR: await copyFolder(places, dataDir), DATABASE_URL: await copyDatabase(url) };
}

/** Copies what commands have left beside the database, if they have. */
async function copyFolder(places: Places, from: string): Promise<string> {
  const folder = places.folder();
  if (existsSync(from)) await cp(from, folder, { recursive: true });
  return folder;
}

/** Gives each test a copy of what is made once for the file. */
export function copiesOf(places: Places, make: () => Promise<Environment>): () => Promise<Environment> {
  let original: Promise<Environment> | null = null;
  const made = async () => {
    const env = await make();
    await closed(env);
    return env;
  };
  return async () => {
    original ??= made();
    return copied(places, await original);
  };
}

/** Closes what `withLedger` left open, so that the database can be copied. */
export async function closed({ DATABASE_URL: url, DATA_DIR: dataDir = '' }: Environment): Promise<void> {
  if (url === undefined) await makeHoles(join(dataDir, 'pglite'));
  else await closeServer(url);
}

async function fillBooks(ledger: Ledger<Talk>): Promise<void> {
  await ledger.keepTexts([{ name: 'letter', locale: 'ar', version: 'v1', words: 'إلى:\n"سيدي"\\' }], TODAY);
  for (let number = 0; number < 9; number += 1) {
    await act(ledger, person(number, number % 3 === 0 ? 'web' : 'telegram'), () =>
      signing({ name: number % 2 === 0 ? 'آمال 🌊' : null, locale: number === 1 ? 'ar' : 'en' }),
    );
  }
  await withdraw(ledger, person(4));
  await walk(ledger, person(10), 'in the story');
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
