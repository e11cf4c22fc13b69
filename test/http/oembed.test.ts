import { afterEach, describe, expect, it } from 'vitest';
import { examplePetition } from '../support/example.js';
import { ask, samplePetition, startServer, type TestServer } from './support.js';

let server: TestServer;
afterEach(() => server.close());

const HOME = 'https://petition.example';
const settings = { publicUrl: HOME };

/** What the server says about an address, with its status. */
async function about(url: string, more = '') {
  const { status, headers, body } = await ask(`${server.url}/oembed?url=${encodeURIComponent(url)}${more}`);
  return { status, headers, ...JSON.parse(body) };
}

describe('GET /oembed', () => {
  it("describes the petition's page as oEmbed 1.0 has it", async () => {
    const organiser = { name: 'The Friends', contact: 'a@example.org', privacyUrl: 'https://example.org/p' };
    server = await startServer({ settings, petition: samplePetition(organiser) });
    const { status, headers, ...answer } = await about(`${HOME}/?lang=en`);
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=60']);
    expect(headers['content-type']).toContain('application/json');
    expect(answer).toEqual({
      type: 'rich',
      version: '1.0',
      title: 'Open the well again',
      provider_name: 'The Friends',
      provider_url: HOME,
      cache_age: 3600,
      thumbnail_url: expect.stringMatching(/^https:\/\/petition\.example\/card\.png\?lang=en&v=/),
      thumbnail_width: 1200,
      thumbnail_height: 630,
      html: `<iframe src="${HOME}/embed?lang=en" width="600" height="220" title="Open the well again" frameborder="0" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`,
      width: 600,
      height: 220,
    });
  });

  it('keeps the language and the source of the address, and nothing else of it', async () => {
    server = await startServer({ settings });
    const answer = await about(`${HOME}/?lang=ar&source=poster&x=<script>#secret`);
    expect(answer.title).toBe(samplePetition().texts('ar').headline);
    expect(answer.html).toContain(`src="${HOME}/embed?lang=ar&amp;source=poster"`);
    expect(JSON.stringify(answer)).not.toMatch(/<script|secret/);
    const plain = await about(`${HOME}/p/sample/?source=%22%3E&lang=%22`);
    expect(plain.html).toContain(`src="${HOME}/embed" `);
    expect(plain.thumbnail_url).toContain(`${HOME}/card.png?lang=en&`);
  });

  it("is named in the page's head, with the language of the page's address", async () => {
    server = await startServer();
    const { body } = await ask(`${server.url}/?lang=ar`);
    const [, address = ''] =
      /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(body) ?? [];
    const answer = await ask(address.replaceAll('&amp;', '&'));
    expect(JSON.parse(answer.body).html).toContain('/embed?lang=ar"');
  });

  it('has a picture that is there', async () => {
    server = await startServer();
    const { thumbnail_url: picture, thumbnail_width: width } = await about(`${server.url}/`);
    const { status, headers } = await ask(picture, { method: 'HEAD' });
    expect([status, headers['content-type'], headers['cross-origin-resource-policy']]).toEqual([
      200,
      'image/png',
      'cross-origin',
    ]);
    expect(width).toBe(1200);
  });

  it('is not kept while the total can not be read: its picture lacks the number', async () => {
    server = await startServer({ settings });
    server.count.away = true;
    const { status, headers } = await about(`${HOME}/`);
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
  });

  it('keeps the limits of the asker, for the frame and for the picture', async () => {
    server = await startServer({ settings });
    const small = await about(`${HOME}/`, '&maxwidth=320&maxheight=200');
    expect([small.width, small.height]).toEqual([320, 200]);
    expect(small.html).toContain('width="320" height="200"');
    expect(small.thumbnail_url).toBeUndefined();
    const large = await about(`${HOME}/`, '&maxwidth=5000&maxheight=5000');
    expect([large.width, large.height, large.thumbnail_width]).toEqual([600, 220, 1200]);
    const odd = await about(`${HOME}/`, '&maxwidth=-1&maxheight=abc');
    expect([odd.width, odd.height]).toEqual([600, 220]);
  });

  it.each([
    'https://elsewhere.example/',
    'http://petition.example/',
    'https://petition.example:8443/',
    'https://petition.example.elsewhere.example/',
    'https://petition.example/log',
    'https://petition.example/p/nothing',
    'javascript:alert(1)',
    'not an address',
    '',
  ])('knows nothing of %s', async (url) => {
    server = await startServer({ settings });
    const { status, error } = await about(url);
    expect([status, error]).toEqual([404, 'not-found']);
  });

  it('answers in JSON alone, and refuses what has no address', async () => {
    server = await startServer({ settings });
    const statusOf = async (query: string) => (await ask(`${server.url}/oembed${query}`)).status;
    expect(await statusOf(`?url=${HOME}/&format=json`)).toBe(200);
    expect(await statusOf(`?url=${HOME}/&format=xml`)).toBe(501);
    expect(await statusOf('')).toBe(400);
    expect(await statusOf(`?url=${HOME}/&url=${HOME}/`)).toBe(400);
  });

  it('is not sent again while it is the same', async () => {
    server = await startServer({ settings });
    const { headers } = await about(`${HOME}/`);
    const again = await ask(`${server.url}/oembed?url=${HOME}/`, {
      headers: { 'If-None-Match': headers.etag ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('escapes the headline in the frame', async () => {
    const sample = samplePetition();
    const petition = {
      ...sample,
      texts: (one: string) => ({ ...sample.texts(one), headline: '"><script>' }),
    };
    server = await startServer({ settings, petition });
    expect((await about(`${HOME}/`)).html).toContain('title="&quot;&gt;&lt;script&gt;"');
  });

  it('knows the page of each petition; the list of them is none', async () => {
    server = await startServer({ settings, others: [examplePetition()] });
    const answer = await about(`${HOME}/p/example?lang=en`);
    expect(answer.title).toBe('Example: Reopen the library of Sampletown');
    expect(answer.html).toContain(`src="${HOME}/p/example/embed?lang=en"`);
    expect(answer.thumbnail_url).toContain(`${HOME}/p/example/card.png?lang=en&`);
    expect((await about(`${HOME}/`)).status).toBe(404);
  });

  it('without a public address goes by the one that was asked for, if a host can have that name', async () => {
    server = await startServer();
    expect((await about(`${server.url}/`)).html).toContain(`src="${server.url}/embed"`);
    for (const Host of ['"><b>', 'a:99999', '999.999.999.999', '[::::]']) {
      const odd = await ask(`${server.url}/oembed?url=${server.url}`, { headers: { Host } });
      expect([odd.status, odd.body]).toEqual([400, '{"error":"bad-request"}']);
      expect((await ask(`${server.url}/screen`, { headers: { Host } })).status).toBe(400);
    }
    expect(server.logged).toEqual([]);
  });

  it('takes no more from a proxy than whether the visitor uses https', async () => {
    server = await startServer({ settings: { trustProxy: 1 } });
    const page = `https://127.0.0.1:${server.port}`;
    const via = async (protocol: string) => {
      const headers = { 'X-Forwarded-Proto': protocol, 'X-Forwarded-Host': 'evil.example' };
      return (await ask(server.url, { headers })).body;
    };
    expect(await via('https')).toContain(`<link rel="canonical" href="${page}/">`);
    expect(await via('javascript:alert(1)//')).toContain(`<link rel="canonical" href="${server.url}/">`);
  });
});
