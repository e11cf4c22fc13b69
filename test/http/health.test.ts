import { afterEach, describe, expect, it } from 'vitest';
import type { Recount } from '../../src/signatures/recount.js';
import { StoreUnavailable } from '../../src/storage/database.js';
import { day } from '../support/day.js';
import { ask, platform, startServer, type TestServer } from './support.js';

let server: TestServer;
afterEach(() => server.close());

describe('GET /healthz', () => {
  it('says that the process is alive, whatever the database does', async () => {
    server = await startServer({ ready: async () => ({ ok: false, codes: ['database-ECONNREFUSED'] }) });
    server.count.away = true;
    expect((await ask(`${server.url}/healthz`)).status).toBe(200);
  });
});

describe('GET /readyz', () => {
  it('is ready when a signature can be recorded, and tells how each channel is', async () => {
    const adapters = [platform('one', { ok: true }), platform('two', { ok: false, code: 'gateway-away' })];
    server = await startServer({ adapters });
    const answer = await ask(`${server.url}/readyz`);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ ready: true, channels: { one: 'ok', two: 'gateway-away' } });
  });

  it('is not ready, and says by which code, when the database takes no signature', async () => {
    server = await startServer({ ready: async () => ({ ok: false, codes: ['database-read-only'] }) });
    const answer = await ask(`${server.url}/readyz`);
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.body)).toMatchObject({ ready: false, codes: ['database-read-only'] });
  });

  it('is not ready when no channel at all can be reached', async () => {
    server = await startServer({ adapters: [platform('one', { ok: false, code: 'token-refused' })] });
    const answer = await ask(`${server.url}/readyz`);
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.body)).toMatchObject({
      codes: ['no-channel'],
      channels: { one: 'token-refused' },
    });
  });

  it('is not ready when looking fails, and tells nothing of why', async () => {
    server = await startServer({
      ready: async () => {
        throw new Error('password of the database: hunter2');
      },
    });
    const answer = await ask(`${server.url}/readyz`);
    expect(answer.status).toBe(503);
    expect(answer.body).not.toContain('hunter2');
  });

  it('looks at the database once for many who ask at the same time', async () => {
    let looks = 0;
    server = await startServer({
      ready: async () => {
        looks += 1;
        return { ok: true };
      },
    });
    await Promise.all(Array.from({ length: 20 }, () => ask(`${server.url}/readyz`)));
    expect(looks).toBe(1);
  });
});

describe('GET /metrics', () => {
  const TOKEN = 'a-token-of-some-length';

  it('is open to this machine, in the text form of Prometheus', async () => {
    server = await startServer();
    server.count.counted = 12;
    server.metrics.turnsOf('sample')('web', 'applied', 0.02);
    await ask(`${server.url}/api/total`);
    await ask(`${server.url}/?lang=en`);
    const answer = await ask(`${server.url}/metrics`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('text/plain');
    expect(answer.body).toContain('petition_signatures 12');
    expect(answer.body).toContain('petition_events_total{channel="web",outcome="applied"} 1');
    expect(answer.body).toContain('petition_turn_seconds_count{channel="web"} 1');
    expect(answer.body).toContain('petition_http_requests_total{route="/api/total",status="200"} 1');
    expect(answer.body).toContain('petition_http_requests_total{route="/",status="200"} 1');
  });

  it('leaves the signatures out while they cannot be read', async () => {
    server = await startServer();
    await ask(`${server.url}/metrics`);
    server.count.away = true;
    const answer = await ask(`${server.url}/metrics`);
    expect(answer.status).toBe(200);
    expect(answer.body).not.toMatch(/^petition_signatures /m);
  });

  it('shows what the last recount found, and nothing before there was one or while it cannot be read', async () => {
    server = await startServer();
    let last: () => Promise<Recount | null> = async () => null;
    server.metrics.showRecount('sample', () => last());
    const findings = async () =>
      (await ask(`${server.url}/metrics`)).body.split('\n').filter((line) => /^petition_recount/.test(line));
    expect(await findings()).toEqual([]);
    last = async () => ({
      day: day('2026-03-01'),
      places: 2,
      closedNames: 7,
      logDifference: -3,
      logTrouble: null,
    });
    expect(await findings()).toEqual([
      'petition_recount_findings{what="names"} 7',
      'petition_recount_findings{what="tally"} 2',
      'petition_recount_findings{what="log"} 3',
    ]);
    last = async () => {
      throw new StoreUnavailable('timeout');
    };
    expect(await findings()).toEqual([]);
  });

  it('counts what nobody knows under one label, so that no asked-for address gets in', async () => {
    server = await startServer();
    await ask(`${server.url}/somebody/at/home?name=secret`);
    const { body } = await ask(`${server.url}/metrics`);
    expect(body).toContain('petition_http_requests_total{route="other",status="404"} 1');
    expect(body).not.toContain('somebody');
  });

  it.each([
    ['X-Forwarded-For', '203.0.113.9'],
    ['X-Forwarded-For', '127.0.0.1'],
    ['X-Real-IP', '127.0.0.1'],
    ['Forwarded', 'for=127.0.0.1'],
    ['Via', '1.1 proxy'],
  ])('is closed to what a proxy on this machine forwards: %s: %s', async (name, value) => {
    for (const trustProxy of [0, 1, 2]) {
      server = await startServer({ settings: { trustProxy } });
      const answer = await ask(`${server.url}/metrics`, { headers: { [name]: value } });
      expect([answer.status, answer.body]).toEqual([403, '{"error":"forbidden"}']);
      await server.close();
    }
  });

  it.each([
    ['a public address', { publicUrl: 'https://petition.example' }],
    ['a trusted proxy', { trustProxy: 1 }],
  ])(
    'is closed without the token where there is %s: a bare proxy looks like this machine',
    async (_name, settings) => {
      server = await startServer({ settings: { ...settings, metricsToken: TOKEN } });
      const statusWith = async (headers: Record<string, string>) =>
        (await ask(`${server.url}/metrics`, { headers })).status;
      expect(await statusWith({})).toBe(403);
      expect(await statusWith({ Authorization: `Bearer ${TOKEN}` })).toBe(200);
    },
  );

  it('is closed to a foreign name that was pointed at this machine', async () => {
    server = await startServer();
    expect((await ask(`${server.url}/metrics`, { headers: { Host: 'evil.example' } })).status).toBe(403);
  });

  it('is open from anywhere with the token, and only with exactly that', async () => {
    server = await startServer({ settings: { metricsToken: TOKEN, trustProxy: 1 } });
    const statusWith = async (authorization: string) =>
      (
        await ask(`${server.url}/metrics`, {
          headers: { Authorization: authorization, 'X-Forwarded-For': '203.0.113.9' },
        })
      ).status;
    expect(await statusWith(`Bearer ${TOKEN}`)).toBe(200);
    for (const wrong of [
      `Bearer ${TOKEN}x`,
      `Bearer ${TOKEN.slice(1)}`,
      `Basic ${TOKEN}`,
      'Bearer ',
      TOKEN,
    ]) {
      expect(await statusWith(wrong)).toBe(403);
    }
  });

  it('takes no token where none is set', async () => {
    server = await startServer();
    const headers = { Authorization: 'Bearer null', 'X-Forwarded-For': '203.0.113.9' };
    expect((await ask(`${server.url}/metrics`, { headers })).status).toBe(403);
  });
});
