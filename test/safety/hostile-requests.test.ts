import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/storage/database.js';
import { openServer } from '../../src/storage/server.js';
import { SECRET } from '../adapters/telegram/support.js';
import { ask, rawExchange } from '../http/support.js';
import { createDatabase } from '../support/postgres.js';
import { BODIES, BYTES, PAGE_HEADERS } from './hostile-requests.js';
import { type Stand, startStand } from './stand.js';
import { onDiscord, WebVisitor } from './supporters.js';

/** Taps that Discord's gateway never sends: with missing parts, or of the wrong type. */
const TAPS: readonly object[] = [
  {},
  { id: '1', type: 3 },
  { id: '1', type: 99, token: 'x', data: {} },
  { id: ['1'], type: 2, token: 'x', data: { name: ['petition'], options: 'sign' } },
  { id: '1', type: 3, token: 'x', data: { component_type: 2, custom_id: ['x'] }, user: { id: '1' } },
  { id: '1', type: 5, token: 'x', data: { custom_id: 'x', components: null }, user: { id: '1' } },
];

describe('requests that nobody of good will sends', () => {
  let dataDir: string;
  let stand: Stand;
  let database: Database;
  let before: unknown;

  beforeAll(async () => {
    const databaseUrl = await createDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'petition-hostile-'));
    stand = await startStand({ databaseUrl, dataDir, level: 'debug' });
    database = openServer(databaseUrl);
    before = await rows();
  });
  afterAll(async () => {
    await stand.stop();
    await database.close();
    await rm(dataDir, { recursive: true });
  });

  /** How many conversations and signatures there are. */
  function rows(): Promise<unknown> {
    const tables = ['petition_zefzafi', 'petition_zefzafi_preview'].flatMap((schema) =>
      ['conversations', 'signatures'].map(
        (table) => `(SELECT count(*)::int FROM ${schema}.${table}) AS ${schema}_${table}`,
      ),
    );
    return database.query(`SELECT ${tables.join(', ')}`);
  }

  const webhook = (body: string, headers: Readonly<Record<string, string>> = {}) =>
    ask(`${stand.url}/telegram/webhook`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Telegram-Bot-Api-Secret-Token': SECRET, ...headers },
      body,
    });
  const slack = async (body: string) => (await stand.slackByHttp.door.post(body)).status;

  it('have bodies that are refused or let go, and begin nothing', async () => {
    const seen = [];
    for (const { body, why } of BODIES) {
      const page = (await new WebVisitor(stand.url).post(body)).status;
      const telegram = (await webhook(body)).status;
      seen.push({ why, answers: { page, telegram, slack: await slack(body) } });
    }
    expect(seen).toEqual(BODIES.map(({ why, answers }) => ({ why, answers })));
    expect(await rows()).toEqual(before);
  });

  it('have headers that the page’s chat refuses', async () => {
    const sign = JSON.stringify({
      id: '0d3f0a3e-9a7e-4a5f-8f5e-2f6d1c1b0a99',
      action: { kind: 'command', command: 'sign' },
    });
    const seen = [];
    for (const { headers, why } of PAGE_HEADERS) {
      seen.push({ why, status: (await new WebVisitor(stand.url).post(sign, headers)).status });
    }
    expect(seen).toEqual(PAGE_HEADERS.map(({ why, status }) => ({ why, status })));
    expect(await rows()).toEqual(before);
  });

  it('have sessions that were made up, in place of which one is given', async () => {
    const forged = ['', '../../../etc/passwd', 'x'.repeat(4_000), '__proto__', 'a'.repeat(33), 'null'];
    for (const session of forged) {
      const body = JSON.stringify({
        id: '0d3f0a3e-9a7e-4a5f-8f5e-2f6d1c1b0a99',
        action: { kind: 'text', text: '' },
      });
      const visitor = new WebVisitor(stand.url);
      const { status } = await visitor.post(body, { Cookie: `petition_chat=${session}` });
      expect(status).toBe(200);
      expect(visitor.person.id).toMatch(/^[A-Za-z0-9_-]{32}$/);
      expect(visitor.person.id).not.toBe(session);
    }
    await database.query('DELETE FROM petition_zefzafi_preview.conversations');
  });

  it('prove themselves twice, once right and once wrong, and are not believed', async () => {
    const update = JSON.stringify({ update_id: 77 });
    const port = Number(new URL(stand.url).port);
    const name = 'X-Telegram-Bot-Api-Secret-Token';
    const answer = await rawExchange(
      port,
      `POST /telegram/webhook HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n${name}: ${SECRET}\r\n${name}: x\r\nContent-Length: ${update.length}\r\n\r\n${update}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    expect((await webhook(update, { 'Content-Encoding': 'gzip' })).status).toBe(400);
  });

  it('have bytes that are refused before anything looks at them', async () => {
    const port = Number(new URL(stand.url).port);
    const seen = [];
    for (const { bytes, why } of BYTES) {
      const answer = await rawExchange(port, bytes);
      seen.push({ why, status: Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]) });
    }
    expect(seen).toEqual(BYTES.map(({ why, status }) => ({ why, status })));
    expect(await rows()).toEqual(before);
  });

  it('come by Discord’s gateway in pieces, and the next person is served all the same', async () => {
    for (const tap of TAPS) stand.discord.gateway.dispatch('INTERACTION_CREATE', tap);
    expect(await rows()).toEqual(before);
    expect(await onDiscord(stand.discord.person()).command('sign')).not.toBe('');
  });
});
