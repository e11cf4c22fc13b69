import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { CONTENT_DIR } from '../../src/paths.js';
import { loadPetition } from '../../src/petition/load.js';
import { startServer, type TestServer, type TestServerOptions } from '../http/support.js';
import { inChromium } from './stage.js';

/** All six languages, and with these signatures a total of 10,000,000. */
const PETITION = loadPetition({ contentDir: CONTENT_DIR, petition: 'zefzafi', organiser: null, limits: [] });
const MANY = 9_999_215;

async function serverWith(counted: number, options: TestServerOptions = {}): Promise<TestServer> {
  const server = await startServer({ petition: PETITION, ...options });
  server.count.counted = counted;
  return server;
}

/** For many small steps of the page's clock. */
const QUICKLY = { interval: 20 };

/** Another site, with this in its page. Its address is another origin than that of our servers. */
async function otherSite(body: string): Promise<string> {
  const site = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Another site</title>${body}`);
  });
  await once(site.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    site.closeAllConnections();
    site.close();
  });
  const address = site.address();
  return typeof address === 'object' ? `http://localhost:${address?.port}/` : '';
}

inChromium('what other sites and a hall show', (browser) => {
  async function open(url: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const context = await browser().newContext({ colorScheme });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(url);
    return page;
  }

  it('the frame shows in a page of another origin, in the dark, and its button opens our page', async () => {
    const server = await serverWith(0);
    onTestFinished(() => server.close());
    const sandbox = 'sandbox="allow-popups allow-popups-to-escape-sandbox"';
    const page = await open(
      await otherSite(
        `<iframe id="ours" src="${server.url}/embed?lang=ar" width="320" height="220" ${sandbox}></iframe>` +
          `<iframe id="page" src="${server.url}/" width="320" height="220"></iframe>`,
      ),
      'dark',
    );
    const frame = page.frameLocator('#ours');
    expect(await frame.locator('h1').innerText()).toBe(PETITION.texts('ar').headline);
    const colour = await frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(colour).toBe('rgb(21, 24, 26)');
    const [opened] = await Promise.all([page.waitForEvent('popup'), frame.getByRole('link').click()]);
    await opened.waitForURL(`${server.url}/?lang=ar`);
    expect(await page.frameLocator('#page').locator('main').count()).toBe(0);
  });

  it('the frame needs no scrolling where it is narrow, and the badge cuts no word, in any language', async () => {
    const server = await serverWith(MANY);
    onTestFinished(() => server.close());
    const page = await open(
      await otherSite(
        PETITION.locales
          .map((lang) => `<iframe src="${server.url}/embed?lang=${lang}" width="300" height="220"></iframe>`)
          .join(''),
      ),
    );
    for (const frame of page.frames().slice(1)) {
      const room = await frame.evaluate(() => {
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
        return [scrollWidth - clientWidth, scrollHeight - clientHeight];
      });
      expect(room, frame.url()).toEqual([0, 0]);
    }
    for (const lang of PETITION.locales) {
      await page.goto(`${server.url}/badge.svg?lang=${lang}`);
      // The widest of the usual fonts, and the machine's own.
      for (const font of ['DejaVu Sans', 'sans-serif']) {
        const outside = await page.evaluate((family) => {
          document.documentElement.setAttribute('font-family', family);
          const { right, left } = document.documentElement.getBoundingClientRect();
          return [...document.querySelectorAll('text')].filter((text) => {
            const box = text.getBoundingClientRect();
            return box.left < left || box.right > right;
          }).length;
        }, font);
        expect([lang, font, outside]).toEqual([lang, font, 0]);
      }
    }
  });

  it('the screen of a hall moves in tens, once a minute, and survives a restart of the server', async () => {
    let server = await serverWith(5);
    onTestFinished(() => server.close());
    const context = await browser().newContext();
    onTestFinished(() => context.close());
    const page = await context.newPage();
    let answers = 0;
    page.on('response', (response) => {
      if (new URL(response.url()).pathname === '/screen') answers += 1;
    });
    await page.clock.install();
    await page.goto(`${server.url}/screen?lang=en,ar`);
    const face = page.locator('section:not([hidden])');
    const shown = () => face.locator('.number').getAttribute('aria-label');
    const asOf = face.locator('[data-as-of]');
    const pass = (seconds: number) => page.clock.runFor(seconds * 1_000);
    expect(await shown()).toBe('790');

    server.count.counted = 14;
    await pass(59);
    expect(answers).toBe(1);
    await pass(1);
    await expect.poll(() => answers).toBe(2);
    expect(await shown()).toBe('790');
    server.count.counted = 15;
    // The page sets its next timer once it has read an answer, so time passes in steps from here on.
    await expect.poll(() => pass(20).then(shown)).toBe('800');
    const language = await face.getAttribute('lang');
    await pass(20);
    expect(await face.getAttribute('lang')).toBe(language === 'en' ? 'ar' : 'en');

    const { port } = server;
    await server.close();
    await expect.poll(() => pass(20).then(() => asOf.isVisible())).toBe(true);
    expect(await asOf.innerText()).toMatch(/\d\d:\d\d/);
    expect(await shown()).toBe('800');

    server = await serverWith(1_215, { settings: { port } });
    await expect.poll(() => pass(20).then(shown)).toMatch(/^2[.,]000$/);
    expect(await asOf.isVisible()).toBe(false);
  });

  it('the screen of a hall asks once at a time, however often the network comes and goes', async () => {
    const server = await serverWith(5);
    onTestFinished(() => server.close());
    const page = await open(`${server.url}/healthz`);
    await page.clock.install();
    await page.goto(`${server.url}/screen?lang=en`);
    const asked: (() => Promise<void>)[] = [];
    await page.route('**/screen?*', (route) => {
      asked.push(asked.length === 0 ? () => route.abort() : () => route.continue());
    });
    // In small steps: a request that is held here fails after ten seconds, and then the next one follows.
    const lookUntil = (count: number) =>
      expect
        .poll(async () => {
          if (asked.length < count) await page.clock.runFor(2_000);
          return asked.length;
        }, QUICKLY)
        .toBe(count);
    await lookUntil(1);
    await asked[0]?.();
    await lookUntil(2);
    await page.evaluate(async () => {
      for (const _time of [1, 2, 3]) window.dispatchEvent(new Event('online'));
      await fetch('/healthz');
    });
    expect(asked.length).toBe(2);
    await asked[1]?.();
    await lookUntil(3);
  });
});
