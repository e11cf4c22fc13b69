import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Database, StoreUnavailable } from '../../../src/storage/database.js';
import { ask } from '../../http/support.js';
import { sample } from '../../transcripts/sample.js';
import { Browser, lastOf, textOf } from './browser.js';
import { startWebChannel, temporaryDatabase, type WebChannel } from './channel.js';

const SIGN = { kind: 'command', command: 'sign' };
/** Presses from the first screen to the thanks. */
const WALK = 8;

const base = await sample();
let database: Database;
/** While true, every statement fails as it does when the server is away. */
let away = false;
let channel: WebChannel;
let started = 0;

beforeAll(async () => {
  const real = await temporaryDatabase();
  database = {
    ...real,
    query: (sql, parameters) =>
      away ? Promise.reject(new StoreUnavailable('ECONNREFUSED')) : real.query(sql, parameters),
  };
  channel = await start();
});
afterAll(async () => {
  await channel.close();
  await database.close();
});
afterEach(() => {
  away = false;
});

/** A channel with a petition of its own: with the addresses and the counters of nobody else. */
function start({
  sources = base.settings.sources,
  ...settings
}: {
  readonly sources?: readonly string[];
  readonly publicUrl?: string;
  readonly trustProxy?: number;
} = {}): Promise<WebChannel> {
  started += 1;
  const petition = { ...base, id: `chat-${started}`, settings: { ...base.settings, sources: [...sources] } };
  return startWebChannel({ database, petition, now: () => new Date(), ...settings });
}

async function total(): Promise<number> {
  return JSON.parse((await ask(`${channel.url}/api/total`)).body).total;
}

