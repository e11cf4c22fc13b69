import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { discord } from '../../adapters/discord/index.js';
import { slack } from '../../adapters/slack/index.js';
import { telegram } from '../../adapters/telegram/index.js';
import { createMetrics } from '../../src/http/metrics.js';
import { CONTENT_DIR } from '../../src/paths.js';
import { loadPetition } from '../../src/petition/load.js';
import { openDatabase } from '../../src/storage/open.js';
import { SECRET } from '../adapters/telegram/support.js';
import { run } from '../cli/support.js';
import { newDataDir } from '../support/embedded.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { formsOf, formsOfNumber, MARK, PLAIN_MARK, type Search, searchFor } from './canary.js';
import { dumpOf, filesBelow, schemasOf } from './places.js';
import { METRICS_TOKEN, type Stand, startStand } from './stand.js';
import { platformTrouble, requests, storeTrouble } from './trouble.js';
import { SIGNED_NAME, walkEverywhere } from './walk-everywhere.js';

/** Everything that we write or send, except a person's own conversation. */
const PLACES = [
  'tables',
  'files',
  'backups',
  'log',
  'console',
  'metrics',
  'answers',
  'commands',
  'temp',
] as const;
type Place = (typeof PLACES)[number];

const PLATFORMS = [telegram, discord, slack];

/** A placeholder for the announcement's file. */
const NEWS = 'FILE';

/** The operator's commands that read, and those that also ask the platforms or write to people. */
const QUIET = [['total'], ['report'], ['reconcile'], ['quarantine', 'list'], ['purge', '--dry-run']];
const TALKING = [['check'], ['announce', NEWS, '--dry-run'], ['announce', NEWS, '--yes']];

const petition = loadPetition({ contentDir: CONTENT_DIR, petition: 'zefzafi', organiser: null });

/** A thief of the disk also finds PostgreSQL's own log: the server writes it beside the tables. */
const WITH_ITS_LOG = { logging_collector: 'on', log_directory: 'log', log_min_messages: 'info' };

describe('the form in which a canary is found', () => {
  it.each(formsOf(MARK))('can be $form', ({ form, bytes }) => {
    const around = Buffer.concat([Buffer.from('before '), bytes, Buffer.from(' behind')]);
    const search = searchFor(formsOf(MARK));
    for (const text of [around, bytes]) expect(search('here', text)).toContain(`${MARK} as ${form} in here`);
    expect(search('here', Buffer.concat([Buffer.from('before '), bytes.subarray(1)]))).toEqual([]);
  });

  it.each([0, 1, 2])('can be base64 of a text in which it begins at byte %i', (before) => {
    const text = `${'x'.repeat(before)}${MARK} and so on`;
    for (const encoding of ['base64', 'base64url'] as const) {
      const encoded = Buffer.from(Buffer.from(text).toString(encoding));
      expect(searchFor(formsOf(MARK))('here', encoded)).not.toEqual([]);
    }
  });

  it('can be the bytes of a number', () => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(5_000_000_001n);
    expect(searchFor(formsOfNumber('5000000001'))('here', bytes)).toHaveLength(1);
  });
});

