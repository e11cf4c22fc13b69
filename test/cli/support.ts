import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { CheckLine, Platform } from '../../src/channel/platform.js';
import { runCommandLine } from '../../src/cli/command-line.js';
import type { Environment } from '../../src/config.js';
import { makeKeys } from '../../src/signatures/keys.js';
import type { Database } from '../../src/storage/database.js';
import { openServer } from '../../src/storage/server.js';
import { newDataDir } from '../support/embedded.js';
import { startMain } from '../support/main.js';
import { createDatabase } from '../support/postgres.js';
import { preparedDatabase, preparedDataDir } from '../support/prepared.js';

/** What a command said and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A platform that is configured where `TEST_TOKEN` is set. */
export function testPlatform(lines: readonly CheckLine[] = []): Platform {
  return {
    channel: 'test',
    name: 'Test',
    configure({ TEST_TOKEN }) {
      if (TEST_TOKEN === undefined || TEST_TOKEN === '') return null;
      if (TEST_TOKEN === 'wrong') return { problems: [{ variable: 'TEST_TOKEN', message: 'give another' }] };
      return {
        channel: 'test',
        limits: { text: 4096, label: 60 },
        create: async () => {
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

/** For tests that start the program several times: each start takes a second, and many where all cores are busy. */
export const PROGRAM_TIMEOUT_MS = 240_000;

/** Starts a command as a user does. */
export function start(
  argv: readonly string[],
  env: Environment,
): { child: ChildProcess; ended: Promise<Ran> } {
  const { child, ran } = startMain(['petition', ...argv], env);
  return { child, ended: ran };
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
    HOSTING_COUNTRY: 'CA',
  };
}

/** The places where the books can be, each with what the environment says of a new and empty one. */
export const PLACES = ['the embedded database', 'a PostgreSQL server'] as const;
export type Place = (typeof PLACES)[number];

/** New places for the tests of one file. */
export interface Places {
  /** The path of a folder that is not there yet. */
  folder(): string;
  /** A new database without a table: only commands that make them, or that miss them, need it. */
  empty(place: Place): Promise<Environment>;
  /** A new database with the campaign's tables and no row. */
  prepared(place: Place): Promise<Environment>;
  /** Takes a folder that goes with the test file. */
  owned(dataDir: string): string;
}

const servers = new Map<string, Database>();

/** A database on a server. It stays open until the file's end: to connect takes longer than what most tests ask. */
export function serverAt(url: string): Database {
  const database = servers.get(url) ?? openServer(url);
  servers.set(url, database);
  return database;
}

export async function closeServer(url: string): Promise<void> {
  await servers.get(url)?.close();
  servers.delete(url);
}

/** Gives the tests of a file new places, and clears them away in the end. */
export function usePlaces(): Places {
  let root = '';
  let folders = 0;
  const used: string[] = [];
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'petition-cli-'));
    used.push(root);
  });
  afterAll(async () => {
    await Promise.all([...servers.keys()].map(closeServer));
    await Promise.all(used.map((folder) => rm(folder, { recursive: true })));
  });
  const folder = () => {
    folders += 1;
    return join(root, `place-${folders}`);
  };
  const owned = (dataDir: string) => {
    used.push(dataDir);
    return dataDir;
  };
  return {
    folder,
    owned,
    empty: async (place) =>
      place === 'a PostgreSQL server'
        ? { DATA_DIR: folder(), DATABASE_URL: await createDatabase() }
        : { DATA_DIR: owned(await newDataDir()) },
    prepared: async (place) =>
      place === 'a PostgreSQL server'
        ? { DATA_DIR: folder(), DATABASE_URL: await preparedDatabase() }
        : { DATA_DIR: owned(await preparedDataDir()) },
  };
}
