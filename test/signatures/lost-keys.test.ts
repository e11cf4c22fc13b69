import { generateIdentity, identityToRecipient } from 'age-encryption';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { collect } from '../../src/signatures/export/collect.js';
import { openDatabaseSource } from '../../src/signatures/export/database-source.js';
import { eraseWhenDue } from '../../src/signatures/retention.js';
import type { Database } from '../../src/storage/database.js';
import { openServer } from '../../src/storage/server.js';
import { onEachDatabase, type Rows, rowsOf } from '../support/databases.js';
import { day } from '../support/day.js';
import { act, ledgerOn, person, signing, TODAY } from '../support/people.js';
import { once, startPostgres } from '../support/postgres.js';

const HOUR_MS = 3_600_000;
const EVERYBODY = { status: null, channels: null, locales: null };

let identity: string;
let recipients: readonly string[];
beforeAll(async () => {
  identity = await generateIdentity();
  recipients = [await identityToRecipient(identity)];
});

/** The names that an export opens with the offline identity; fails if one of them stays closed. */
async function namesIn(database: Database, schema: string): Promise<(string | null)[]> {
  const source = await openDatabaseSource(database, schema, { petition: 'zefzafi', preview: false });
  const { signatures, unopened } = await collect(source, [identity], EVERYBODY);
  expect(unopened).toEqual([]);
  return signatures.map(({ name }) => name);
}

onEachDatabase('a database that lost the data keys of a running bot', (test) => {
  let schema: string;
  let rows: Rows;
  let clock: number;
  beforeEach(() => {
    schema = test.newSchema();
    rows = rowsOf(test, schema);
    clock = Date.parse(`${TODAY}T12:00:00Z`);
  });

  /** A process, which has a data key of its own. */
  function bot(database = test.another()) {
    const ledger = ledgerOn({ database, schema, recipients, now: () => new Date(clock) });
    const sign = (name: string) => act(ledger, person(name), () => signing({ name }));
    return { ledger, sign };
  }
  const loseKeys = () => rows('DELETE FROM @data_keys');

  it('gets them back with the next signature', async () => {
    const { ledger, sign } = bot();
    await sign('Amal');
    await loseKeys();
    await sign('Ben');
    expect(await namesIn(test.database, schema)).toEqual(['Amal', 'Ben']);
    expect(await ledger.reconcile()).toEqual([]);
  });

  it('gets the keys of each process back', async () => {
    const [one, two] = [bot(), bot()];
    await Promise.all([one.sign('Amal'), two.sign('Ben')]);
    await loseKeys();
    await Promise.all([one.sign('Chloé'), two.sign('Dina')]);
    expect(await namesIn(test.database, schema)).toEqual(['Amal', 'Ben', 'Chloé', 'Dina']);
    expect(await rows('SELECT id FROM @data_keys')).toHaveLength(2);
  });

  it('gets the key of the current hour back; an older key stays lost', async () => {
    const { sign } = bot();
    await sign('Amal');
    clock += HOUR_MS;
    await loseKeys();
    await sign('Ben');
    await loseKeys();
    await sign('Chloé');
    const source = await openDatabaseSource(test.database, schema, { petition: 'zefzafi', preview: false });
    const { signatures, unopened } = await collect(source, [identity], EVERYBODY);
    expect(signatures.map(({ name }) => name)).toEqual(['Ben', 'Chloé']);
    expect(unopened).toMatchObject([{ obstacle: 'key-missing' }]);
  });

  it('does not replace a key that was wrapped to other recipients since', async () => {
    const { sign } = bot();
    await sign('Amal');
    await rows("UPDATE @data_keys SET wrapped = 'to others'");
    await sign('Ben');
    expect(await rows('SELECT wrapped FROM @data_keys')).toEqual([{ wrapped: 'to others' }]);
  });

  it('gets no erased key back, even from a machine that slept meanwhile', async () => {
    const { ledger, sign } = bot();
    await sign('Amal');
    await ledger.changeCampaignState({ closed: TODAY, delivered: TODAY });
    const [erased] = await rows('SELECT id FROM @data_keys');
    const today = day('2026-03-31');
    const settings = { retentionDays: 30, keepUntil: day('2028-11-01') };
    await eraseWhenDue({ database: test.database, schema, ledger, settings, today });
    expect(await rows('SELECT id FROM @data_keys')).toEqual([]);
    clock = Date.parse(`${today}T12:00:00Z`);
    await sign('Ben');
    expect(await rows('SELECT id FROM @data_keys')).not.toContainEqual(erased);
  });

  it('keeps the day on which a key was made when it comes back', async () => {
    const { sign } = bot();
    clock = Date.parse(`${TODAY}T23:45:00Z`);
    await sign('Amal');
    await loseKeys();
    clock += HOUR_MS / 2;
    await sign('Ben');
    expect(await rows('SELECT day::text AS day FROM @data_keys')).toEqual([{ day: TODAY }]);
  });
});

describe('a server that is reset to an earlier moment while the bot runs', () => {
  it('has the key of every name that it holds', { timeout: 120_000 }, async () => {
    const postgres = await startPostgres();
    const url = await postgres.createDatabase();
    const [named] = await once(url, 'SELECT current_database() AS name');
    const name = String(named?.name);
    const schema = 'petition_test';
    const options = { schema, recipients };
    const before = openServer(url);
    await ledgerOn({ database: before, ...options }).ready();
    await before.close();
    await once(postgres.url, `CREATE DATABASE earlier TEMPLATE ${name}`);

    const database = openServer(url);
    const ledger = ledgerOn({ database, ...options });
    const sign = (who: string) => act(ledger, person(who), () => signing({ name: who }));
    await sign('Amal');
    await once(postgres.url, `DROP DATABASE ${name} WITH (FORCE)`);
    await once(postgres.url, `ALTER DATABASE earlier RENAME TO ${name}`);
    await expect.poll(() => sign('Ben').catch(String), { timeout: 30_000 }).toMatchObject({ kind: 'sign' });
    expect(await namesIn(database, schema)).toEqual(['Ben']);
    expect(await ledger.reconcile()).toEqual([]);
    await database.close();
    await postgres.remove();
  });
});
