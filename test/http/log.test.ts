import { afterEach, describe, expect, it } from 'vitest';
import { logDocumentSchema } from '../../src/log-of-totals/document.js';
import { isConsistent, leafHash, rootOf } from '../../src/log-of-totals/merkle.js';
import { verifyLog } from '../../src/log-of-totals/verify.js';
import { documentOf, entriesOf, publishedOf } from '../log-of-totals/document.js';
import { day } from '../support/day.js';
import { ask, startServer, type TestServer } from './support.js';

let server: TestServer;
afterEach(() => server.close());

const honest = documentOf(entriesOf(12));

async function start(log = publishedOf(honest)): Promise<void> {
  server = await startServer({ log: () => log });
  server.count.counted = honest.total.signatures;
}

const get = (path: string) => ask(server.url + path);

describe('GET /log/entries', () => {
  it('answers with a log that passes every check, and any page may read it', async () => {
    await start();
    const { status, headers, body } = await get('/log/entries');
    expect(status).toBe(200);
    expect(headers['access-control-allow-origin']).toBe('*');
    const document = logDocumentSchema.parse(JSON.parse(body));
    expect(document).toMatchObject({ petition: 'sample', entries: honest.entries, since: 7 });
    const findings = verifyLog(document, { key: honest.key, kept: honest, today: day('2026-12-20') });
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('shows a difference between the log and the number, so that everybody can see it', async () => {
    await start({ ...publishedOf(honest), difference: 1000 });
    server.count.counted += 1000;
    const document = logDocumentSchema.parse(JSON.parse((await get('/log/entries')).body));
    const findings = verifyLog(document, { key: null, kept: null, today: null });
    expect(findings.filter(({ ok }) => !ok).map(({ check }) => check)).toEqual(['total']);
  });

  it('answers unavailable when the database is away', async () => {
    await start();
    server.count.away = true;
    expect((await get('/log/entries')).status).toBe(503);
    expect((await get('/log')).status).toBe(503);
    server.count.away = false;
    expect((await get('/log/entries')).status).toBe(200);
  });
});

describe('GET /log/checkpoint and /log/proof', () => {
  it('give the signed head, and the proof that it contains an earlier one', async () => {
    await start();
    expect((await get('/log/checkpoint')).body).toBe(honest.checkpoint);
    const leaves = honest.entries.map((line) => leafHash(Buffer.from(line)));
    const head = (size: number) => ({ size, root: rootOf(leaves.slice(0, size)) });
    for (const [first, second] of [
      [1, 12],
      [5, 12],
      [5, 9],
      [12, 12],
    ] as const) {
      const { status, body } = await get(`/log/proof?first=${first}&second=${second}`);
      expect(status).toBe(200);
      const proof: string[] = JSON.parse(body).consistency;
      const hashes = proof.map((hash) => Buffer.from(hash, 'base64'));
      expect(isConsistent(head(first), head(second), hashes)).toBe(true);
    }
    expect((await get('/log/proof?first=5')).body).toBe((await get('/log/proof?first=5&second=12')).body);
  });

  it('refuse sizes that the log has not had', async () => {
    await start();
    for (const query of [
      '',
      'first=0',
      'first=13',
      'first=5&second=13',
      'first=5&second=4',
      'first=x',
      'first=1&first=2',
    ]) {
      expect((await get(`/log/proof?${query}`)).status, query).toBe(400);
    }
  });
});

describe('the page of the log', () => {
  it('shows every line, the newest first, what it proves and what not, without a script', async () => {
    await start();
    const { body } = await get('/log');
    expect(body).toContain('<h1>The public log of this number</h1>');
    expect(body.indexOf('12 December 2026</th>')).toBeLessThan(body.indexOf('11 December 2026</th>'));
    expect(body).toContain('<td data-label="Signed">61</td><td data-label="Withdrawn">10</td>');
    expect(body).toContain('What it does not prove');
    expect(body).toContain(honest.key);
    expect(body).toContain('From 13 December 2026 on there is no line yet.');
    expect(body).toContain('<svg');
    expect(body).not.toContain('<script');
    expect((await get('/log?lang=ar')).body).toContain('<html lang="ar" dir="rtl">');
    expect(body).toContain('href="/log?lang=ar"');
  });

  it('shows a correction with its reason, which can not become markup', async () => {
    const entries = entriesOf(3);
    const last = entries[2];
    if (last === undefined) throw new Error('there are entries');
    const correction = {
      petition: 'sample',
      day: day('2026-12-04'),
      offset: 100,
      corrected: -30,
      reason: 'a <backup>',
      total: last.total - 30,
    };
    await start(publishedOf(documentOf([...entries, correction])));
    expect((await get('/log')).body).toContain('Correction (\u2068−30\u2069): \u2068a &lt;backup&gt;\u2069');
  });

  it('folds old lines away', async () => {
    await start(publishedOf(documentOf(entriesOf(40))));
    const [open = '', folded = ''] = (await get('/log')).body.split('<details>');
    expect(open.match(/<tr><th scope="row">/g)).toHaveLength(31);
    expect(folded.match(/<tr><th scope="row">/g)).toHaveLength(9);
    expect(folded).toContain('1 December 2026</th>');
  });

  it('says that the log begins soon where it has no head yet', async () => {
    server = await startServer({ log: () => null });
    expect((await get('/log')).body).toContain('There is no line yet. The first one will appear here');
    expect((await get('/log/checkpoint')).status).toBe(404);
  });

  it('is linked from the campaign page, and is nowhere without a key', async () => {
    await start();
    expect((await get('/')).body).toContain('<a href="/log?lang=en">How this number changed, day by day</a>');
    await server.close();
    server = await startServer();
    expect((await get('/')).body).not.toContain('/log');
    expect((await get('/log')).status).toBe(404);
    expect((await get('/log/entries')).status).toBe(404);
  });
});
