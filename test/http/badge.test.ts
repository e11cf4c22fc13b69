import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { day } from '../support/day.js';
import { examplePetition } from '../support/example.js';
import { ask, samplePetition, startServer, type TestServer, type TestServerOptions } from './support.js';

let server: TestServer;
afterEach(() => server.close());

async function badge(path = '/badge.svg?lang=en', options: TestServerOptions & { counted?: number } = {}) {
  server = await startServer(options);
  server.count.counted = options.counted ?? 20;
  return (await ask(server.url + path)).body;
}

/** The words that a reader sees, line by line. */
function linesOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, line = '']) =>
    line.replace(/<[^>]+>/g, '').trim(),
  );
}

describe('GET /badge.svg', () => {
  it('shows the total and the next goal, and says both to people who do not see it', async () => {
    const svg = await badge();
    expect(linesOf(svg)).toEqual(['120 people have taken action', 'Next goal 200']);
    expect(svg).toContain('role="img" aria-labelledby="title description"');
    expect(svg).toContain('<title id="title">Open the well again</title>');
    expect(svg).toContain(
      '<desc id="description">120 people have taken action so far. The next goal is 200.</desc>',
    );
  });

  it('fills its bar as far as the goal is reached', async () => {
    const widths = [
      ...(await badge('/badge.svg?lang=en', { counted: 0 })).matchAll(
        /<rect class="(?:track|accent)" x="\d+" y="54" width="(\d+)"/g,
      ),
    ].map(([, width]) => Number(width));
    expect(widths).toHaveLength(2);
    expect(widths[1]).toBe(Math.round((widths[0] ?? 0) / 2));
  });

  it('says when the last goal is reached', async () => {
    const svg = await badge('/badge.svg?lang=en', { counted: 9_999_900 });
    expect(linesOf(svg)).toEqual(['10,000,000 people have taken action', 'Goal of 1,000 reached']);
  });

  it('is written from right to left in Arabic, with its mark on the right', async () => {
    const svg = await badge('/badge.svg?lang=ar');
    expect(svg).toContain('xml:lang="ar" direction="rtl"');
    const width = Number(/ width="(\d+)"/.exec(svg)?.[1]);
    expect(svg).toContain(`<text class="ink" x="${width - 58}"`);
    expect(svg).toContain(`translate(${width - 46} `);
  });

  it('follows the colour scheme of the page around it, unless the address names a theme', async () => {
    const follows = await badge();
    expect(follows).toContain('@media (prefers-color-scheme: dark)');
    const at = async (theme: string) => (await ask(`${server.url}/badge.svg?lang=en&theme=${theme}`)).body;
    expect(await at('dark')).not.toContain('<style>');
    expect(await at('dark')).toContain('fill="#15181a"');
    expect(await at('light')).not.toContain('<style>');
    expect(await at('light')).toContain('fill="#fbfaf7"');
    expect(await at('%22%3E')).toBe(follows);
  });

  it('has no script and no outside file, and its policy allows nothing but its own style', async () => {
    const svg = await badge();
    expect(svg).not.toMatch(/<script|href|url\(|<image|<foreignObject| on\w+=/);
    const { headers } = await ask(`${server.url}/badge.svg?lang=en`);
    const style = /<style>([^<]*)<\/style>/.exec(svg)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none';style-src 'sha256-${hash}';base-uri 'none';form-action 'none';frame-ancestors 'none'`,
    );
    expect(headers['content-type']).toContain('image/svg+xml');
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  it('escapes what the content says', async () => {
    const sample = samplePetition();
    const petition = {
      ...sample,
      texts: (locale: string) => ({ ...sample.texts(locale), headline: '</title><script>&' }),
    };
    const svg = await badge('/badge.svg?lang=en', { petition });
    expect(svg).toContain('<title id="title">&lt;/title&gt;&lt;script&gt;&amp;</title>');
  });

  it('may be kept for a minute, and is not sent again while it is the same', async () => {
    await badge();
    const first = await ask(`${server.url}/badge.svg?lang=en`);
    expect(first.headers['cache-control']).toBe('public, max-age=60');
    expect(first.headers.vary).toBeUndefined();
    const known = { 'If-None-Match': first.headers.etag ?? '' };
    const again = await ask(`${server.url}/badge.svg?lang=en&unknown=1`, { headers: known });
    expect([again.status, again.body]).toEqual([304, '']);
    server.count.counted += 1;
    expect((await ask(`${server.url}/badge.svg?lang=en`, { headers: known })).status).toBe(200);
  });

  it("depends on the browser's languages only if the address names none", async () => {
    await badge();
    const answer = await ask(`${server.url}/badge.svg`, { headers: { 'Accept-Language': 'ar' } });
    expect(answer.body).toContain('xml:lang="ar"');
    expect(answer.headers.vary).toBe('Accept-Language');
  });

  it('has no number while the total can not be read, and nobody keeps it', async () => {
    server = await startServer();
    server.count.away = true;
    const { status, headers, body } = await ask(`${server.url}/badge.svg?lang=en`);
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(linesOf(body)).toEqual(['The total cannot be read at the moment.']);
    expect(body).not.toContain('class="track"');
  });

  it.each([
    [{ paused: true }, 'Signing is paused for the moment.'],
    [{ closed: day('2026-03-10') }, 'The petition is closed.'],
    [{ delivered: day('2026-03-10') }, 'The letter was handed over on 10 March 2026.'],
  ])('names no goal while nobody can sign: %o', async (campaign, sentence) => {
    const svg = await badge('/badge.svg?lang=en', { campaign });
    expect(linesOf(svg)).toEqual(['120 people have taken action', sentence]);
    expect(svg).not.toMatch(/class="track"|goal/i);
    expect(svg).toContain(`${sentence}</desc>`);
  });

  it('is there for each petition; the first one also has the short address', async () => {
    await badge('/', { others: [examplePetition()] });
    const titleAt = async (path: string) =>
      /<title id="title">([^<]*)/.exec((await ask(server.url + path)).body)?.[1];
    expect(await titleAt('/badge.svg?lang=en')).toBe('Open the well again');
    expect(await titleAt('/p/sample/badge.svg?lang=en')).toBe('Open the well again');
    expect(await titleAt('/p/example/badge.svg?lang=en')).toBe('Example: Reopen the library of Sampletown');
    expect((await ask(`${server.url}/p/nowhere/badge.svg`)).status).toBe(404);
  });
});
