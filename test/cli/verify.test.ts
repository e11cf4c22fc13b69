import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addressesOf } from '../../src/cli/verify.js';
import type { LogDocument } from '../../src/log-of-totals/document.js';
import { startServer, type TestServer } from '../http/support.js';
import { documentOf, entriesOf, publishedOf } from '../log-of-totals/document.js';
import { run } from './support.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'));
});
afterAll(() => rm(folder, { recursive: true }));
const servers: TestServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

const NOW = new Date('2026-12-20T12:00:00Z');
const honest = documentOf(entriesOf(12));

/** A petition's server; it shows as many signatures as its log and 7 more. */
async function serve(document: LogDocument): Promise<TestServer> {
  const server = await startServer({ log: () => publishedOf(document) });
  servers.push(server);
  server.count.counted = document.total.signatures;
  return server;
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const verify = (...argv: string[]) => run(['verify', ...argv], {}, { now: NOW });

describe('petition verify', () => {
  it('passes an honest log, keeps it, and compares with it the next time; without any setting', async () => {
    const log = join(folder, 'log.json');
    const young = await serve(documentOf(entriesOf(5)));
    const first = await verify(young.url, '--save', log);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('✓ signature');
    expect(first.out).toContain('All is well.\n');

    const { url } = await serve(honest);
    const second = await verify(`${url}/log`, '--kept', log, '--key', honest.key, '--save', log);
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(second.out).toContain('✓ kept       the 5 entries of 2026-12-20 are unchanged\n');
    expect(second.out).toContain('✓ kept       the proof of the server holds\n');
    // The file is the whole log, to be checked anywhere.
    expect(JSON.parse(await readFile(log, 'utf8'))).toMatchObject({ entries: honest.entries });
    expect(await verify(log)).toMatchObject({ code: 0, err: '' });
  });

  it('takes a head alone as what was kept', async () => {
    const { url } = await serve(honest);
    const head = await file('checkpoint', documentOf(entriesOf(5)).checkpoint);
    expect(await verify(url, '--kept', head)).toMatchObject({ code: 0, err: '' });
  });

  it('finds a log that no longer begins with what was kept, and keeps the former file', async () => {
    const { url } = await serve(documentOf(entriesOf(4)));
    const kept = await file('kept.json', JSON.stringify(honest));
    const ran = await verify(url, '--kept', kept, '--save', kept);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('✗ kept       the log has been shortened, or this is an old copy');
    expect(JSON.parse(await readFile(kept, 'utf8')).entries).toHaveLength(12);
  });

  it('finds a page that shows another total than the log', async () => {
    const { url } = await serve(honest);
    const page = { ...honest.total, total: honest.total.total + 5000 };
    const answers: Record<string, string> = {
      '/log/entries': JSON.stringify(honest),
      '/log/checkpoint': honest.checkpoint,
      '/api/total': JSON.stringify(page),
    };
    const site = createServer((request, response) => response.end(answers[request.url ?? '']));
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    const address = site.address();
    if (address === null || typeof address === 'string') throw new Error('not listening on a port');
    try {
      const ran = await verify(`http://127.0.0.1:${address.port}`);
      expect(ran.code).toBe(1);
      expect(ran.err).toContain('✗ total      the page shows a total of');
      expect((await verify(url)).code).toBe(0);
    } finally {
      await new Promise((resolve) => site.close(resolve));
    }
  });

  it('says what it can not read', async () => {
    const nothing = await startServer();
    servers.push(nothing);
    expect((await verify(nothing.url)).err).toContain('/log/entries: there is no such log (404)');
    expect((await verify('http://127.0.0.1:1/')).err).toContain('does not answer');
    expect((await verify(await file('other.json', '{}'))).err).toContain('is not what /log/entries answers');
    expect((await verify(join(folder, 'missing.json'))).err).toContain('there is no such file');
  });
});

describe('the addresses of a log', () => {
  it('follow from any page of a petition, also of one among several and below a path', () => {
    const total = (place: string) => addressesOf(place).total;
    for (const place of ['https://a.example', 'https://a.example/', 'https://a.example/log?lang=ar']) {
      expect(addressesOf(place)).toEqual({
        log: 'https://a.example/log',
        total: 'https://a.example/api/total',
      });
    }
    expect(addressesOf('https://a.example/p/rif/log/entries')).toEqual({
      log: 'https://a.example/p/rif/log',
      total: 'https://a.example/api/rif/total',
    });
    expect(total('https://a.example/below/p/rif')).toBe('https://a.example/below/api/rif/total');
    expect(total('https://a.example/below/')).toBe('https://a.example/below/api/total');
  });
});
