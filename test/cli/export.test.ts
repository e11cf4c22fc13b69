import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Environment } from '../../src/config.js';
import { SIGNED_TEXTS } from '../../src/petition/petition.js';
import { codeOf } from '../../src/signatures/export/wordings.js';
import type { Query } from '../../src/storage/database.js';
import { person } from '../support/people.js';
import { once } from '../support/postgres.js';
import { until } from '../support/until.js';
import { backedUp, withdraw, withLedger } from './campaign.js';
import { agreedIn, petition, readExport, type Signer, signedBy } from './deliver.js';
import { NAMES } from './names.js';
import { PLACES, run, usePlaces } from './support.js';

const places = usePlaces();

/** Everybody with a name in another script, then one without a name, over all languages. */
const CROWD: readonly Signer[] = [...NAMES, null].map((name, index) => ({
  name,
  locale: petition.locales[index % petition.locales.length] ?? 'en',
  channel: index % 2 === 0 ? 'telegram' : 'discord',
}));

const sorted = (names: readonly (string | null)[]) => [...names].map(String).sort();

/** The environment of a machine that has nothing but the database's copy. */
function bare(env: Environment): Environment {
  return Object.fromEntries(
    ['DATABASE_URL', 'DATA_DIR'].flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
}

describe.each(PLACES)('petition export, from %s', (place) => {
  it('writes the letter, the names and the evidence, for their owner alone', async () => {
    const { env, identity } = await signedBy(places, place, CROWD);
    const out = places.folder();
    const ran = await run(['export', '--identity', identity, '--out', out], env);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain(`${out} holds ${CROWD.length} signatures, ${NAMES.length} with a name`);

    expect((await readdir(out)).sort()).toEqual([
      'letter.html',
      'signatures.csv',
      'signatures.json',
      'texts',
    ]);
    expect((await stat(out)).mode & 0o777).toBe(0o700);
    for (const file of await readdir(out, { recursive: true, withFileTypes: true })) {
      const { mode } = await stat(join(file.parentPath, file.name));
      expect(mode & 0o777, file.name).toBe(file.isDirectory() ? 0o700 : 0o600);
    }
    const { listed, rows, json } = await readExport(out);
    expect(sorted(listed)).toEqual(sorted(NAMES));
    expect(json).toMatchObject({ petition: 'zefzafi', preview: false });
    expect(sorted(json.signatures.map(({ name }) => name))).toEqual(sorted([...NAMES, null]));
    expect(rows).toHaveLength(NAMES.length);
    for (const row of rows) expect(row).toHaveLength(3);
    for (const { name, locale, channel, status, evidence } of json.signatures) {
      expect(CROWD).toContainEqual({ name, locale, channel });
      const button = name === null ? 'name.anonymous' : 'name.typed';
      const agreed = agreedIn(locale);
      expect(evidence).toEqual({ ...agreed, name: { ...agreed.name, button } });
      expect(status).toBe('counted');
    }
  });
});

describe('petition export', () => {
  let env: Environment;
  let identity: string;
  let backup: string;
  beforeAll(async () => {
    ({ env, identity } = await signedBy(places, 'a PostgreSQL server', CROWD));
    backup = await backedUp(places, env);
  });

  /** Exports from the backup, with nothing else in the environment. */
  async function exported(...options: readonly string[]) {
    const out = places.folder();
    const ran = await run(['export', '--identity', identity, '--from', backup, '--out', out, ...options], {});
    expect(ran.err).toBe('');
    expect(ran.code).toBe(0);
    return readExport(out);
  }

  it('reads a backup far from the server, without pepper or database', async () => {
    const { listed, json } = await exported();
    expect(sorted(listed)).toEqual(sorted(NAMES));
    expect(json.signatures).toHaveLength(CROWD.length);
  });

  it("reads a copy of the campaign's database where no platform is configured", async () => {
    const out = places.folder();
    const wanted = ['export', '--identity', identity, '--out', out];
    const misplaced = await run(wanted, bare(env));
    expect(misplaced.code).toBe(1);
    expect(misplaced.err).toContain('--campaign');
    expect(await run([...wanted, '--campaign'], bare(env))).toMatchObject({ code: 0, err: '' });
    expect(sorted((await readExport(out)).listed)).toEqual(sorted(NAMES));
  });

  it('keeps the very words that were signed, under the hash that the evidence names', async () => {
    const out = places.folder();
    await run(['export', '--identity', identity, '--from', backup, '--out', out], {});
    const { json } = await readExport(out);
    expect(json.texts).toHaveLength(SIGNED_TEXTS.length * petition.locales.length);
    for (const { file, version } of json.texts) {
      const words = await readFile(join(out, file), 'utf8');
      expect(file).toContain(version);
      expect(
        petition.locales.map((locale) => petition.texts(locale).signed).flatMap(Object.values),
      ).toContainEqual(expect.objectContaining({ version, source: words }));
    }
  });

  it('takes only those that are asked for', async () => {
    const names = async (...options: readonly string[]) =>
      (await exported(...options)).json.signatures.map(({ name }) => name);
    const of = (keep: (signer: Signer) => boolean) => CROWD.filter(keep).map(({ name }) => name);
    expect(sorted(await names('--channel', 'discord'))).toEqual(
      sorted(of(({ channel }) => channel === 'discord')),
    );
    expect(sorted(await names('--locale', 'ar', '--locale', 'fr'))).toEqual(
      sorted(of(({ locale }) => locale === 'ar' || locale === 'fr')),
    );
    expect(sorted(await names('--channel', 'telegram', 'discord', '--locale', 'en'))).toEqual(
      sorted(of(({ locale }) => locale === 'en')),
    );
  });

  it('leaves out those that were set aside, unless they are asked for', async () => {
    const { env, identity } = await signedBy(places, 'a PostgreSQL server', [
      { name: 'Counted' },
      { name: 'Set aside', channel: 'discord' },
    ]);
    await once(
      env.DATABASE_URL ?? '',
      "UPDATE petition_zefzafi.signatures SET status = 'set-aside', set_aside_by = '{1}' WHERE channel = 'discord'",
    );
    const named = async (...options: readonly string[]) => {
      const out = places.folder();
      await run(['export', '--identity', identity, '--out', out, ...options], env);
      return (await readExport(out)).json.signatures.map(({ name, status }) => `${name}: ${status}`);
    };
    expect(await named()).toEqual(['Counted: counted']);
    expect(await named('--status', 'set-aside')).toEqual(['Set aside: set-aside']);
    expect(await named('--status', 'all')).toEqual(['Counted: counted', 'Set aside: set-aside']);
  });

  it('puts names in an order that says nothing about when people signed', async () => {
    const namesakes = Array.from({ length: 24 }, (_, number) => ({
      name: 'Amal',
      channel: `channel-${String(number).padStart(2, '0')}`,
    }));
    const { env, identity } = await signedBy(places, 'a PostgreSQL server', [
      { name: 'Zoë' },
      ...namesakes,
      { name: 'éléonore' },
      { name: 'Anna' },
    ]);
    const orders = await Promise.all(
      [1, 2].map(async () => {
        const out = places.folder();
        await run(['export', '--identity', identity, '--out', out], env);
        const { listed, json } = await readExport(out);
        expect([...new Set(listed)]).toEqual(['Amal', 'Anna', 'éléonore', 'Zoë']);
        return json.signatures.filter(({ name }) => name === 'Amal').map(({ channel }) => channel);
      }),
    );
    // Of the 24! orders of namesakes, neither that of signing nor the same one twice.
    expect(orders[0]).not.toEqual(namesakes.map(({ channel }) => channel));
    expect(orders[0]).not.toEqual(orders[1]);
  });

  it('counts those without a name in the letter, and lists them nowhere but in the evidence', async () => {
    const { env, identity } = await signedBy(places, 'a PostgreSQL server', [
      { name: null },
      { name: 'Amal' },
      { name: null },
    ]);
    const out = places.folder();
    await run(['export', '--identity', identity, '--out', out], env);
    const { letter, listed, rows } = await readExport(out);
    expect(letter).toContain('<strong>Signed by 3 people</strong>');
    expect(letter).toContain('2 people signed without a name.');
    expect(listed).toEqual(['Amal']);
    expect(rows).toEqual([['Amal', 'en', codeOf(agreedIn('en').texts.letter)]]);
  });

  it.each(petition.locales)('writes the cover in %s', async (locale) => {
    const out = places.folder();
    const options = ['--identity', identity, '--from', backup, '--out', out, '--letter', locale];
    expect(await run(['export', ...options], {})).toMatchObject({ code: 0 });
    const { letter } = await readExport(out);
    const { direction, headline, words } = petition.texts(locale);
    expect(letter).toContain(`<html lang="${locale}" dir="${direction}">`);
    expect(letter).toContain(`<title>${headline}</title>`);
    expect(letter).toContain(words.say('export-total', { count: CROWD.length }));
    // Nothing is left of the placeholder, and nothing is loaded from anywhere.
    expect(letter).not.toMatch(/\{signature\}|\ssrc=|<link|<script|url\(|@import/);
    expect(letter).not.toContain(words.say('letter-signature'));
  });

  it('makes nothing of a name that looks like markup or a formula', async () => {
    const { listed, letter, rows } = await exported();
    expect(letter).not.toContain('<b>"quoted"');
    expect(listed).toContain('Þe O’Connor & Söhne <b>"quoted"</b>');
    const cells = rows.map(([name]) => name ?? '');
    expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
    for (const name of ['=SUM(A1:A9)', '+212 Amal', '-Nadia', '＝１＋１ Nadia', '@amal']) {
      expect(cells).toContain(`'${name}`);
    }
  });

  it('does not list somebody who withdraws before its end', async () => {
    const { env, identity } = await signedBy(places, 'a PostgreSQL server', [
      { name: 'Stays' },
      { name: 'Leaves' },
    ]);
    // Holds up what comes after the names were read, for as long as the withdrawal takes.
    await withLedger(env, async (ledger, database) => {
      const out = places.folder();
      const release = await holdUp(database.transaction);
      const running = run(['export', '--identity', identity, '--out', out], env);
      await release.whenWaiting(database.query);
      await withdraw(ledger, person(1));
      await release.letGo();
      expect(await running).toMatchObject({ code: 0 });
      expect((await readExport(out)).listed).toEqual(['Stays']);
    });
  });
});

/** Locks the table of the data keys: an export reads it between the rows and its last look at who still stands. */
async function holdUp(
  transaction: <T>(work: (query: (sql: string) => Promise<unknown>) => Promise<T>) => Promise<T>,
) {
  let letGo = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let locked = () => {};
  const isLocked = new Promise<void>((resolve) => {
    locked = resolve;
  });
  const held = transaction(async (query) => {
    await query('LOCK TABLE petition_zefzafi.data_keys IN ACCESS EXCLUSIVE MODE');
    locked();
    await released;
  });
  await isLocked;
  return {
    whenWaiting: (query: Query) =>
      until(async () => {
        const [row] = await query(
          "SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
        );
        return row?.n === 1;
      }),
    async letGo() {
      letGo();
      await held;
    },
  };
}
