import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Browser } from './adapters/web/browser.js';
import { newDataDir } from './support/embedded.js';
import { type Main, startMain } from './support/main.js';
import { startPostgres, type TestPostgres } from './support/postgres.js';

const running: Main[] = [];
function start(env: Readonly<Record<string, string>>): Main {
  const program = startMain(['serve'], env);
  running.push(program);
  return program;
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

async function totalAt(url: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${url}/api/total`);
  return { status: answer.status, body: await answer.json() };
}

afterEach(async () => {
  for (const program of running.splice(0)) {
    program.signal('SIGKILL');
    await program.ended;
  }
});
afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

describe('the program', () => {
  it('starts in a locale without UTF-8, keeps what is signed through a kill -9, and takes two SIGINT at once for one', async () => {
    const env = { DATA_DIR: await dataDir(), LANG: 'C', LC_ALL: 'C' };
    const first = start(env);
    const url = await ready(first);
    expect((await totalAt(url)).body).toMatchObject({
      petition: 'zefzafi',
      total: 785,
      signatures: 0,
      goal: 1000,
    });
    const browser = new Browser(url, ['ar']);
    const thanks = await browser.walk(8);
    expect(thanks.html).toContain('شكر');
    expect((await totalAt(url)).body).toMatchObject({ total: 786, signatures: 1 });
    first.signal('SIGKILL');
    await first.ended;

    const second = start(env);
    expect((await totalAt(await ready(second))).body).toMatchObject({ total: 786, signatures: 1 });
    second.signal('SIGINT');
    second.signal('SIGINT');
    expect(await second.ended).toBe(0);
  });

  it('leaves a running one on the same folder alone, says why it does not start, and ends on SIGTERM', async () => {
    const env = { DATA_DIR: await dataDir() };
    const first = start(env);
    const url = await ready(first);
    const second = start(env);
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('is in use by process');
    expect((await totalAt(url)).status).toBe(200);
    first.signal('SIGTERM');
    expect(await first.ended).toBe(0);
  });

  it('says all that is wrong with the environment, and repeats no value', async () => {
    const program = start({
      DATA_DIR: await dataDir(),
      PORT: 'http',
      IDENTITY_PEPPER: 'a-short-secret',
      LOG_LEVEL: 'loud',
    });
    expect(await program.ended).toBe(1);
    for (const variable of ['PORT', 'IDENTITY_PEPPER', 'LOG_LEVEL'])
      expect(program.output()).toContain(`${variable}: `);
    expect(program.output()).not.toContain('a-short-secret');
  });

  it('names the petitions that there are when it is asked for another', async () => {
    const program = start({ DATA_DIR: await dataDir(), PETITION: 'nobody' });
    expect(await program.ended).toBe(1);
    expect(program.output()).toContain('zefzafi');
    expect(program.output()).not.toMatch(/^\s+at /m);
  });

  it('says when its port is another program’s', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const program = start({ DATA_DIR: await dataDir(), PORT: String(port) });
    expect(await program.ended).toBe(1);
    expect(program.output()).toContain(`port ${port}`);
    other.close();
  });
});

describe('the program on a database server', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.remove());

  it('starts while the server is away, shows no number, and records signatures once it is back', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'petition-program-'));
    folders.push(folder);
    const DATABASE_URL = await postgres.createDatabase();
    await postgres.stop();
    const program = start({ DATA_DIR: folder, DATABASE_URL });
    const url = await ready(program);
    expect(await totalAt(url)).toEqual({ status: 503, body: { error: 'unavailable' } });
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);

    await postgres.start();
    await vi.waitUntil(async () => (await fetch(`${url}/readyz`)).status === 200, {
      timeout: 30_000,
      interval: 200,
    });
    await new Browser(url).walk(8);
    expect((await totalAt(url)).body).toMatchObject({ total: 786 });
    program.signal('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(program.output()).toContain('the database is back');
  });

  it('begins on an empty database twice at once, as two processes of one campaign do', async () => {
    const DATA_DIR = await mkdtemp(join(tmpdir(), 'petition-program-'));
    folders.push(DATA_DIR);
    const DATABASE_URL = await postgres.createDatabase();
    const programs = [start({ DATA_DIR, DATABASE_URL }), start({ DATA_DIR, DATABASE_URL })];
    const urls = await Promise.all(programs.map(ready));
    for (const url of urls) await new Browser(url).walk(8);
    for (const url of urls) expect((await totalAt(url)).body).toMatchObject({ signatures: 2 });
  });
});
