import { afterEach, describe, expect, it } from 'vitest';
import { publicPicture } from '../../src/http/picture.js';
import { paragraph } from '../../src/petition/rich-text.js';
import { day } from '../support/day.js';
import { withPicture } from '../support/picture.js';
import { unfurl } from '../support/unfurl.js';
import { ask, samplePetition, startServer, type TestServer } from './support.js';

const PUBLIC = 'https://petition.example';

let server: TestServer;
afterEach(() => server.close());

const only = (values: readonly string[] | undefined) => {
  expect(values).toHaveLength(1);
  return values?.[0] ?? '';
};

describe('a link to the page, pasted into a chat', () => {
  it('shows headline, text, site and picture, with whole addresses', async () => {
    const organiser = {
      name: 'Friends & "Neighbours"',
      contact: 'a@example.org',
      privacyUrl: 'https://a.example',
    };
    server = await startServer({ petition: samplePetition(organiser), settings: { publicUrl: PUBLIC } });
    const { status, tags, robots } = await unfurl(server.url);
    expect(status).toBe(200);
    expect(robots).toBeNull();
    expect(only(tags.get('og:title'))).toBe('Open the well again');
    expect(only(tags.get('og:description'))).toBe(only(tags.get('description')));
    expect(only(tags.get('og:site_name'))).toBe('Friends & "Neighbours"');
    expect(only(tags.get('og:type'))).toBe('website');
    expect(only(tags.get('og:url'))).toBe(`${PUBLIC}/`);
    expect(only(tags.get('og:image'))).toMatch(
      /^https:\/\/petition\.example\/card\.png\?lang=en&v=[0-9a-f]{16}$/,
    );
    expect(only(tags.get('og:image:width'))).toBe('1200');
    expect(only(tags.get('og:image:height'))).toBe('630');
    expect(only(tags.get('og:image:type'))).toBe('image/png');
    expect(only(tags.get('og:image:alt'))).toContain('100 people have taken action so far.');
    expect(only(tags.get('twitter:card'))).toBe('summary_large_image');
    expect(only(tags.get('twitter:image'))).toBe(only(tags.get('og:image')));
    expect(tags.get('theme-color')).toHaveLength(2);
  });

  it('stays in the language that it names, and names no source', async () => {
    server = await startServer({ settings: { publicUrl: PUBLIC } });
    const { tags, links } = await unfurl(`${server.url}/?source=poster&lang=ar`);
    expect(only(tags.get('og:url'))).toBe(`${PUBLIC}/?lang=ar`);
    expect(only(tags.get('og:title'))).toBe(samplePetition().texts('ar').headline);
    expect(only(tags.get('og:locale'))).toBe('ar_MA');
    expect(tags.get('og:locale:alternate')).toEqual(['en_GB']);
    expect(only(tags.get('og:image'))).toContain('/card.png?lang=ar&');
    expect(links.filter(({ rel }) => rel === 'canonical').map(({ href }) => href)).toEqual([
      `${PUBLIC}/?lang=ar`,
    ]);
    expect(JSON.stringify([...tags, links])).not.toContain('poster');
  });

  it('is one page for search engines in every language, and the one that chooses', async () => {
    server = await startServer({ settings: { publicUrl: PUBLIC } });
    const expected = [
      ['en', `${PUBLIC}/?lang=en`],
      ['ar', `${PUBLIC}/?lang=ar`],
      ['x-default', `${PUBLIC}/`],
    ];
    for (const path of ['/', '/?lang=ar', '/p/sample']) {
      const { links } = await unfurl(server.url + path);
      const alternates = links.filter(({ rel, hreflang }) => rel === 'alternate' && hreflang !== null);
      expect(alternates.map(({ hreflang, href }) => [hreflang, href])).toEqual(expected);
    }
    const { body } = await ask(`${server.url}/sitemap.xml`);
    expect([...body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address).sort()).toEqual(
      expected.map(([, address]) => address).sort(),
    );
    expect(body.match(/<xhtml:link rel="alternate" hreflang="x-default"/g)).toHaveLength(3);
  });

  it('asks nobody to sign once nobody can', async () => {
    for (const campaign of [
      { paused: true },
      { closed: day('2026-03-10') },
      { delivered: day('2026-03-10') },
    ]) {
      server = await startServer({ campaign, settings: { publicUrl: PUBLIC } });
      const { tags } = await unfurl(server.url);
      const said = ['og:title', 'og:description', 'og:image:alt', 'twitter:description'].map((tag) =>
        only(tags.get(tag)),
      );
      expect(said.join(' ')).not.toMatch(/goal|You can sign|decide whether to sign/);
      expect(said.join(' ')).toMatch(/paused|closed|handed over/);
      await server.close();
    }
    const sample = samplePetition();
    const petition = {
      ...sample,
      texts: (locale: string) => ({ ...sample.texts(locale), outcome: [paragraph('The well is open.')] }),
    };
    server = await startServer({ petition, campaign: { closed: day('2026-03-10') } });
    expect(only((await unfurl(server.url)).tags.get('og:description'))).toBe('The well is open.');
  });

  it('has another picture when the day, the phase or a text changes, and the same one for each signature', async () => {
    let now = new Date('2026-03-01T12:00:00Z');
    const campaign: { paused?: boolean } = {};
    server = await startServer({ campaign, now: () => now });
    const picture = async () => only((await unfurl(server.url)).tags.get('og:image'));
    const first = await picture();
    server.count.counted = 7;
    expect(await picture()).toBe(first);
    now = new Date('2026-03-02T12:00:00Z');
    const second = await picture();
    expect(second).not.toBe(first);
    campaign.paused = true;
    expect(await picture()).not.toBe(second);
  });

  it('says no number that can not be read', async () => {
    server = await startServer();
    server.count.away = true;
    expect(only((await unfurl(server.url)).tags.get('og:image:alt'))).not.toMatch(/\d/);
  });

  it('takes its address from the request in a preview, and leaves it out if that names no host', async () => {
    server = await startServer({ settings: { preview: true } });
    const { tags, robots } = await unfurl(server.url);
    expect(robots).toBe('noindex, nofollow');
    expect(only(tags.get('og:url'))).toBe(`${server.url}/`);
    const { body } = await ask(server.url, { headers: { Host: 'a"b' } });
    expect(body).toContain('og:title');
    expect(body).not.toMatch(/og:url|og:image|canonical|ld\+json/);
    expect(body).toContain('<meta name="twitter:card" content="summary">');
  });

  it('tells search engines what the page is, in data that can not end its element', async () => {
    const organiser = { name: '</script><b>', contact: 'a@example.org', privacyUrl: 'https://a.example' };
    server = await startServer({ petition: samplePetition(organiser), settings: { publicUrl: PUBLIC } });
    const { html } = await unfurl(`${server.url}/?lang=ar`);
    expect(html).not.toContain('</script><b>');
    const [, data = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(data)).toMatchObject({
      '@type': 'WebPage',
      url: `${PUBLIC}/?lang=ar`,
      inLanguage: 'ar',
      publisher: { name: '</script><b>' },
    });
  });
});

