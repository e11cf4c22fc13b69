import { afterEach, describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/channel/adapter.js';
import { qrCode } from '../../src/http/qr-code.js';
import { paragraph } from '../../src/petition/rich-text.js';
import { day } from '../support/day.js';
import { examplePetition } from '../support/example.js';
import { ask, samplePetition, startServer, type TestServer, type TestServerOptions } from './support.js';

let server: TestServer;
afterEach(() => server.close());

const settings = { publicUrl: 'https://petition.example' };

async function screen(path = '/screen?lang=en', options: TestServerOptions & { counted?: number } = {}) {
  server = await startServer({ settings, ...options });
  server.count.counted = options.counted ?? 0;
  return (await ask(server.url + path)).body;
}

/** A platform with a link that opens the conversation. */
const platform: Adapter = {
  channel: 'one',
  invitation: () => null,
  conversationLink: (source, petition) =>
    `https://one.example/bot?start=${petition ?? ''}${source ?? 'page'}`,
  health: () => ({ ok: true }),
  start: async () => {},
  stop: async () => {},
};

describe('GET /screen', () => {
  it('shows the headline, the number, the goal and the way to join', async () => {
    const html = await screen('/screen?lang=en', { counted: 20, adapters: [platform] });
    expect(html).toContain('<h1>Open the well again</h1>');
    expect(html).toContain('aria-label="120"');
    expect(html).toContain('people have taken action');
    expect(html).toContain('value="120" max="200"');
    expect(html).toContain('Next goal <b>200</b>');
    expect(html).toContain(qrCode('https://one.example/bot?start=page', 'Scan to read and sign').value);
    expect(html).toContain('<bdi>one.example/bot</bdi>');
    for (const [source, carried] of [
      ['poster', 'poster'],
      // With a source that the petition doesn't know, the link could lead to another petition.
      ['another', 'page'],
    ]) {
      const { body } = await ask(`${server.url}/screen?lang=en&source=${source}`);
      const code = qrCode(`https://one.example/bot?start=${carried}`, 'Scan to read and sign');
      expect(body).toContain(code.value);
    }
  });

  it('moves in tens, and its goal and bar with it', async () => {
    await screen();
    const shownAt = async (counted: number) => {
      server.count.counted = counted;
      const { body } = await ask(`${server.url}/screen?lang=en`);
      return [
        /class="number"[^>]* aria-label="([^"]*)"/.exec(body)?.[1],
        /value="(\d+)" max="\d+"/.exec(body)?.[1],
      ];
    };
    expect(await shownAt(0)).toEqual(['100', '100']);
    expect(await shownAt(9)).toEqual(['100', '100']);
    expect(await shownAt(10)).toEqual(['110', '110']);
    expect(await shownAt(900)).toEqual(['1,000', '1000']);
    const { body } = await ask(`${server.url}/screen?lang=en`);
    expect(body).toContain('Goal of 1,000 reached');
    expect(body).toContain('Rounded down to the nearest ten');
  });

  it('says that there are fewer than ten, and not how many', async () => {
    const sample = samplePetition();
    const petition = {
      ...sample,
      settings: { ...sample.settings, offset: [{ count: 0, source: 'x', day: day('2026-01-01') }] },
    };
    const html = await screen('/screen?lang=en', { petition, counted: 7 });
    expect(html).toContain('aria-label="Fewer than 10"');
    expect(html).toContain('value="0" max="200"');
    expect(html).not.toMatch(/Rounded|\b7\b<|"7"/);
  });

  it('draws each source and each language its own code, however many were asked for', async () => {
    await screen();
    const codeFor = async (query: string) =>
      /<path d="([^"]*)"/.exec((await ask(`${server.url}/screen?${query}`)).body)?.[1];
    const codes = await Promise.all(
      Array.from({ length: 150 }, (_, index) => codeFor(`lang=${index % 2 ? 'en' : 'ar'}&source=s${index}`)),
    );
    expect(new Set(codes).size).toBe(150);
    expect(await codeFor('lang=ar&source=s0')).toBe(codes[0]);
    expect(await codeFor('lang=en&source=s149')).toBe(codes[149]);
  });

  it("leads to the petition's page where no platform has such a link, with the language and the source", async () => {
    const page = 'https://petition.example/?lang=ar&source=poster';
    const html = await screen('/screen?lang=ar&source=poster');
    const label = samplePetition().texts('ar').words.say('screen-scan');
    expect(html).toContain(qrCode(page, label).value);
    expect(html).toContain('<bdi>petition.example</bdi>');
  });

  it('gives a source that the petition knows to the platform, and names the petition where there are several', async () => {
    const html = await screen('/p/example/screen?lang=en&source=share', {
      adapters: [platform],
      others: [examplePetition()],
    });
    expect(html).toContain(
      qrCode('https://one.example/bot?start=exampleshare', 'Scan to read and sign').value,
    );
    const odd = (await ask(`${server.url}/screen?lang=en&source=%22`)).body;
    expect(odd).toContain(qrCode('https://one.example/bot?start=samplepage', 'Scan to read and sign').value);
  });

  it('has each language that the address names, and shows the first', async () => {
    const sections = (html: string) => [...html.matchAll(/<section lang="(\w+)" dir="(\w+)"( hidden)?>/g)];
    const named = sections(await screen('/screen?lang=ar,en,ar,xx'));
    expect(named.map(([, lang, dir, hidden]) => [lang, dir, hidden !== undefined])).toEqual([
      ['ar', 'rtl', false],
      ['en', 'ltr', true],
    ]);
    const none = await ask(`${server.url}/screen?lang=xx`, { headers: { 'Accept-Language': 'ar' } });
    expect(sections(none.body).map(([, lang]) => lang)).toEqual(['ar']);
    expect(none.headers.vary).toBe('Accept-Language, Accept-Encoding');
    expect(none.headers['cache-control']).toBe('no-cache');
  });

  it('is dark, or light if the address says so', async () => {
    expect(await screen()).toContain('<body>');
    expect((await ask(`${server.url}/screen?lang=en&theme=light`)).body).toContain('<body class="light">');
  });

  it('has nothing inline and nothing from other servers, and reloads itself without a script', async () => {
    const html = await screen();
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(html).toContain('<noscript><meta http-equiv="refresh" content="60"></noscript>');
    for (const file of ['screen.css', 'screen.js']) {
      expect((await ask(`${server.url}/assets/${file}`)).status).toBe(200);
    }
  });

  it('answers 503 while the total can not be read, so that a screen keeps its last number', async () => {
    server = await startServer({ settings });
    server.count.away = true;
    const { status, body } = await ask(`${server.url}/screen?lang=en`);
    expect(status).toBe(503);
    expect(body).toContain('The total cannot be read at the moment.');
    expect(body).not.toMatch(/data-known|<progress|class="number"/);
  });

  it.each([
    [{ paused: true }, 'Signing is paused for the moment.'],
    [{ closed: day('2026-03-10') }, 'The petition is closed.'],
    [{ delivered: day('2026-03-10') }, 'The letter was handed over on 10 March 2026.'],
  ])('asks nobody to sign while nobody can, and leads to the page: %o', async (campaign, sentence) => {
    const html = await screen('/screen?lang=en', { campaign, adapters: [platform] });
    expect(html).toContain(sentence);
    expect(html).toContain('people have taken action');
    expect(html).not.toMatch(/<progress|goal|one\.example|and sign/);
    expect(html).toContain(qrCode('https://petition.example/?lang=en', 'Scan to read').value);
  });

  it('tells what came of it', async () => {
    const sample = samplePetition();
    const outcome = [paragraph('The well is open.'), paragraph('More on that.')];
    const petition = { ...sample, texts: (locale: string) => ({ ...sample.texts(locale), outcome }) };
    const html = await screen('/screen?lang=en', { petition, campaign: { closed: day('2026-03-10') } });
    expect(html).toContain('<div class="why"><p>The well is open.</p></div>');
  });
});
