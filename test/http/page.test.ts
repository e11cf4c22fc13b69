import { afterEach, describe, expect, it } from 'vitest';
import { escapeHtml } from '../../src/petition/html.js';
import { paragraph } from '../../src/petition/rich-text.js';
import { writtenSigningTime } from '../../src/petition/signing-time.js';
import { day } from '../support/day.js';
import { ask, joinable, samplePetition, startServer, type TestServer } from './support.js';

let server: TestServer;
afterEach(() => server.close());

async function page(path = '/', headers: Record<string, string> = {}): Promise<string> {
  return (await ask(server.url + path, { headers })).body;
}

describe('the campaign page', () => {
  it('shows the whole petition without a script: story, demands, letter, total and progress', async () => {
    server = await startServer();
    server.count.counted = 20;
    const html = await page();
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(html).toContain('<h1>Open the well again</h1>');
    expect(html).toContain('<span class="number" data-count>120</span>');
    expect(html).toContain('value="120" max="200"');
    expect(html).toContain('I ask you to open the well of the village again.');
    expect(html).toContain('Report on the well');
    const name = samplePetition().texts('en').words.say('letter-signature');
    expect(html).toContain(name);
    expect(html).not.toContain('{signature}');
  });

  it('lists several counts elsewhere, each with its day and its page, and follows a newer figure', async () => {
    const petition = samplePetition();
    const counts = [
      { count: 100, source: 'The <Council>', day: day('2026-01-01') },
      { count: 20, source: 'Another list', day: day('2026-02-01'), link: 'https://example.org/b' },
    ];
    server = await startServer({
      petition: { ...petition, settings: { ...petition.settings, offset: counts } },
    });
    server.count.counted = 5;
    const html = await page();
    expect(html).toContain('data-count>125</span>');
    expect(html).toContain('120 actions counted elsewhere are included:');
    expect(html).toContain('<li>\u2068The &lt;Council&gt;\u2069, 1 January 2026: 100</li>');
    expect(html).toContain(
      '<li>\u2068Another list\u2069, 1 February 2026: 20 <a href="https://example.org/b" rel="external noreferrer"><bdi>example.org</bdi></a></li>',
    );
    server.count.recorded = [
      { source: 'Another list', count: 70, day: day('2026-03-01'), recorded: day('2026-03-02') },
    ];
    expect(await page()).toContain('\u2069, 1 March 2026: 70 <a');
    const answer = JSON.parse((await ask(`${server.url}/api/total`)).body);
    expect([answer.total, answer.signatures, answer.offset]).toEqual([175, 5, 170]);
  });

  it('uses the language from the address, else the best match of the browser', async () => {
    server = await startServer();
    expect(await page('/?lang=ar')).toContain('<html lang="ar" dir="rtl">');
    expect(await page('/', { 'Accept-Language': 'de;q=0.9, ar;q=0.8, en;q=0.1' })).toContain('lang="ar"');
    expect(await page('/?lang=en', { 'Accept-Language': 'ar' })).toContain('<html lang="en"');
    expect(await page('/?lang=%3Cscript%3E', { 'Accept-Language': '*' })).toContain('<html lang="en"');
    expect(await page('/?lang=ar&lang=en')).toContain('<html lang="en"');
    expect((await ask(server.url)).headers.vary).toContain('Accept-Language');
  });

  it('links to itself in every language, each by its own name', async () => {
    server = await startServer();
    expect(await page()).toMatch(/<a href="\/\?lang=ar" lang="ar" hreflang="ar">[^<]+<\/a>/);
  });

  it('keeps a valid source code when the language changes, and drops an invalid one', async () => {
    server = await startServer();
    expect(await page('/?source=poster')).toContain('href="/?lang=ar&amp;source=poster"');
    for (const wrong of ['%22%3E%3Cscript%3E', 'a%26b', 'x'.repeat(33), 'poster&source=newsletter', '']) {
      expect(await page(`/?source=${wrong}`)).toContain('href="/?lang=ar" ');
    }
  });

  it('passes the source of its own link on to a conversation that takes it', async () => {
    const conversationLink = (source: string | null) => `https://one.example/?from=${source}`;
    server = await startServer({
      adapters: [{ ...joinable('One', 'https://one.example/'), conversationLink }],
    });
    expect(await page('/?source=poster')).toContain('href="https://one.example/?from=poster"');
    expect(await page('/')).toContain('href="https://one.example/"');
    // With a source that the petition doesn't know, a link could lead to another petition.
    expect(await page('/?source=another')).not.toContain('from=another');
  });

  it('shows the story without a number while the total can not be read', async () => {
    server = await startServer();
    server.count.away = true;
    const { status, body } = await ask(server.url);
    expect(status).toBe(200);
    expect(body).toContain('data-unknown');
    expect(body).toMatch(/data-count>–</);
    expect(body).toContain('I ask you to open the well');
  });

  it('contains nothing inline and nothing from other servers', async () => {
    server = await startServer();
    const html = await page();
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
    // Browsers don't run a block of data.
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json")(?![^>]* src="\/)/);
    expect(html).not.toMatch(/(src|rel="stylesheet" href)="(https?:)?\/\//);
  });

  it('names the organiser and the contact, escaped', async () => {
    const petition = samplePetition({
      name: 'Well & <Friends>',
      contact: 'well@example.org',
      privacyUrl: 'https://example.org/privacy?a=1&b=2',
    });
    server = await startServer({ petition });
    const html = await page();
    expect(html).toContain('Well &amp; &lt;Friends&gt;');
    expect(html).toContain('href="mailto:well@example.org"');
    expect(html).toContain(
      'href="https://example.org/privacy?a=1&amp;b=2" rel="external noreferrer">Privacy policy of \u2068Well',
    );
    expect(html).not.toContain('<Friends>');
  });

  it('asks for one act, before the story and after the letter, and says what follows', async () => {
    server = await startServer({ adapters: [joinable('One', 'https://one.example/?a=1&b=2')] });
    const html = await page();
    const button =
      '<a class="action" href="https://one.example/?a=1&amp;b=2" rel="noreferrer">Sign on One</a>';
    const [before, between, after] = html.split(button);
    expect(before).toContain('people have taken action');
    expect(between).toMatch(/^<\/p>\n<p class="how">What follows on One. It takes about \d minutes?, with/);
    expect(between).toContain('I ask you to open the well of the village again.');
    expect(after).toContain('What follows on One.');
    expect(html).toMatch(/<svg class="qr"[^>]* aria-label="QR code of the link to One"/);
  });

  it('tells the other platforms apart, also one that no link leads to', async () => {
    server = await startServer({
      adapters: [
        joinable('Club', null),
        joinable('One', 'https://one.example/'),
        joinable('Two', 'https://two.example/'),
      ],
    });
    const html = await page();
    expect(html).toContain('>Also on \u2068Club\u2069 and \u2068Two\u2069</a>');
    expect(html).toContain('<strong>Club</strong>\n<p>What follows on Club.</p></li>');
    expect(html).toContain(
      '<strong>Two</strong>\n<p>What follows on Two.</p>\n<p><a href="https://two.example/"',
    );
    expect(html.split('href="https://one.example/"')).toHaveLength(3);
  });

  it('without a platform that a link leads to, says in words how to sign', async () => {
    server = await startServer({ adapters: [joinable('Club', null)] });
    const html = await page();
    expect(html).toContain('What follows on Club.');
    expect(html).not.toMatch(/<a class="action"|<svg/);
    await server.close();
    server = await startServer();
    expect(await page()).toContain('There is no place to sign at the moment.');
  });

  it('says how many signed in the last seven days, and nothing if these are few', async () => {
    for (const [gained, said] of [
      [12, true],
      [9, false],
    ] as const) {
      server = await startServer({ lastWeek: async () => ({ before: 8, gained }) });
      server.count.counted = 20;
      expect((await page()).includes(`${gained} of them in the last seven days`)).toBe(said);
      await server.close();
    }
    server = await startServer({
      campaign: { paused: true },
      lastWeek: async () => ({ before: 8, gained: 12 }),
    });
    server.count.counted = 20;
    expect(await page()).not.toContain('of them in the last seven days');
  });

  it('names the goals that are reached, and the next one', async () => {
    server = await startServer();
    server.count.counted = 20;
    const first = await page();
    expect(first).not.toContain('Already reached');
    expect(first).toContain('data-goal>200</span>');
    server.count.counted = 600;
    const later = await page();
    expect(later).toContain('<p class="small" data-true-from="500">Already reached: 200 and 500</p>');
    expect(later).toContain('data-goal>1,000</span>');
    server.count.counted = 900;
    const last = await page();
    expect(last).toMatch(/<p class="goal" data-next hidden>/);
    expect(last).toContain('<p class="goal" data-true-from="1000">Our goal of 1,000 has been reached.');
    expect(last).not.toContain('Already reached');
  });

  it('shares the text of the petition with the address of the page, by links that need no script', async () => {
    server = await startServer({ settings: { publicUrl: 'https://petition.example' } });
    const html = (await page('/?lang=en&source=poster')).replaceAll('&amp;', '&');
    const text = samplePetition().texts('en').share;
    const url = 'https://petition.example/?lang=en';
    const [telegram, whatsapp, mail] = [...html.matchAll(/class="action soft" href="([^"]+)"/g)].map(
      ([, address]) => new URL(address ?? ''),
    );
    expect(telegram?.searchParams.get('text')).toBe(text);
    expect(telegram?.searchParams.get('url')).toContain(url);
    expect(whatsapp?.searchParams.get('text')).toContain(`${text}\n${url}`);
    expect(mail?.searchParams.get('body')).toContain(`${text}\r\n\r\n${url}`);
    expect(mail?.search).not.toContain('+');
    expect(html).not.toMatch(/href="[^"]*petition\.example[^"]*poster/);
    await server.close();
    server = await startServer({ campaign: { closed: day('2026-03-10') } });
    const closed = await page();
    expect(closed).not.toContain(escapeHtml(text));
    expect(closed).toContain(
      escapeHtml(
        samplePetition().texts('en').words.say('share-reading', { headline: 'Open the well again' }),
      ),
    );
  });

  it('says when the petition is not open, and still tells the story', async () => {
    server = await startServer({
      now: () => new Date('2100-01-01T00:00:00Z'),
    });
    const html = await page();
    expect(html).toMatch(/<div class="notice"><p>This petition is closed/);
    expect(html).not.toContain('Add your name');
    expect(html).toContain('I ask you to open the well');
  });

  it('says when an operator has closed or paused it', async () => {
    server = await startServer({ campaign: { paused: true } });
    expect(await page()).toMatch(/<div class="notice"><p>Signing is paused/);
    await server.close();
    server = await startServer({ campaign: { closed: day('2026-03-10') } });
    expect(await page()).toMatch(/<div class="notice"><p>This petition is closed/);
  });

  it('asks nobody to sign while nobody can: no goal, no progress, no call to sign', async () => {
    const adapters = [joinable('One', 'https://one.example/')];
    const { words } = samplePetition().texts('en');
    for (const campaign of [
      { paused: true },
      { closed: day('2026-03-10') },
      { delivered: day('2026-03-10') },
    ]) {
      server = await startServer({ campaign, adapters });
      const html = await page();
      expect(html).not.toMatch(
        /<progress|Next goal|decide whether to sign|You can sign|Sign on|<svg|data-bar/,
      );
      expect(html).toContain(words.say('page-join-heading-reading'));
      expect(html).toContain('people have taken action');
      await server.close();
    }
    server = await startServer({ campaign: { delivered: day('2026-03-10') } });
    expect(await page()).toContain('The letter was handed over on 10 March 2026.');
  });

  it('says when signing closes, and counts the last days down', async () => {
    const closes = writtenSigningTime.parse('2027-01-15T18:00 America/Toronto');
    const sample = samplePetition();
    const petition = { ...sample, settings: { ...sample.settings, closes } };
    server = await startServer({ petition, now: () => new Date('2027-01-01T12:00:00Z') });
    expect(await page()).toContain('You can sign until 15 January 2027, 18:00 (Toronto time).');
    await server.close();
    server = await startServer({ petition, now: () => new Date('2027-01-13T12:00:00Z') });
    expect(await page()).toContain('Closes in 2 days');
    await server.close();
    server = await startServer({ petition, now: () => new Date('2027-01-15T22:00:00Z') });
    expect(await page()).toContain('Closes today at 18:00 (Toronto time).');
  });

  it('tells the outcome in place of the summary once the petition is closed, and not before', async () => {
    const sample = samplePetition();
    const outcome = [paragraph('The well is open.')];
    const petition = {
      ...sample,
      texts: (locale: string) => ({ ...sample.texts(locale), outcome }),
    };
    server = await startServer({ petition });
    expect(await page()).not.toContain('The well is open.');
    await server.close();
    server = await startServer({ petition, campaign: { delivered: day('2026-03-10') } });
    const html = await page();
    expect(html).toContain('<p>The well is open.</p>');
    expect(html).toContain('<meta name="description" content="The well is open.">');
    expect(html).not.toMatch(/This petition is closed|Its people ask/);
  });

  it('lets browsers cache its files but makes them revalidate', async () => {
    server = await startServer();
    const first = await ask(`${server.url}/assets/page.css`);
    expect(first.headers['content-type']).toContain('text/css');
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await ask(`${server.url}/assets/page.css`, {
      headers: { 'If-None-Match': first.headers.etag ?? '' },
    });
    expect(again.status).toBe(304);
    expect(server.logged).toEqual([]);
    expect((await ask(`${server.url}/favicon.svg`)).headers['content-type']).toContain('image/svg+xml');
  });
});