describe('a conversation over the wire', () => {
  it('leads from the beginning to the thanks, moves the total, and back', async () => {
    const before = await total();
    const browser = new Browser(channel.url);
    const thanks = await browser.walk(WALK);
    expect(textOf(thanks.html)).toContain('Thank you');
    expect(await total()).toBe(before + 1);
    const asked = lastOf(await browser.act({ kind: 'command', command: 'withdraw' }));
    const [yes] = asked.buttons;
    await browser.act({ kind: 'press', code: yes?.kind === 'press' ? yes.code : '' });
    expect(await total()).toBe(before);
  });

  it('counts an event once, however often and however quickly it is sent', async () => {
    const before = await total();
    const browser = new Browser(channel.url);
    const name = await browser.walk(WALK - 1);
    const [without] = name.buttons;
    const event = {
      id: randomUUID(),
      action: { kind: 'press', code: without?.kind === 'press' ? without.code : '' },
    };
    const answers = await Promise.all(Array.from({ length: 8 }, () => browser.post(event)));
    const outcomes = answers.map(({ body }) => JSON.parse(body).outcome).sort();
    expect(outcomes).toEqual(['applied', ...Array.from({ length: 7 }, () => 'repeat')]);
    expect(await total()).toBe(before + 1);
  });

  it('speaks the language of the page, each message with its direction', async () => {
    const message = lastOf(await new Browser(channel.url, ['ar', 'en']).act(SIGN));
    expect(message).toMatchObject({ locale: 'ar', direction: 'rtl' });
  });

  it('never lets what a person wrote become markup', async () => {
    const browser = new Browser(channel.url);
    const asked = await browser.walk(WALK - 1);
    const form = asked.buttons.find((button) => button.kind === 'form');
    const text = '<img src=x onerror=alert(1)> & "Aïcha"';
    const shown = lastOf(await browser.act({ kind: 'form', code: form?.code, text }));
    expect(shown.html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Aïcha&quot;');
    expect(shown.html).not.toContain('<img');
  });

  it('says that nothing is confirmed when the database is away, and takes the same event again later', async () => {
    const before = await total();
    const browser = new Browser(channel.url);
    const name = await browser.walk(WALK - 1);
    const [without] = name.buttons;
    const event = {
      id: randomUUID(),
      action: { kind: 'press', code: without?.kind === 'press' ? without.code : '' },
    };
    away = true;
    const refused = await browser.post(event);
    expect(refused.status).toBe(503);
    expect(JSON.parse(refused.body)).toMatchObject({ outcome: 'unsaved', messages: [{ role: 'note' }] });
    away = false;
    const again = await browser.post(event);
    expect([again.status, JSON.parse(again.body).outcome]).toEqual([200, 'applied']);
    expect(await total()).toBe(before + 1);
  });
});

describe('what the page hands over to the chat', () => {
  async function handedOver(settings: Parameters<typeof start>[0] = {}): Promise<Record<string, unknown>> {
    const shown = await start(settings);
    onTestFinished(() => shown.close());
    const { body } = await ask(shown.url);
    return JSON.parse(textOf(/data-words="([^"]*)"/.exec(body)?.[1] ?? ''));
  }

  it('counts what is passed on where the content names that source, and only there', async () => {
    expect(await handedOver({ sources: ['poster', 'share'] })).toMatchObject({
      sharedQuery: '?source=share',
    });
    expect(await handedOver({ sources: ['poster'] })).toMatchObject({ sharedQuery: '' });
  });

  it('says where it can be used: at the public address, or on this computer', async () => {
    const { elsewhere } = await handedOver({ publicUrl: 'https://petition.example' });
    expect(elsewhere).toContain('\u2068https://petition.example\u2069');
    expect((await handedOver()).elsewhere).toContain('\u2068localhost\u2069');
  });
});

describe('the session', () => {
  it('is a random cookie, out of reach of scripts and of other sites', async () => {
    const answer = await new Browser(channel.url).post({ id: randomUUID(), action: SIGN });
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^petition_chat=[\w-]{32}; Max-Age=2592000; Path=\/chat; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
  });

  it('is kept to https where the public address has it', async () => {
    const secured = await start({ publicUrl: 'https://petition.example' });
    onTestFinished(() => secured.close());
    const answer = await new Browser(secured.url).post({ id: randomUUID(), action: SIGN });
    expect(answer.headers['set-cookie']?.[0]).toContain('; Secure');
  });

  it('holds one person: another browser knows nothing of it', async () => {
    const [one, other] = [new Browser(channel.url), new Browser(channel.url)];
    await one.walk(WALK);
    const data = lastOf(await other.act({ kind: 'command', command: 'mydata' }));
    expect(textOf(data.html)).toContain('You have not signed');
  });

  it('is replaced where it is not one of ours', async () => {
    for (const cookie of ['short', 'x'.repeat(33), '../../../../etc/passwd', 'a"; DROP TABLE']) {
      const browser = new Browser(channel.url);
      browser.session = cookie;
      await browser.act(SIGN);
      expect(browser.session).toMatch(/^[\w-]{32}$/);
    }
  });

  it('is given to nobody whose request is refused', async () => {
    const answer = await new Browser(channel.url).post('{}');
    expect([answer.status, answer.headers['set-cookie']]).toEqual([400, undefined]);
  });
});

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
    const answer = await new Browser(channel.url).post(body);
    expect([answer.status, answer.body]).toEqual([400, '{"error":"bad-request"}']);
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
  });

  it('is refused at 256 KiB and one byte, said beforehand or not, and at 5 MB', async () => {
    const browser = new Browser(channel.url);
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
    const browser = new Browser(channel.url);
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
      const answer = await ask(`${channel.url}/chat/events`, { method });
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
    const answer = await new Browser(channel.url).post(body(), headers);
    expect([answer.status, answer.body, answer.headers['set-cookie']]).toEqual([
      403,
      '{"error":"forbidden"}',
      undefined,
    ]);
  });

  it('do not include the page itself, by any of its own names', async () => {
    const own = (host: string) => ({ Host: host, Origin: `http://${host}`, 'Sec-Fetch-Site': 'same-origin' });
    for (const host of ['127.0.0.1:3000', 'localhost:3000', '[::1]:3000', '192.168.1.20:3000']) {
      expect((await new Browser(channel.url).post(body(), own(host))).status).toBe(200);
    }
  });

  it('do not include the public address, whatever name the proxy asks for', async () => {
    const published = await start({ publicUrl: 'https://petition.example' });
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
    const answer = await ask(`${channel.url}/chat/events`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' },
    });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('haste', () => {
  it('is bounded for a session, and the others go on', async () => {
    const crowded = await start();
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
    const crowded = await start();
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