describe('what programs read of the whole site', () => {
  it('lets them read the page and its pictures, but no numbers and no streams', async () => {
    server = await startServer({ settings: { publicUrl: PUBLIC } });
    const { body, headers } = await ask(`${server.url}/robots.txt`);
    expect(headers['content-type']).toContain('text/plain');
    expect(body.split('\n')).toEqual(
      expect.arrayContaining([
        'User-agent: *',
        'Disallow: /api/',
        'Allow: /',
        `Sitemap: ${PUBLIC}/sitemap.xml`,
      ]),
    );
    for (const path of ['/robots.txt', '/sitemap.xml', '/manifest.webmanifest']) {
      expect((await ask(server.url + path, { method: 'HEAD' })).status).toBe(200);
      expect((await ask(server.url + path, { method: 'POST' })).status).toBe(405);
    }
  });

  it('offers no pages of a preview to search engines', async () => {
    server = await startServer({ settings: { preview: true } });
    expect((await ask(`${server.url}/robots.txt`)).body).not.toContain('Sitemap');
    expect((await ask(`${server.url}/sitemap.xml`)).status).toBe(404);
  });

  it('has a manifest in each language, whose short name does not name the case', async () => {
    server = await startServer();
    const { links } = await unfurl(`${server.url}/?lang=ar`);
    const manifest = links.find(({ rel }) => rel === 'manifest')?.href ?? '';
    const { body, headers } = await ask(server.url + manifest);
    expect(headers['content-type']).toContain('application/manifest+json');
    const { words, headline } = samplePetition().texts('ar');
    expect(JSON.parse(body)).toMatchObject({
      name: headline,
      short_name: words.say('page-short-name'),
      lang: 'ar',
      dir: 'rtl',
      start_url: '/?lang=ar',
    });
  });
});

describe('the picture of the case', () => {
  it('is on the page with its size, what it shows, its credit and its licence', async () => {
    server = await startServer({ petition: withPicture(samplePetition()) });
    const { body } = await ask(`${server.url}/?lang=ar`);
    expect(body).toMatch(
      /<img src="\/p\/sample\/picture-[0-9a-f]{16}\.jpg" width="420" height="560" alt="A drawing \(ar\)">/,
    );
    expect(body).toContain(
      '<figcaption>\u2068A. &lt;Photographer&gt;\u2069 · \u2068CC BY 4.0\u2069</figcaption>',
    );
  });

  it('is kept by browsers for good, since another picture has another address', async () => {
    const petition = withPicture(samplePetition());
    server = await startServer({ petition });
    const [, path = ''] = /<img src="([^"]+)"/.exec((await ask(server.url)).body) ?? [];
    const answer = await fetch(server.url + path);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(petition.picture?.bytes);
    const headers = { 'If-None-Match': answer.headers.get('etag') ?? '' };
    expect(headers).toEqual({ 'If-None-Match': `"${petition.picture?.hash}"` });
    expect((await ask(server.url + path, { headers })).status).toBe(304);
    expect((await ask(server.url + path.replace(/-[0-9a-f]/, '-x'))).status).toBe(404);
  });

  it('is for platforms only at a public https address', async () => {
    const petition = withPicture(samplePetition());
    server = await startServer({ petition });
    const address = publicPicture(petition, server.url.replace('http:', 'https:')) ?? '';
    expect((await ask(address.replace('https:', 'http:'))).status).toBe(200);
    expect(publicPicture(petition, server.url)).toBeNull();
    expect(publicPicture(petition, null)).toBeNull();
    expect(publicPicture(samplePetition(), PUBLIC)).toBeNull();
  });

  it('is not there where the petition has none', async () => {
    server = await startServer();
    expect((await ask(server.url)).body).not.toMatch(/<img|<figure/);
  });
});
