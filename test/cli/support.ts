import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { z } from 'zod';
import type { CheckLine, Platform } from '../../src/channel/platform.js';
import { runCommandLine } from '../../src/cli/command-line.js';
import type { Environment } from '../../src/config.js';
import { PROJECT_ROOT } from '../../src/paths.js';
import { makeKeys, parsePepper, parseRecipients } from '../../src/signatures/keys.js';
import { type Ledger, openLedger } from '../../src/signatures/ledger.js';
import type { Person } from '../../src/signatures/person.js';
import type { Database } from '../../src/storage/database.js';
import { openEmbedded } from '../../src/storage/embedded.js';
import { openDatabase } from '../../src/storage/open.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';

export const DAY = '2026-05-01';
const now = () => new Date(`${DAY}T10:00:00Z`);

/** What a command said and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A platform that is configured where `TEST_TOKEN` is set. */
export function testPlatform(lines: readonly CheckLine[] = []): Platform {
  return {
    configure({ TEST_TOKEN }) {
      if (TEST_TOKEN === undefined || TEST_TOKEN === '') return null;
      if (TEST_TOKEN === 'wrong') return { problems: [{ variable: 'TEST_TOKEN', message: 'give another' }] };
      return {
        channel: 'test',
        limits: { text: 4096, label: 60, buttonsPerMessage: 20 },
        create: () => {
          throw new Error('the command line starts no platform');
        },
        check: async () => lines,
      };
    },
  };
}

/** Runs a command in this process. */
export async function run(
  argv: readonly string[],
  env: Environment,
  options: { readonly answer?: string; readonly platforms?: readonly Platform[]; readonly now?: Date } = {},
): Promise<Ran & { readonly asked: readonly string[] }> {
  let out = '';
  let err = '';
  const asked: string[] = [];
  const code = await runCommandLine(argv, options.platforms ?? [testPlatform()], {
    env,
    write: (text) => {
      out += text;
    },
    complain: (text) => {
      err += text;
    },
    ask: async (question) => {
      asked.push(question);
      return options.answer ?? null;
    },
    now: () => options.now ?? new Date(),
  });
  return { code, out, err, asked };
}

/** Every variable that a developer's own `.env` might set, set to nothing. */
const NOTHING_SET = {
  DATABASE_URL: '',
  PETITION: '',
  IDENTITY_PEPPER: '',
  SEAL_RECIPIENTS: '',
  TELEGRAM_BOT_TOKEN: '',
  DISCORD_BOT_TOKEN: '',
  SLACK_BOT_TOKEN: '',
};

