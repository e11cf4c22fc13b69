import { afterEach, describe, expect, it } from 'vitest';
import { ask, startServer, type TestServer } from './support.js';

let server: TestServer;
afterEach(() => server.close());

describe('GET /api/total', () => {
  it('answers with exactly the agreed fields: offset and counted signatures, and the next goal', async () => {
    server = await startServer({ now: () => new Date('2026-03-04T05:06:07Z') });
    server.count.counted = 42;
    const answer = await ask(`${server.url}/api/total`);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({
      petition: 'sample',
      total: 142,
      signatures: 42,
      offset: 100,
      goal: 200,
      asOf: '2026-03-04T05:06:07.000Z',
    });
  });

  it('gives the next goal when one is reached, and stays at the last', async () => {
    server = await startServer();
    const goalAt = async (counted: number) => {
      server.count.counted = counted;
      return JSON.parse((await ask(`${server.url}/api/total`)).body).goal;
    };
    expect([
      await goalAt(99),
      await goalAt(100),
      await goalAt(399),
      await goalAt(400),
      await goalAt(5000),
    ]).toEqual([200, 500, 500, 1000, 1000]);
  });

  it('may be read by any page, and is never kept by a cache', async () => {
    server = await startServer();
    const { headers } = await ask(`${server.url}/api/total`, { headers: { Origin: 'https://example.org' } });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    expect(headers['cache-control']).toBe('no-store');
  });

  it('answers unavailable, without a number, when the database is away', async () => {
    server = await startServer();
    server.count.counted = 7;
    await ask(`${server.url}/api/total`);
    server.count.away = true;
    const answer = await ask(`${server.url}/api/total`);
    expect([answer.status, answer.body]).toEqual([503, '{"error":"unavailable"}']);
    server.count.away = false;
    expect(JSON.parse((await ask(`${server.url}/api/total`)).body).total).toBe(107);
  });
});

describe('GET /api/total/events', () => {
  it('sends the number first, and then only when it changes', async () => {
    server = await startServer();
    const stream = await openStream(server);
    expect(await stream.next()).toMatchObject({ total: 100 });
    server.nudge();
    server.count.counted = 1;
    server.nudge();
    expect(await stream.next()).toMatchObject({ total: 101, goal: 200 });
    server.count.counted = 0;
    server.nudge();
    expect(await stream.next()).toMatchObject({ total: 100 });
    stream.cancel();
  });

  it('gives everybody who listens the same number', async () => {
    server = await startServer();
    const streams = await Promise.all([openStream(server), openStream(server), openStream(server)]);
    for (const stream of streams) expect(await stream.next()).toMatchObject({ total: 100 });
    server.count.counted = 5;
    server.nudge();
    for (const stream of streams) expect(await stream.next()).toMatchObject({ total: 105 });
    for (const stream of streams) stream.cancel();
  });

  it('refuses when the database is away, so that no page shows a made-up number', async () => {
    server = await startServer();
    server.count.away = true;
    const answer = await ask(`${server.url}/api/total/events`);
    expect([answer.status, answer.body]).toEqual([503, '{"error":"unavailable"}']);
  });

  it('limits the streams of one address, and allows a new one after another ends', async () => {
    server = await startServer();
    const streams = await Promise.all(Array.from({ length: 50 }, () => openStream(server)));
    const refused = await ask(`${server.url}/api/total/events`);
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '60']);
    for (const stream of streams) stream.cancel();
    await expect.poll(async () => (await openStream(server)).status).toBe(200);
  });

  it('ends when the server closes', async () => {
    server = await startServer();
    const stream = await openStream(server);
    await stream.next();
    await server.close();
    expect(await stream.next()).toBeNull();
  });

  it('answers HEAD without beginning a stream', async () => {
    server = await startServer();
    const answer = await ask(`${server.url}/api/total/events`, { method: 'HEAD' });
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/event-stream']);
  });
});

/** A client of the events; `next` gives the data of the next event, null at the end. */
async function openStream({ url }: TestServer) {
  const ended = new AbortController();
  const response = await fetch(`${url}/api/total/events`, { signal: ended.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    status: response.status,
    cancel: () => ended.abort(),
    async next(): Promise<unknown> {
      for (;;) {
        const event = /^data: (.*)\n\n/m.exec(text);
        if (event?.[1] !== undefined) {
          text = text.slice(event.index + event[0].length);
          return JSON.parse(event[1]);
        }
        const chunk = await reader?.read();
        if (chunk === undefined || chunk.done) return null;
        text += chunk.value;
      }
    },
  };
}
