import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ask } from '../../http/support.js';
import { Browser } from './browser.js';
import { SIGN, setStage } from './stage.js';

const PAGE = { petition: 'sample', locale: 'en', open: true };

const stage = setStage();

describe('what the chat does not send', () => {
  const event = (action: unknown) => ({ id: randomUUID(), action });
  const hostile: readonly (readonly [string, string | Uint8Array | object])[] = [
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '7'],
    ['a list', '[]'],
    ['no JSON', 'sign'],
    ['half of a JSON', '{"id":'],
    ['an id that is no UUID', { id: 'x', action: SIGN }],
    ['an id that is a list', { id: [randomUUID()], action: SIGN }],
    ['no action', { id: randomUUID() }],
    ['a page of no shape', { ...event(SIGN), page: 'sample' }],
    ['an opening that the page does not have', { ...event(SIGN), page: { ...PAGE, opening: 'consent' } }],
    ['something more about the page', { ...event(SIGN), page: { ...PAGE, signed: true } }],
    ['something more', { ...event(SIGN), person: 'somebody else' }],
    ['something more in the action', event({ ...SIGN, locale: 'en' })],
    ['a command that nobody has', event({ kind: 'command', command: 'export' })],
    ['a kind that nobody has', event({ kind: 'sign' })],
    ['a code that is a number', event({ kind: 'press', code: 5 })],
    ['a code that is too long', event({ kind: 'press', code: 'x'.repeat(257) })],
    ['a text that is far too long', event({ kind: 'text', text: 'x'.repeat(4_001) })],
    [
      'a prototype',
      `{"id":"${randomUUID()}","action":{"kind":"text","text":"a"},"__proto__":{"admin":true}}`,
    ],
    [
      'a prototype in the action',
      `{"id":"${randomUUID()}","action":{"kind":"text","text":"a","__proto__":{"x":1}}}`,
    ],
    [
      'a constructor',
      `{"id":"${randomUUID()}","action":{"kind":"text","text":"a"},"constructor":{"prototype":{}}}`,
    ],
    ['something deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['bytes that are no text', new Uint8Array([0x7b, 0xff, 0xfe, 0x22, 0x7d])],
  ];

  it.each(hostile)('is refused: %s', async (_name, body) => {
    const answer = await new Browser(stage.channel.url).post(body);
    expect([answer.status, answer.body]).toEqual([400, '{"error":"bad-request"}']);
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
  });

  it('is refused at 256 KiB and one byte, said beforehand or not, and at 5 MB', async () => {
    const browser = new Browser(stage.channel.url);
    const padded = (bytes: number) => {
      const body = JSON.stringify(event(SIGN));
      return body + ' '.repeat(bytes - body.length);
    };
    expect((await browser.post(padded(256 * 1024))).status).toBe(200);
    for (const headers of [{}, { 'Transfer-Encoding': 'chunked' }]) {
      expect((await browser.post(padded(256 * 1024 + 1), headers)).status).toBe(413);
      expect((await browser.post(padded(5_000_000), headers)).status).toBe(413);
    }
  });

  it('is refused in any other form than JSON in UTF-8', async () => {
    const browser = new Browser(stage.channel.url);
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16', ''];
    for (const type of [...types, 'multipart/form-data; boundary=x', 'application/jsonp']) {
      const answer = await browser.post(event(SIGN), { 'Content-Type': type });
      expect([type, answer.status]).toEqual([type, 415]);
    }
    expect((await browser.post(event(SIGN), { 'Content-Encoding': 'gzip' })).status).toBe(415);
    expect(
      (await browser.post(event(SIGN), { 'Content-Type': 'Application/JSON; charset=UTF-8' })).status,
    ).toBe(200);
  });

  it('is any method but POST', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const answer = await ask(`${stage.channel.url}/chat/events`, { method });
      expect([answer.status, answer.headers.allow]).toEqual([405, 'POST, OPTIONS']);
    }
  });
});

describe('other sites', () => {
  const body = () => ({ id: randomUUID(), action: SIGN });

  it.each([
    ['another origin', { Origin: 'https://evil.example' }],
    ['a frame without an origin', { Origin: 'null' }],
    ['another port of this computer', { Origin: 'http://127.0.0.1:1' }],
    ['another site, as the browser says', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbour on the same site', { 'Sec-Fetch-Site': 'same-site' }],
    ['a foreign name that was pointed here', { Host: 'evil.example' }],
    ['a foreign name that claims to be its own', { Host: 'evil.example', Origin: 'http://evil.example' }],
    ['a name that only looks like ours', { Host: 'localhost.evil.example' }],
  ])('get no answer: %s', async (_name, headers) => {
    const answer = await new Browser(stage.channel.url).post(body(), headers);
    expect([answer.status, answer.body, answer.headers['set-cookie']]).toEqual([
      403,
      '{"error":"forbidden"}',
      undefined,
    ]);
  });

  it('do not include the page itself, by any of its own names', async () => {
    const own = (host: string) => ({ Host: host, Origin: `http://${host}`, 'Sec-Fetch-Site': 'same-origin' });
    for (const host of ['127.0.0.1:3000', 'localhost:3000', '[::1]:3000', '192.168.1.20:3000']) {
      expect((await new Browser(stage.channel.url).post(body(), own(host))).status).toBe(200);
    }
  });

  it('do not include the public address, whatever name the proxy asks for', async () => {
    const published = await stage.start({ publicUrl: 'https://petition.example' });
    onTestFinished(() => published.close());
    const browser = new Browser(published.url);
    const origin = 'https://petition.example';
    expect((await browser.post(body(), { Host: 'petition.example', Origin: origin })).status).toBe(200);
    expect((await browser.post(body(), { Host: '127.0.0.1:3000', Origin: origin })).status).toBe(200);
    expect(
      (await browser.post(body(), { Host: 'petition.example', Origin: 'http://petition.example.evil' }))
        .status,
    ).toBe(403);
  });

  it('can learn nothing through CORS', async () => {
    const answer = await ask(`${stage.channel.url}/chat/events`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' },
    });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('haste', () => {
  it('is bounded for a session, and the others go on', async () => {
    const crowded = await stage.start();
    onTestFinished(() => crowded.close());
    const hasty = new Browser(crowded.url);
    const statuses: number[] = [];
    for (let event = 0; event < 62; event += 1) {
      statuses.push(
        (await hasty.post({ id: randomUUID(), action: { kind: 'command', command: 'total' } })).status,
      );
    }
    // The first has no session yet.
    expect(statuses.filter((status) => status === 200)).toHaveLength(61);
    const refused = await hasty.post({ id: randomUUID(), action: SIGN });
    expect([refused.status, refused.headers['retry-after'], refused.body]).toEqual([
      429,
      '60',
      '{"error":"too-many-requests"}',
    ]);
    expect((await new Browser(crowded.url).post({ id: randomUUID(), action: SIGN })).status).toBe(200);
  });

  it('is bounded for an address that takes a new session each time', async () => {
    const crowded = await stage.start();
    onTestFinished(() => crowded.close());
    const statuses: number[] = [];
    for (let batch = 0; batch < 7; batch += 1) {
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => new Browser(crowded.url).post('{}')),
      );
      statuses.push(...answers.map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 400)).toHaveLength(300);
    expect(statuses.filter((status) => status === 429)).toHaveLength(50);
  });
});
