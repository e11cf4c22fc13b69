import { existsSync } from 'node:fs';
import path from 'node:path';
import { keysFor } from '../../campaign-keys.js';
import type { Configuration } from '../../config.js';
import { explain } from '../../explain.js';
import { CONTENT_DIR } from '../../paths.js';
import { loadSettings } from '../../petition/load-settings.js';
import { ContentError } from '../../petition/problems.js';
import { CAMPAIGN_SETTING, parseCampaignState } from '../../signatures/campaign-state.js';
import { PREVIEW_PEPPER } from '../../signatures/keys.js';
import { fitsPepper, PEPPER_SETTING, WrongPepper } from '../../signatures/pepper-check.js';
import { keepPromisedDay, PromiseBroken } from '../../signatures/promised-day.js';
import { pseudonyms } from '../../signatures/pseudonym.js';
import type { Database, Query } from '../../storage/database.js';
import { readDatabaseId } from '../../storage/database-id.js';
import { readMarker } from '../../storage/database-marker.js';
import { migrateWithin, SCHEMA_VERSION } from '../../storage/migrate.js';
import { openDatabase } from '../../storage/open.js';
import { schemaName } from '../../storage/schema-name.js';
import { ASYNCHRONOUS, hasOnlyAsynchronousStandbys } from '../../storage/standbys.js';
import { hasBegun } from '../open.js';
import { moment } from '../words.js';
import type { CheckedEnvironment } from './environment.js';
import { type Finding, failed, ofPetition, warning, well } from './finding.js';

/** Clocks this far apart (seconds) make days and hours of the tally differ from the texts' and the log's. */
const CLOCKS_APART = 30;

/** Checks the database as a start of the bot would, and changes nothing in it. */
export async function checkDatabase(
  { configuration, preview, wrong }: CheckedEnvironment,
  now: () => Date,
): Promise<readonly Finding[]> {
  const needed = ['DATABASE_URL', 'DATA_DIR', 'PETITION', 'PETITIONS'];
  if (configuration === null || needed.some((variable) => wrong.has(variable))) {
    return [failed('database', 'not looked at: mend the variables above first')];
  }
  if (!hasBegun(configuration)) {
    return [
      warning('database', `embedded in ${configuration.dataDir}, made at the first start; ${TRYING_OUT}`),
      ...(await Promise.all(
        configuration.petitions.map(async (petition) =>
          ofPetition(
            petition,
            configuration,
          )(await checkMarker(null, schemaName(petition, preview), configuration)),
        ),
      )),
    ];
  }
  const database = await openDatabase(configuration);
  try {
    const findings = [...(await checkServer(database, configuration, now))];
    for (const petition of configuration.petitions) {
      const found = await checkSchema(database, { ...configuration, petition }, preview).catch(
        (error: unknown) => [failed('database', explain(error))],
      );
      findings.push(...found.map(ofPetition(petition, configuration)));
    }
    return findings;
  } finally {
    await database.close();
  }
}

const TRYING_OUT = 'for trying out: one process, and a power cut can lose the last signatures (no fsync)';

async function checkServer(
  { query, kind }: Database,
  { dataDir }: Configuration,
  now: () => Date,
): Promise<readonly Finding[]> {
  const [found] = await query<ServerFacts>(SERVER_FACTS);
  if (found === undefined) throw new Error('the database answered with nothing');
  const version = `PostgreSQL ${found.version.split(' ')[0]}, ${found.encoding}`;
  if (kind === 'embedded') {
    return [
      warning('database', `${version}, embedded in ${dataDir}; ${TRYING_OUT}`),
      well('time', `${moment(now())} by this machine's clock`),
    ];
  }
  const apart = Math.round(Math.abs(found.seconds - now().getTime() / 1000));
  return [
    found.readonly === 'on'
      ? failed('database', `${version}, but it can only be read: DATABASE_URL must lead to the primary`)
      : well('database', version),
    ...(found.fsync === 'off' || found.commit === 'off'
      ? [warning('database', 'fsync or synchronous_commit is off: a power cut can lose signatures')]
      : []),
    ...((await hasOnlyAsynchronousStandbys(query)) ? [warning('standbys', ASYNCHRONOUS)] : []),
    ...(found.encrypted
      ? []
      : [warning('database', 'the connection is not encrypted: add sslmode=verify-full to DATABASE_URL')]),
    apart > CLOCKS_APART
      ? failed('time', `this machine's clock and the database's are ${apart} s apart: set both by NTP`)
      : well('time', `${moment(now())}; the database's clock agrees`),
  ];
}

interface ServerFacts extends Record<string, unknown> {
  readonly version: string;
  readonly encoding: string;
  readonly readonly: string;
  readonly fsync: string;
  readonly commit: string;
  readonly seconds: number;
  readonly encrypted: boolean;
}

/** A connection through a socket or within the machine needs no encryption. */
const SERVER_FACTS = `
  SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding,
         current_setting('transaction_read_only') AS readonly, current_setting('fsync') AS fsync,
         current_setting('synchronous_commit') AS commit,
         extract(epoch FROM clock_timestamp())::float8 AS seconds,
         coalesce(
           host(inet_client_addr()) IN ('127.0.0.1', '::1')
             OR (SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()),
           true
         ) AS encrypted`;