describe.each([
  { kind: 'server', level: 'trace' },
  { kind: 'embedded', level: 'debug' },
] as const)(
  'names, ids and texts of people, on the database $kind with the log at $level',
  ({ kind, level }) => {
    let postgres: TestPostgres | null = null;
    let databaseUrl: string | null = null;
    let dataDir = '';
    let temp = '';
    let stand: Stand;
    let search: Search;
    const console: string[] = [];
    /** The content of each place at the end. */
    const held = new Map<Place, readonly (readonly [where: string, bytes: Buffer])[]>();

    beforeAll(async () => {
      for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
        vi.spyOn(globalThis.console, method).mockImplementation(
          (...said) => void console.push(said.join(' ')),
        );
      }
      postgres = kind === 'server' ? await startPostgres({ settings: WITH_ITS_LOG }) : null;
      databaseUrl = (await postgres?.createDatabase()) ?? null;
      dataDir = await newDataDir();
      temp = await mkdtemp(join(dataDir, 'temp-'));
      vi.stubEnv('TMPDIR', temp);
      stand = await startStand({ databaseUrl, dataDir, level });

      const { numbers, ids, receipts } = await walkEverywhere(stand);
      const answers = [...(await requests(stand))];
      await platformTrouble(stand);
      if (postgres !== null && databaseUrl !== null) await storeTrouble(stand, postgres, databaseUrl);
      answers.push(...(await requests(stand)));
      // The bot holds the lock of the embedded database while it runs.
      if (kind === 'server') held.set('commands', await commandLine([...QUIET, ...TALKING]));
      await stand.stop();
      if (kind === 'embedded') held.set('commands', await commandLine(QUIET));

      const { slackBySocket, slackByHttp } = stand;
      const secrets = [
        ...[stand.polling.token, stand.discord.token, SECRET, METRICS_TOKEN],
        ...[slackBySocket.botToken, slackBySocket.appToken, slackByHttp.signingSecret],
        ...[stand.identity, stand.env.IDENTITY_PEPPER ?? ''],
      ];
      search = searchFor([
        ...[MARK, PLAIN_MARK, ...ids].flatMap(formsOf),
        ...receipts.flatMap((receipt) => [...formsOf(receipt), ...formsOf(receipt.replaceAll('-', ''))]),
        ...numbers.flatMap(formsOfNumber),
        ...secrets.flatMap((secret) => formsOf(secret)),
      ]);
      held.set('log', [['the log', Buffer.from(stand.log.join(''))]]);
      held.set('console', [['the console', Buffer.from(console.join('\n'))]]);
      held.set(
        'answers',
        answers.map(({ status, headers, body }, index) => [
          `answer ${index} (${status})`,
          Buffer.from(`${JSON.stringify(headers)}\n${body}`),
        ]),
      );
      held.set(
        'metrics',
        (held.get('answers') ?? []).filter(([, bytes]) => bytes.includes('petition_turn_seconds')),
      );
      await lookAtTheDisk();
    }, 240_000);

    afterAll(async () => {
      vi.restoreAllMocks();
      vi.unstubAllEnvs();
      await postgres?.remove();
      await rm(dataDir, { recursive: true });
    });

    /** Reads what is in the tables, backs them up, and reads what lies on the disk. */
    async function lookAtTheDisk(): Promise<void> {
      const database = await openDatabase({ databaseUrl, dataDir });
      const schemas = await schemasOf(database);
      const dumps = await Promise.all(schemas.map((schema) => dumpOf(database, schema)));
      await database.query('CHECKPOINT');
      await database.close();
      held.set('tables', [['the tables', Buffer.from(dumps.join('\n'))]]);

      const backups: [string, Buffer][] = [];
      for (const which of [[], ['--preview']]) {
        const file = join(dataDir, `backup${which.join('')}-${Date.now()}.gz`);
        const ran = await run(['backup', file, ...which], stand.env, { platforms: PLATFORMS });
        expect(ran).toMatchObject({ code: 0 });
        backups.push([file, gunzipSync(await readFile(file))]);
        await rm(file);
      }
      held.set('backups', backups);
      held.set('temp', await all(temp));
      held.set(
        'files',
        await all(databaseUrl === null ? join(dataDir, 'pglite') : serverFolder(databaseUrl)),
      );
    }

    /** The output of the operator's commands, standard output and error. */
    async function commandLine(
      commands: readonly (readonly string[])[],
    ): Promise<readonly (readonly [string, Buffer])[]> {
      const news = join(dataDir, 'news.md');
      await writeFile(news, petition.locales.map((locale) => `--- ${locale} ---\n\nNews.\n`).join('\n'));
      const said: (readonly [string, Buffer])[] = [];
      for (const command of commands) {
        const argv = command.map((word) => (word === NEWS ? news : word));
        const { out, err } = await run(argv, stand.env, { platforms: PLATFORMS });
        said.push([command.join(' '), Buffer.from(out + err)]);
      }
      return said;
    }

    function look(place: Place): readonly string[] {
      return (held.get(place) ?? []).flatMap(([where, bytes]) => search(where, bytes));
    }

    function isFound(place: Place): boolean {
      return (held.get(place) ?? []).some(([where, bytes]) => search(where, bytes).length > 0);
    }

    it('went everywhere before they were looked for', async () => {
      expect(held.get('files')?.length).toBeGreaterThan(100);
      expect(held.get('metrics')).toHaveLength(2);
      const [[, tables] = ['', Buffer.alloc(0)]] = held.get('tables') ?? [];
      for (const channel of ['web', 'telegram', 'discord', 'slack'])
        expect(tables.includes(channel)).toBe(true);
      const database = await openDatabase({ databaseUrl, dataDir });
      const contacts = await database.query('SELECT channel FROM petition_zefzafi.contacts');
      expect(contacts.length).toBeGreaterThanOrEqual(2);
      await database.close();
      for (const [command, said] of held.get('commands') ?? [])
        expect(said.length, command).toBeGreaterThan(20);
      const log = stand.log.join('');
      for (const line of ['a message was refused', 'an answer could not be sent'])
        expect(log).toContain(line);
      if (kind === 'server') {
        expect(stand.polling.calls.some(({ params }) => String(params.text).includes('News.'))).toBe(true);
        for (const line of ['an event could not be saved', 'a turn failed']) expect(log).toContain(line);
      }
    });

    it.each(PLACES)('are nowhere in the %s', (place) => {
      expect(look(place)).toEqual([]);
    });

    it('are in the letter only with the names that were signed: an export holds no account, no receipt, no other text', async () => {
      const identity = join(dataDir, 'identity.txt');
      await writeFile(identity, stand.identity, { mode: 0o600 });
      const folder = join(dataDir, 'export');
      const ran = await run(['export', '--identity', identity, '--out', folder], stand.env, {
        platforms: PLATFORMS,
      });
      expect(ran).toMatchObject({ code: 0 });
      const files = await all(folder);
      expect(files.some(([, bytes]) => bytes.includes(SIGNED_NAME))).toBe(true);
      const rest = files.map(
        ([path, bytes]) => [path, Buffer.from(bytes.toString().replaceAll(SIGNED_NAME, ''))] as const,
      );
      expect(rest.flatMap(([path, bytes]) => search(path, bytes))).toEqual([]);
      await rm(folder, { recursive: true });
    });

    it('would be found in each place where they stood in the clear', async () => {
      // The result if sealing did nothing.
      const database = await openDatabase({ databaseUrl, dataDir });
      await database.query(
        `UPDATE petition_zefzafi.signatures
       SET value = jsonb_set(value::jsonb, '{sealed}', to_jsonb($1::text))::text
       WHERE key = (SELECT min(key) FROM petition_zefzafi.signatures)`,
        [SIGNED_NAME],
      );
      await database.close();
      const metrics = createMetrics();
      metrics.turnsOf('zefzafi')(SIGNED_NAME, 'applied', 1);
      await writeFile(join(temp, 'left-behind'), Buffer.from(SIGNED_NAME).toString('base64'));
      await lookAtTheDisk();
      for (const place of ['tables', 'files', 'backups', 'temp'] as const)
        expect(isFound(place), place).toBe(true);
      expect(search('metrics', Buffer.from(await metrics.registry.metrics()))).not.toEqual([]);
      const line = JSON.stringify({ level: 30, name: SIGNED_NAME });
      expect(search('log', Buffer.from(line))).not.toEqual([]);
    });
  },
);

async function all(folder: string): Promise<readonly (readonly [string, Buffer])[]> {
  const files: (readonly [string, Buffer])[] = [];
  for await (const file of filesBelow(folder)) files.push(file);
  return files;
}

/** Where a server on this machine keeps everything. */
function serverFolder(url: string): string {
  const [, host = ''] = /[?&]host=([^&]+)/.exec(url) ?? [];
  return join(decodeURIComponent(host), 'data');
}
