import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { day } from '../support/day.js';
import { examplePetition } from '../support/example.js';
import { ask, startServer, type TestServer } from './support.js';

let server: TestServer;
afterEach(() => server.close());

const frame = async (path = '/embed?lang=en') => (await ask(server.url + path)).body;

describe('GET /embed', () => {
  it('shows headline, total, progress, and a button that opens the page in a window of its own', async () => {
    server = await startServer();
    server.count.counted = 20;
    const html = await frame();
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(html).toContain('<h1>Open the well again</h1>');
    expect(html).toContain('<b>120</b> people have taken action');
    expect(html).toContain('value="120" max="200"');
    expect(html).toContain('Next goal <b>200</b>');
    expect(html).toContain('<a href="/?lang=en" target="_blank" rel="noopener">Read and sign</a>');
  });

  it("leads to the petition's own page, in its language, with a source whose form is right", async () => {
    server = await startServer({ others: [examplePetition()] });
    expect(await frame('/p/example/embed?lang=ar&source=poster')).toContain(
      'href="/p/example?lang=ar&amp;source=poster"',
    );
    expect(await frame('/embed?lang=en&source=%22%3E&other=1')).toContain('href="/p/sample?lang=en"');
  });

  it('has no script and no outside file, and its policy allows its one style', async () => {
    server = await startServer();
    for (const theme of ['auto', 'light', 'dark']) {
      const { body, headers } = await ask(`${server.url}/embed?lang=en&theme=${theme}`);
      expect(body).not.toMatch(/<script|\ssrc=|<link|\sstyle=|\son\w+=/);
      const style = /<style>([^<]*)<\/style>/.exec(body)?.[1] ?? '';
      const hash = createHash('sha256').update(style).digest('base64');
      expect(headers['content-security-policy']).toBe(
        `default-src 'none';style-src 'sha256-${hash}';base-uri 'none';form-action 'none';frame-ancestors *`,
      );
      expect(headers['x-frame-options']).toBeUndefined();
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
  });

  it("follows the visitor's colour scheme, unless the address names a theme", async () => {
    server = await startServer();
    expect(await frame()).toContain('color-scheme: light dark;');
    expect(await frame('/embed?theme=dark')).toContain('color-scheme: dark;');
    expect(await frame('/embed?theme=light')).not.toContain('prefers-color-scheme');
  });

  it('may be kept for a minute, and is not sent again while it is the same', async () => {
    server = await startServer();
    const first = await ask(`${server.url}/embed?lang=en`);
    expect(first.headers['cache-control']).toBe('public, max-age=60');
    expect(first.headers.vary).toBe('Accept-Encoding');
    const again = await ask(`${server.url}/embed?lang=en`, {
      headers: { 'If-None-Match': first.headers.etag ?? '' },
    });
    expect(again.status).toBe(304);
    expect((await ask(`${server.url}/embed`)).headers.vary).toBe('Accept-Language, Accept-Encoding');
  });

  it('has no number and no bar while the total can not be read, and nobody keeps it', async () => {
    server = await startServer();
    server.count.away = true;
    const { status, headers, body } = await ask(`${server.url}/embed?lang=en`);
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body).toContain('The total cannot be read at the moment.');
    expect(body).not.toMatch(/<progress|<b>/);
    expect(body).toContain('Read and sign');
  });

  it('asks nobody to sign while nobody can', async () => {
    for (const [campaign, sentence] of [
      [{ paused: true }, 'Signing is paused for the moment.'],
      [{ closed: day('2026-03-10') }, 'The petition is closed.'],
      [{ delivered: day('2026-03-10') }, 'The letter was handed over on 10 March 2026.'],
    ] as const) {
      server = await startServer({ campaign });
      const html = await frame();
      expect(html).toContain(sentence);
      expect(html).toContain('>Read the petition</a>');
      expect(html).not.toMatch(/<progress|Next goal|Read and sign/);
      await server.close();
    }
  });
});

describe('frames', () => {
  it('show nothing but /embed: every other answer forbids them', async () => {
    server = await startServer({ log: () => null });
    const others = [
      '/',
      '/p/sample',
      '/log',
      '/badge.svg',
      '/screen',
      '/oembed?url=x',
      '/api/total',
      '/healthz',
    ];
    const files = ['/assets/page.css', '/assets/screen.css', '/assets/screen.js', '/favicon.svg', '/nowhere'];
    const refused = ['/embed/more', '/embed.html', '/EMBED/x'];
    for (const path of [...others, ...files, ...refused]) {
      const { headers } = await ask(server.url + path);
      expect(headers['content-security-policy'], path).toMatch(/frame-ancestors 'none'$/);
      expect(headers['x-frame-options'], path).toBe('DENY');
    }
    const posted = await ask(`${server.url}/embed`, { method: 'POST' });
    expect([posted.status, posted.headers['x-frame-options']]).toEqual([405, 'DENY']);
  });
});

describe('the counts of requests', () => {
  it('name the pattern of a route, never what was asked for', async () => {
    server = await startServer({ others: [examplePetition()] });
    for (const path of [
      '/badge.svg?x=1',
      '/p/example/embed?source=poster',
      '/screen?lang=ar',
      '/oembed?url=a',
    ]) {
      await ask(server.url + path);
    }
    const metrics = await server.metrics.registry.metrics();
    for (const route of ['/badge.svg', '/p/example/embed', '/screen', '/oembed']) {
      expect(metrics).toContain(`route="${route}"`);
    }
    expect(metrics).not.toMatch(/route="[^"]*[?=]|route="other"/);
  });
});
