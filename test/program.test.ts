import { once as event } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { explain } from '../src/explain.js';
import { Browser, lastOf } from './adapters/web/browser.js';
import { newDataDir } from './support/embedded.js';
import type { Finished } from './support/finished.js';
import { freePort } from './support/free-port.js';
import { type Main, startMain } from './support/main.js';
import { createDatabase, once, startPostgres } from './support/postgres.js';
import { preparedDatabase } from './support/prepared.js';
import { serveHere } from './support/serve-here.js';
import { startPair } from './support/standby.js';
import { until } from './support/until.js';
import { PRESSES_TO_NAME } from './support/walk.js';

/** How long a change at the database may take to show. */
const UNTIL = { timeout: 30_000, interval: 200 };

function start(
  finished: Finished,
  env: Readonly<Record<string, string>>,
  {
    stdout = 'pipe',
    flags = [],
  }: { readonly stdout?: 'pipe' | number; readonly flags?: readonly string[] } = {},
): Main {
  const program = startMain(['serve', ...flags], env, { stdout });
  finished(async () => {
    program.signal('SIGKILL');
    await program.ended;
  });
  return program;
}

/** Starts its parts in this process until the test has finished; gives the page's address. */
async function served(finished: Finished, env: Readonly<Record<string, string>>): Promise<string> {
  const { url, stop } = await serveHere(env);
  finished(stop);
  return url.replace(/\/$/, '');
}

/** The page's address, once the program says that it is ready. */
async function ready({ child, output }: Main): Promise<string> {
  const address = () => /open (http:\S+?)\/ in a browser/.exec(output())?.[1];
  await vi.waitUntil(() => address() !== undefined || child.exitCode !== null, {
    timeout: 60_000,
    interval: 50,
  });
  const url = address();
  if (url === undefined) throw new Error(`not ready: ${output()}`);
  return url;
}

const folders: string[] = [];
async function dataDir(): Promise<string> {
  const folder = await newDataDir();
  folders.push(folder);
  return folder;
}

/** A new folder without a database. */
async function emptyDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'petition-program-'));
  folders.push(folder);
  return folder;
}

async function totalAt(url: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${url}/api/total`);
  return { status: answer.status, body: await answer.json() };
}

afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

describe.concurrent('the program', () => {
  it('starts in a locale without UTF-8, keeps what is signed through a kill -9, shares its folder with no other, and takes two SIGINT at once for one', async ({
    onTestFinished,
  }) => {
    const env = { DATA_DIR: await dataDir(), LANG: 'C', LC_ALL: 'C' };
    const first = start(onTestFinished, env);
    const url = await ready(first);
    expect((await totalAt(url)).body).toMatchObject({
      petition: 'zefzafi',
      total: 785,
      signatures: 0,
      goal: 1000,
    });
    const browser = new Browser(url, ['ar']);
    const thanks = await browser.walk(PRESSES_TO_NAME.zefzafi + 1);
    expect(thanks.html).toContain('شكر');
    expect((await totalAt(url)).body).toMatchObject({ total: 786, signatures: 1 });
    first.signal('SIGKILL');
    await first.ended;

    const second = start(onTestFinished, env);
    const again = await ready(second);
    expect((await totalAt(again)).body).toMatchObject({ total: 786, signatures: 1 });

    // Another one on the same folder leaves it alone, and says why it does not start.
    const third = start(onTestFinished, env);
    expect(await third.ended).toBe(1);
    expect(third.output()).toContain('is in use by process');
    expect((await totalAt(again)).status).toBe(200);
    second.signal('SIGINT');
    second.signal('SIGINT');
    expect(await second.ended).toBe(0);
  });

  it('says all that is wrong with the environment, and repeats no value', async ({ onTestFinished }) => {
    const program = start(onTestFinished, {
      DATA_DIR: await dataDir(),
      PORT: 'http',
      IDENTITY_PEPPER: 'a-short-secret',
      LOG_LEVEL: 'loud',
    });
    expect(await program.ended).toBe(1);
    for (const variable of ['PORT', 'IDENTITY_PEPPER', 'LOG_LEVEL'])
      expect(program.output()).toContain(`${variable}: `);
    expect(program.output()).not.toContain('a-short-secret');
    expect(program.output()).not.toMatch(/^\s+at /m);
  });

  it('goes on without its log where the disk is full, and ends in order', async ({ onTestFinished }) => {
    const port = await freePort();
    const full = openSync('/dev/full', 'w');
    const program = start(
      onTestFinished,
      { DATA_DIR: await dataDir(), PORT: String(port), LOG_LEVEL: 'trace' },
      { stdout: full },
    );
    closeSync(full);
    const url = `http://127.0.0.1:${port}`;
    const isReady = () =>
      fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    await vi.waitUntil(isReady, { timeout: 60_000, interval: 100 });
    await new Browser(url).walk(PRESSES_TO_NAME.zefzafi + 1);
    expect((await totalAt(url)).body).toMatchObject({ signatures: 1 });
    program.signal('SIGTERM');
    expect(await program.ended).toBe(0);
  });
});

