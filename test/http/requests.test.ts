import { once } from 'node:events';
import { connect } from 'node:net';
import { json, Router } from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/channel/adapter.js';
import { reply, webhook } from '../../src/channel/kit/webhook.js';
import { BODY_LIMIT_BYTES } from '../../src/http/limits.js';
import { AddressUnavailable } from '../../src/http/server.js';
import { ask, rawExchange, startServer, type TestServer } from './support.js';

let server: TestServer;
afterEach(() => server.close());

const BROWSER = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'Accept-Language': 'en' };

describe('security headers', () => {
  it('are on every answer', async () => {
    server = await startServer();
    for (const path of ['/', '/api/total', '/assets/page.css', '/nowhere']) {
      const { headers } = await ask(server.url + path);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';manifest-src 'self';" +
          "base-uri 'none';form-action 'none';frame-ancestors 'none'",
      );
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['strict-transport-security']).toBeUndefined();
    }
  });

  it('require https if the public address has it', async () => {
    server = await startServer({ settings: { publicUrl: 'https://petition.example' } });
    expect((await ask(server.url)).headers['strict-transport-security']).toContain('max-age=');
  });
});

describe('compression', () => {
  it('makes pages, styles and scripts smaller for browsers that understand it', async () => {
    server = await startServer();
    for (const path of ['/', '/assets/page.css', '/assets/total.js']) {
      const plain = await ask(server.url + path);
      const small = await ask(server.url + path, { headers: { 'Accept-Encoding': 'gzip, br' } });
      expect([small.status, small.headers['content-encoding']]).toEqual([200, 'br']);
      expect(small.headers.vary).toContain('Accept-Encoding');
      expect(small.body.length).toBeLessThan(plain.body.length / 2);
      expect(plain.headers['content-encoding']).toBeUndefined();
    }
  });

  it('says also of a page that has not changed that it depends on what the browser understands', async () => {
    server = await startServer();
    for (const path of ['/', '/embed']) {
      const first = await ask(server.url + path);
      const again = await ask(server.url + path, { headers: { 'If-None-Match': first.headers.etag ?? '' } });
      expect(again.status).toBe(304);
      expect(again.headers.vary).toBe(first.headers.vary);
      expect(again.headers['content-encoding']).toBeUndefined();
    }
  });

  it('leaves numbers as they are', async () => {
    server = await startServer();
    const { headers } = await ask(`${server.url}/api/total`, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(headers['content-encoding']).toBeUndefined();
  });
});

describe('a request that can not be answered', () => {
  it('gets not-found: JSON for programs, a page for people, and nothing of the request in either', async () => {
    server = await startServer();
    const program = await ask(`${server.url}/<script>alert(1)</script>?q=secret`);
    expect([program.status, program.body]).toEqual([404, '{"error":"not-found"}']);
    const person = await ask(`${server.url}/<script>alert(1)</script>?q=secret`, { headers: BROWSER });
    expect(person.status).toBe(404);
    expect(person.headers['content-type']).toContain('text/html');
    expect(person.body).toContain('<h1>');
    expect(person.body).not.toContain('alert');
    expect(person.body).not.toContain('secret');
  });

  it.each(['/', '/api/total', '/api/total/events', '/healthz', '/readyz', '/metrics', '/favicon.svg'])(
    'gets the allowed methods of %s if it uses another one',
    async (path) => {
      server = await startServer();
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
        const answer = await ask(server.url + path, { method });
        expect([answer.status, answer.body]).toEqual([405, '{"error":"method-not-allowed"}']);
        expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS');
      }
      const options = await ask(server.url + path, { method: 'OPTIONS' });
      expect([options.status, options.headers.allow, options.body]).toEqual([204, 'GET, HEAD, OPTIONS', '']);
    },
  );

  it('has no body for HEAD, and the headers of GET', async () => {
    server = await startServer();
    for (const path of ['/', '/api/total', '/healthz', '/readyz', '/metrics', '/favicon.svg']) {
      const answer = await ask(server.url + path, { method: 'HEAD' });
      expect([answer.status, answer.body]).toEqual([200, '']);
      expect(answer.headers['content-type']).toBeDefined();
    }
  });

  it('gets refused if its address is not text, or if its path leaves the public files', async () => {
    server = await startServer();
    for (const path of [
      '/%',
      '/%ff',
      '/assets/%2e%2e%2fapp.ts',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/assets/',
    ]) {
      expect([400, 404]).toContain((await ask(server.url + path)).status);
    }
    const outside = await rawExchange(
      server.port,
      'GET /assets/../../../package.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    );
    expect(outside).toContain('404');
  });

  it('gets refused if it is not HTTP', async () => {
    server = await startServer();
    expect(await rawExchange(server.port, 'hello?\r\n\r\n')).toContain('HTTP/1.1 400');
    expect(
      await rawExchange(server.port, `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`),
    ).toContain('HTTP/1.1 431');
  });
});

/** An adapter with routes of its own. */
function withRoutes(): Adapter {
  const router = Router();
  router.post('/hook', json({ limit: BODY_LIMIT_BYTES }), (request, response) => {
    response.json({ length: JSON.stringify(request.body).length });
  });
  router.post('/fails', () => {
    throw new Error('somebody wrote: my secret');
  });
  return {
    channel: 'hook',
    router,
    invitation: () => null,
    health: () => ({ ok: true }),
    start: async () => {},
    stop: async () => {},
  };
}

describe('bodies', () => {
  const headers = { 'Content-Type': 'application/json' };
  const jsonOf = (bytes: number) => `"${'x'.repeat(bytes - 2)}"`;

  it('are read up to 256 KiB and refused one byte above, with or without a declared length', async () => {
    server = await startServer({ adapters: [withRoutes()] });
    const wrapped = (bytes: number) => `[${jsonOf(bytes - 2)}]`;
    expect(
      (await ask(`${server.url}/hook`, { method: 'POST', headers, body: wrapped(256 * 1024) })).status,
    ).toBe(200);
    for (const extra of [{}, { 'Transfer-Encoding': 'chunked' }]) {
      const answer = await ask(`${server.url}/hook`, {
        method: 'POST',
        headers: { ...headers, ...extra },
        body: wrapped(256 * 1024 + 1),
      });
      expect([answer.status, answer.body]).toEqual([413, '{"error":"too-large"}']);
    }
  });

  it('are refused above the limit even if no route reads them', async () => {
    server = await startServer();
    const answer = await ask(`${server.url}/nowhere`, { method: 'POST', headers, body: jsonOf(5_000_000) });
    expect(answer.status).toBe(413);
    expect((await ask(`${server.url}/healthz`)).status).toBe(200);
  });

  it('that are not JSON are refused, and the error of a failing route is not sent', async () => {
    server = await startServer({ adapters: [withRoutes()] });
    const bad = await ask(`${server.url}/hook`, { method: 'POST', headers, body: '{"name": "Aicha' });
    expect([bad.status, bad.body]).toEqual([400, '{"error":"bad-request"}']);
    const failed = await ask(`${server.url}/fails`, { method: 'POST', headers, body: '{}' });
    expect([failed.status, failed.body]).toEqual([500, '{"error":"internal"}']);
    const log = server.logged.join('');
    expect(log).toContain('a request failed');
    expect(log).not.toContain('Aicha');
    expect(log).not.toContain('secret');
  });
});

describe('what a platform posts', () => {
  const adapter: Adapter = {
    ...withRoutes(),
    webhook: webhook('/posted', async ({ body }, response) => {
      if (body.length === 0) throw new Error('somebody wrote: my secret');
      reply(response, 200, { length: body.length });
    }),
  };
  const post = (path: string, body: string) => ask(server.url + path, { method: 'POST', body });

  it('is answered without the headers for browsers, also with a slash or a query behind the address', async () => {
    server = await startServer({ adapters: [adapter] });
    for (const path of ['/posted', '/posted/', '/posted?a=b']) {
      const { status, body, headers } = await post(path, 'abc');
      expect([status, body, headers['content-security-policy']]).toEqual([200, '{"length":3}', undefined]);
    }
    expect((await post('/posted/more', 'abc')).status).toBe(404);
    const metrics = await server.metrics.registry.metrics();
    expect(metrics).toContain('petition_http_requests_total{route="/posted",status="200"} 3');
  });

  it('does not see the error of our own code, and neither does the log', async () => {
    server = await startServer({ adapters: [adapter] });
    const failed = await post('/posted', '');
    expect([failed.status, failed.body]).toEqual([500, '{"error":"internal"}']);
    const log = server.logged.join('');
    expect(log).toContain('a request failed');
    expect(log).not.toContain('secret');
  });

  it('may be broken off, and the next request is answered', async () => {
    server = await startServer({ adapters: [adapter] });
    const { port } = server;
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /posted HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc');
    await once(socket, 'connect');
    socket.destroy();
    await once(socket, 'close');
    expect((await post('/posted', 'abc')).status).toBe(200);
    expect(server.logged).toEqual([]);
  });
});

describe('slow and many requests', () => {
  it('closes the connection if the headers do not end', async () => {
    server = await startServer();
    const answer = await rawExchange(server.port, 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
    expect(answer).toContain('HTTP/1.1 408');
  });

  it('makes one address with too many requests wait, and no other', async () => {
    server = await startServer({ settings: { trustProxy: 1 } });
    const from = (address: string) =>
      ask(`${server.url}/api/total`, { headers: { 'X-Forwarded-For': address } });
    const statuses = [];
    for (let batch = 0; batch < 13; batch += 1) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => from('203.0.113.9')));
      statuses.push(...answers.map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(600);
    const refused = await from('203.0.113.9');
    expect([refused.status, refused.body, refused.headers['retry-after']]).toEqual([
      429,
      '{"error":"too-many-requests"}',
      '60',
    ]);
    expect((await from('198.51.100.7')).status).toBe(200);
  });

  it('ignores a forwarded address if no proxy is configured', async () => {
    server = await startServer();
    const statuses = new Set<number>();
    for (let batch = 0; batch < 13; batch += 1) {
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          ask(`${server.url}/api/total`, { headers: { 'X-Forwarded-For': `203.0.${batch}.${index}` } }),
        ),
      );
      for (const { status } of answers) statuses.add(status);
    }
    expect(statuses).toEqual(new Set([200, 429]));
  });
});

describe('the server', () => {
  it('says what to do when its port is in use', async () => {
    server = await startServer();
    const second = startServer({ settings: { port: server.port } });
    await expect(second).rejects.toThrow(AddressUnavailable);
    await expect(second).rejects.toThrow(`port ${server.port} on 127.0.0.1 is in use`);
  });

  it('finishes requests in flight when it closes, takes no new ones, and hangs up on connections without any', async () => {
    let enter = () => {};
    let release = () => {};
    const entered = new Promise<void>((resolve) => {
      enter = resolve;
    });
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    server = await startServer({
      ready: async () => {
        enter();
        await released;
        return { ok: true };
      },
    });
    const inFlight = ask(`${server.url}/readyz`);
    await entered;
    // A browser connects ahead of time.
    const unused = connect(server.port, '127.0.0.1').resume();
    await once(unused, 'connect');
    const hungUp = once(unused, 'close');
    await ask(`${server.url}/healthz`);
    const closed = server.close();
    await hungUp;
    release();
    expect((await inFlight).status).toBe(200);
    await closed;
    await expect(ask(`${server.url}/healthz`)).rejects.toThrow();
  });
});