/** Thrown to end a transaction that was only a rehearsal. */
class Rehearsed extends Error {}

/** The configuration, and the petition that is looked at. */
type PetitionConfiguration = Configuration & { readonly petition: string };

/** Does what a start would do to the schema, looks at the result, and rolls all of it back. */
async function checkSchema(
  database: Database,
  configuration: PetitionConfiguration,
  preview: boolean,
): Promise<readonly Finding[]> {
  const schema = schemaName(configuration.petition, preview);
  const findings: Finding[] = [
    await checkMarker(await readDatabaseId(database.query, schema), schema, configuration),
  ];
  await database
    .transaction(async (query) => {
      const [before] = await query<{ there: boolean }>('SELECT to_regnamespace($1) IS NOT NULL AS there', [
        schema,
      ]);
      await migrateWithin(query, schema);
      const rights = await checkRights(query, schema);
      findings.push(
        well(
          'tables',
          before?.there === true
            ? `${schema}, version ${SCHEMA_VERSION}`
            : `${schema} will be made at the first start`,
        ),
        rights,
        await checkPepper(query, schema, configuration, preview),
        await checkCampaign(query, schema),
        ...(preview || !rights.ok ? [] : await checkPromise(query, schema, configuration)),
      );
      throw new Rehearsed();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Rehearsed)) throw error;
    });
  return findings;
}

/** Whether this is the database that the bot last used here. */
async function checkMarker(
  found: string | null,
  schema: string,
  { dataDir }: Configuration,
): Promise<Finding> {
  const known = await readMarker(dataDir, schema);
  if (known === null) return well('last used', `${dataDir} knows of no database yet: a start takes this one`);
  if (found === known.id) return well('last used', 'the same database as before');
  return known.highest === 0
    ? well('last used', 'another database, which had no signatures: a start takes this one')
    : failed(
        'last used',
        `another database, which had ${known.highest} signatures or more: put it back, restore the backup, or start ` +
          'once with --accept-new-database',
      );
}

async function checkRights(query: Query, schema: string): Promise<Finding> {
  const rows = await query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class
     WHERE relnamespace = to_regnamespace($1) AND relkind = 'r' AND relname <> 'migrations' AND NOT (
       has_table_privilege(oid, 'SELECT') AND has_table_privilege(oid, 'INSERT')
       AND has_table_privilege(oid, 'UPDATE') AND has_table_privilege(oid, 'DELETE'))
     ORDER BY relname`,
    [schema],
  );
  if (rows.length === 0) return well('rights', 'the role may read and write every table');
  const tables = rows.map(({ name }) => `${schema}.${name}`).join(', ');
  return failed('rights', `grant the role SELECT, INSERT, UPDATE and DELETE on ${tables}`);
}

async function checkPepper(
  query: Query,
  schema: string,
  configuration: PetitionConfiguration,
  preview: boolean,
): Promise<Finding> {
  const [row] = await query<{ value: string }>(`SELECT value FROM ${schema}.settings WHERE key = $1`, [
    PEPPER_SETTING,
  ]);
  if (row === undefined) return well('pepper', 'the database has none yet: the first start sets it');
  const pepper = await pepperHere(configuration, preview);
  if (pepper === null)
    return failed('pepper', 'the database needs the one of its first start, and none is set here');
  return fitsPepper(row.value, pseudonyms(pepper, configuration.petition))
    ? well('pepper', 'the same as at the first start')
    : failed('pepper', new WrongPepper().message);
}

/** What the operator has decided: whether people can sign depends on it as well. */
async function checkCampaign(query: Query, schema: string): Promise<Finding> {
  const [row] = await query<{ value: string }>(`SELECT value FROM ${schema}.settings WHERE key = $1`, [
    CAMPAIGN_SETTING,
  ]);
  const { closed, paused, erased } = parseCampaignState(row?.value);
  if (erased !== null)
    return warning('campaign', `the names were erased on ${erased}: nobody can sign any more`);
  if (closed !== null) return warning('campaign', `closed on ${closed}: nobody can sign any more`);
  if (paused) return warning('campaign', 'signing is paused; npm run petition -- resume opens it again');
  return well('campaign', 'neither paused nor closed');
}

/** Whether people have signed under an earlier last day for the names than the settings have now. */
async function checkPromise(
  query: Query,
  schema: string,
  { petition }: PetitionConfiguration,
): Promise<readonly Finding[]> {
  try {
    const { keepUntil } = loadSettings(CONTENT_DIR, petition);
    await keepPromisedDay(query, schema, keepUntil);
    return [];
  } catch (error) {
    if (error instanceof PromiseBroken) return [failed('keepUntil', error.message)];
    // The check of the content reports this.
    if (error instanceof ContentError) return [];
    throw error;
  }
}

/** The pepper that a start would use; null where it would have to make one. */
async function pepperHere(configuration: Configuration, preview: boolean): Promise<Buffer | null> {
  if (configuration.pepper !== null) return configuration.pepper;
  if (!preview || !existsSync(path.join(configuration.dataDir, PREVIEW_PEPPER))) return null;
  return (await keysFor(configuration)).pepper;
}