describe('what the program prints where it can not start', () => {
  /** All that the program adds is the exit code. */
  const refusal = (env: Readonly<Record<string, string>>) =>
    serveHere(env).then(() => Promise.reject(new Error('it has started')), explain);

  it('names the petitions that there are when it is asked for another', async () => {
    const said = await refusal({ DATA_DIR: await emptyDir(), PETITION: 'nobody' });
    expect(said).toContain('zefzafi');
    expect(said).not.toMatch(/^\s+at /m);
  });

  it('names a port that is another program’s', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await event(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const place = { DATA_DIR: await emptyDir(), DATABASE_URL: await preparedDatabase() };
    const said = await refusal({ ...place, PORT: String(port) });
    expect(said).toContain(`port ${port}`);
    expect(said).not.toMatch(/^\s+at /m);
    other.close();
  });
});

describe.concurrent('the program while it waits for its database', () => {
  it('says why, once for each reason, and repeats nothing of the address', async ({ onTestFinished }) => {
    let attempts = 0;
    const server = createTcpServer((socket) => {
      attempts += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await event(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const program = start(onTestFinished, {
      DATA_DIR: await dataDir(),
      DATABASE_URL: `postgresql://me:hunter2@127.0.0.1:${port}/petition`,
    });
    const reasons = () => program.output().match(/waiting for the database\. \w+ \w+/g);
    await until(() => attempts > 3, 60_000);
    expect(reasons()).toEqual(['waiting for the database. The connection']);
    server.close();
    await until(() => (reasons()?.length ?? 0) > 1);
    expect(reasons()).toEqual([
      'waiting for the database. The connection',
      'waiting for the database. Nothing listens',
    ]);
    expect(program.output()).not.toMatch(/hunter2|me:|petition:/);
  });
});

describe.concurrent('the program on a database server', () => {
  it('starts while the server is away, shows no number, and records signatures once it is back', async ({
    onTestFinished,
  }) => {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.remove());
    const DATABASE_URL = await postgres.createDatabase();
    await postgres.stop();
    const program = start(onTestFinished, { DATA_DIR: await emptyDir(), DATABASE_URL });
    const url = await ready(program);
    expect(await totalAt(url)).toEqual({ status: 503, body: { error: 'unavailable' } });
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);

    await postgres.start();
    await vi.waitUntil(async () => (await fetch(`${url}/readyz`)).status === 200, {
      timeout: 30_000,
      interval: 200,
    });
    await new Browser(url).walk(PRESSES_TO_NAME.zefzafi + 1);
    expect((await totalAt(url)).body).toMatchObject({ total: 786 });
    program.signal('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(program.output()).toContain('the database is back');
  });

  it('refuses another database than the one with signatures, until it is told to take it', async ({
    onTestFinished,
  }) => {
    const DATA_DIR = await emptyDir();
    const right = { DATA_DIR, DATABASE_URL: await createDatabase() };
    const first = await serveHere(right);
    await new Browser(first.url.replace(/\/$/, '')).walk(PRESSES_TO_NAME.zefzafi + 1);
    await first.stop();

    const empty = { DATA_DIR, DATABASE_URL: await createDatabase() };
    const second = start(onTestFinished, empty);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('1 signatures or more');
    expect(second.output()).toContain('--accept-new-database');
    expect(second.output()).not.toMatch(/^\s+at /m);

    expect((await totalAt(await served(onTestFinished, right))).body).toMatchObject({ signatures: 1 });
    const fourth = start(onTestFinished, empty, { flags: ['--accept-new-database'] });
    expect((await totalAt(await ready(fourth))).body).toMatchObject({ signatures: 0 });
  });

  it('says that nothing is confirmed while the tables are gone, and makes none at 0', async ({
    onTestFinished,
  }) => {
    const DATA_DIR = await emptyDir();
    const DATABASE_URL = await createDatabase();
    const url = await served(onTestFinished, { DATA_DIR, DATABASE_URL });
    await new Browser(url).walk(PRESSES_TO_NAME.zefzafi + 1);
    await once(DATABASE_URL, 'ALTER SCHEMA petition_zefzafi_preview RENAME TO elsewhere');
    await vi.waitUntil(async () => (await fetch(`${url}/readyz`)).status === 503, { timeout: 10_000 });
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ codes: ['database-schema-missing'] });
    expect(await totalAt(url)).toEqual({ status: 503, body: { error: 'unavailable' } });
    const metrics = async () => (await fetch(`${url}/metrics`)).text();
    expect(await metrics()).toMatch(/^petition_database_up 0$/m);
    expect(await metrics()).not.toMatch(/^petition_(?:signatures|paused) /m);
    const answer = lastOf(await new Browser(url).act({ kind: 'command', command: 'sign' }));
    expect(answer.html).toContain('could not confirm');
    expect(await once(DATABASE_URL, `SELECT to_regnamespace('petition_zefzafi_preview') AS made`)).toEqual([
      { made: null },
    ]);
    await once(DATABASE_URL, 'ALTER SCHEMA elsewhere RENAME TO petition_zefzafi_preview');
    await vi.waitUntil(async () => (await fetch(`${url}/readyz`)).status === 200, { timeout: 10_000 });
    expect((await totalAt(url)).body).toMatchObject({ signatures: 1 });
    for (const line of ['database_up 1', 'platform_up{channel="web"} 1', 'signatures 1', 'paused 0'])
      expect((await metrics()).split('\n')).toContain(`petition_${line}`);
    await vi.waitUntil(
      async () => (await metrics()).includes('\npetition_lease_held{lease="housekeeping"} 1\n'),
      UNTIL,
    );
  });

  it('begins on an empty database twice at once, as two processes of one campaign do', async ({
    onTestFinished,
  }) => {
    const DATA_DIR = await emptyDir();
    const DATABASE_URL = await createDatabase();
    const urls = await Promise.all([1, 2].map(() => served(onTestFinished, { DATA_DIR, DATABASE_URL })));
    for (const url of urls) await new Browser(url).walk(PRESSES_TO_NAME.zefzafi + 1);
    for (const url of urls) expect((await totalAt(url)).body).toMatchObject({ signatures: 2 });
  });

  it('goes on at the standby once that is promoted, with every signature', async () => {
    const pair = await startPair();
    try {
      const sockets = [pair.primary, pair.standby].map(({ url }) => url.split('?host=')[1]);
      const DATABASE_URL = `postgresql://postgres@/postgres?host=${sockets}&target_session_attrs=read-write`;
      const DATA_DIR = await emptyDir();
      const running = await serveHere({ DATA_DIR, DATABASE_URL });
      const url = running.url.replace(/\/$/, '');
      await new Browser(url).walk(PRESSES_TO_NAME.zefzafi + 1);
      await pair.caughtUp();
      await pair.primary.stop();
      await vi.waitUntil(async () => (await fetch(`${url}/readyz`)).status === 503, UNTIL);
      await pair.promote();
      await vi.waitUntil(async () => (await fetch(`${url}/readyz`)).status === 200, UNTIL);
      await new Browser(url).walk(PRESSES_TO_NAME.zefzafi + 1);
      expect((await totalAt(url)).body).toMatchObject({ signatures: 2 });
      await running.stop();
    } finally {
      await pair.remove();
    }
  });
});