/** Starts the program as a user does. */
export function start(
  argv: readonly string[],
  env: Environment,
): { child: ChildProcess; ended: Promise<Ran> } {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', 'petition', ...argv], {
    cwd: PROJECT_ROOT,
    env: { PATH: process.env.PATH, ...NOTHING_SET, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<Ran>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
  return { child, ended };
}

/** The keys and the organiser that a campaign needs, beside its database. */
export async function campaign(): Promise<{
  readonly IDENTITY_PEPPER: string;
  readonly SEAL_RECIPIENTS: string;
  readonly [variable: string]: string;
}> {
  const { pepper, recipient } = await makeKeys();
  return {
    TEST_TOKEN: 'a-token',
    IDENTITY_PEPPER: pepper,
    SEAL_RECIPIENTS: `${recipient},${(await makeKeys()).recipient}`,
    ORGANISER_NAME: 'Friends of the Rif',
    ORGANISER_CONTACT: 'petition@example.org',
    PRIVACY_URL: 'https://example.org/privacy',
  };
}

const conversationSchema = z.strictObject({ revision: z.number(), place: z.string() });
export type TestConversation = z.infer<typeof conversationSchema>;

/** Without the test's platform, the commands take the books for a preview's. */
export function schemaOf(env: Environment): string {
  return `petition_zefzafi${env.TEST_TOKEN ? '' : '_preview'}`;
}

/** Opens the ledger that the commands see with the same environment. */
export async function withLedger<T>(
  env: Environment,
  work: (ledger: Ledger<TestConversation>, database: Database) => Promise<T>,
  schema = schemaOf(env),
): Promise<T> {
  const pepper = parsePepper(env.IDENTITY_PEPPER ?? '');
  const recipients = parseRecipients(env.SEAL_RECIPIENTS ?? '');
  if (!pepper.ok || !recipients.ok) throw new Error('no keys');
  const database = await openDatabase({
    databaseUrl: env.DATABASE_URL || null,
    dataDir: env.DATA_DIR ?? './data',
  });
  const ledger = openLedger<TestConversation>({
    database,
    schema,
    petition: 'zefzafi',
    pepper: pepper.value,
    recipients: recipients.value,
    conversation: (value) => conversationSchema.parse(value),
    now,
  });
  try {
    return await work(ledger, database);
  } finally {
    ledger.close();
    await database.close();
  }
}

export function person(number: number, channel = number % 3 === 0 ? 'web' : 'telegram'): Person {
  return { channel, tenant: '', id: `person-${number}` };
}

const shown = { locale: 'en', version: 'a'.repeat(64) };

/** Takes a person one turn further, and signs. */
export async function sign(
  ledger: Ledger<TestConversation>,
  who: Person,
  name: string | null = null,
): Promise<void> {
  const reading = await ledger.read(who);
  const revision = (reading.conversation?.revision ?? 0) + 1;
  await ledger.commit(
    reading,
    { revision, place: 'thanks' },
    {
      kind: 'sign',
      name,
      locale: who.id.endsWith('1') ? 'ar' : 'en',
      source: null,
      accountAge: 'unknown',
      evidence: {
        texts: { demands: shown, letter: shown, privacy: shown, consent: shown },
        agreedOn: DAY,
        agreedBy: 'consent/agree',
      },
    },
    DAY,
  );
}

/** Takes a person one turn further without signing. */
export async function walk(ledger: Ledger<TestConversation>, who: Person, place: string): Promise<void> {
  const reading = await ledger.read(who);
  const revision = (reading.conversation?.revision ?? 0) + 1;
  await ledger.commit(reading, { revision, place }, { kind: 'none' }, DAY);
}

export async function withdraw(ledger: Ledger<TestConversation>, who: Person): Promise<void> {
  const reading = await ledger.read(who);
  const revision = (reading.conversation?.revision ?? 0) + 1;
  await ledger.commit(reading, { revision, place: 'welcome' }, { kind: 'withdraw' }, DAY);
}

/** The places where the books can be, each with what the environment says of a new and empty one. */
export const PLACES = ['the embedded database', 'a PostgreSQL server'] as const;

/** Gives each test of a file new places, and clears them away in the end. */
export function usePlaces(): {
  folder(): string;
  empty(place: (typeof PLACES)[number]): Promise<Environment>;
} {
  let root = '';
  let folders = 0;
  let cluster: Promise<string> | undefined;
  let postgres: Promise<TestPostgres> | undefined;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'petition-cli-'));
  });
  afterAll(async () => {
    await (await postgres)?.remove();
    await rm(root, { recursive: true, force: true });
  });
  const folder = () => {
    folders += 1;
    return join(root, `place-${folders}`);
  };
  /** Making an embedded database takes seconds, copying one does not. */
  async function makeCluster(): Promise<string> {
    const made = folder();
    await (await openEmbedded(made)).close();
    return join(made, 'pglite');
  }
  return {
    folder,
    async empty(place) {
      const env = { DATA_DIR: folder() };
      if (place === 'a PostgreSQL server') {
        postgres ??= startPostgres();
        return { ...env, DATABASE_URL: await (await postgres).createDatabase() };
      }
      cluster ??= makeCluster();
      await cp(await cluster, join(env.DATA_DIR, 'pglite'), { recursive: true });
      return env;
    },
  };
}
