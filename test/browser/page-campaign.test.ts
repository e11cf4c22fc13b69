import type { Locator } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import type { Adapter } from '../../src/channel/adapter.js';
import { CONTENT_DIR } from '../../src/paths.js';
import { loadPetition } from '../../src/petition/load.js';
import { joinable, startServer, type TestServer } from '../http/support.js';
import { inBrowserAt } from './stage.js';
import { DESKTOP, NARROWEST, PHONE, type Visit } from './visit.js';

/** The whole page on a slow network, without pictures. */
const MOST_BYTES = 60_000;

const ORGANISER = {
  name: 'Friends of the Rif',
  contact: 'petition@example.org',
  privacyUrl: 'https://example.org/privacy',
};

/** The campaign that all tests visit. */
let server: TestServer;

/** A campaign with 1,202 actions, 417 of them here, as people see it who come to its page. */
async function startCampaign(...more: Adapter[]) {
  const petition = loadPetition({
    contentDir: CONTENT_DIR,
    petition: 'zefzafi',
    organiser: ORGANISER,
    limits: [],
  });
  const { factsSource } = petition.settings;
  const campaign = await startServer({
    petition: {
      ...petition,
      settings: { ...petition.settings, factsSource: { ...factsSource, url: 'https://example.org/facts' } },
    },
    adapters: [joinable('One', '/healthz'), joinable('Club', null), ...more],
    lastWeek: async () => ({ before: 200, gained: 142 }),
    log: () => null,
  });
  campaign.count.counted = 417;
  return { server: campaign, url: `${campaign.url}/`, stop: campaign.close };
}

async function startShared() {
  const campaign = await startCampaign();
  server = campaign.server;
  return campaign;
}

/** Whether nothing is wider than the screen. */
const fits = ({ page }: Visit) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

inBrowserAt('the page of a campaign in a browser', startShared, (stage) => {
  it.each([
    ['en', DESKTOP, 'light'],
    ['ar', PHONE, 'dark'],
  ] as const)('can be used by everybody: %s, %o, %s', async (locale, viewport, colorScheme) => {
    const opened = await stage.open({ locale, viewport, colorScheme });
    await opened.screenshot(`campaign-${locale}-${colorScheme}-${viewport.width}`, true);
    expect(await opened.violations()).toEqual([]);
    expect(await opened.page.locator('.qr').isVisible()).toBe(viewport === DESKTOP);
    expect(await opened.layoutShift()).toBe(0);
    expect(await opened.context.cookies()).toEqual([]);
  });

  it('fits the narrowest phone in every language, and is light enough for a slow network', async () => {
    const opened = await stage.open({ viewport: NARROWEST });
    const { page } = opened;
    for (const locale of ['fr', 'ar', 'es', 'nl', 'de']) {
      await page.goto(`${stage.url}?lang=${locale}`);
      await opened.screenshot(`campaign-narrow-${locale}`, true);
      expect([locale, await fits(opened)]).toEqual([locale, true]);
      const bytes = await page.evaluate(() =>
        [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce(
          (sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.decodedBodySize : 0),
          0,
        ),
      );
      // Even for a browser that understands no compression.
      expect([locale, bytes < MOST_BYTES]).toEqual([locale, true]);
    }
  });

  it('on a phone the button stays at the bottom, makes way for the act, and for what has the focus', async () => {
    const opened = await stage.open({ viewport: PHONE });
    const { page } = opened;
    const bar = page.locator('[data-bar]');
    await expect.poll(() => bar.isVisible()).toBe(true);
    await page.evaluate(() => document.querySelector('[data-act]')?.scrollIntoView({ block: 'center' }));
    await expect.poll(() => bar.isVisible()).toBe(false);
    await page.evaluate(() => document.querySelector('#demands-heading')?.scrollIntoView());
    await expect.poll(() => bar.isVisible()).toBe(true);
    await opened.screenshot('campaign-bar');

    // A link that lies below the bar when the focus comes to it.
    const source = page.locator('.source a');
    await page.locator('.sources a').focus();
    await source.evaluate((link) => scrollBy(0, link.getBoundingClientRect().bottom - innerHeight + 20));
    await expect.poll(() => bar.isVisible()).toBe(true);
    const topOf = (part: Locator) => part.evaluate((element) => element.getBoundingClientRect().top);
    const heightOf = (part: Locator) => part.evaluate((element) => element.getBoundingClientRect().height);
    expect(await topOf(source)).toBeGreaterThan(await topOf(bar));
    await page.keyboard.press('Tab');
    await expect.poll(() => source.evaluate((link) => link === document.activeElement)).toBe(true);
    await expect
      .poll(async () => (await topOf(source)) + (await heightOf(source)))
      .toBeLessThanOrEqual(await topOf(bar));

    await page.evaluate(() => document.querySelector('#demands-heading')?.scrollIntoView());
    // The link of this platform leads nowhere: the page stays.
    await page.route('**/healthz', (route) => route.fulfill({ status: 204 }));
    await expect.poll(() => bar.isVisible()).toBe(true);
    await bar.locator('a').click();
    const inView = () =>
      bar.evaluate((element) => element.getBoundingClientRect().top < document.documentElement.clientHeight);
    await expect.poll(inView).toBe(false);
  });

  it('on a phone the button makes way for a chat on the page', async () => {
    const chat = { html: '<section id="chat" class="part"><h2>Chat</h2></section>', anchor: 'chat' };
    const { url, stop } = await startCampaign({
      ...joinable('Trial', null),
      pagePart: () => ({ ...chat, scripts: [], styles: [] }),
    });
    onTestFinished(stop);
    const { page } = await stage.open({ url, viewport: PHONE });
    const bar = page.locator('[data-bar]');
    expect(await bar.locator('a').innerText()).toBe('Sign on One');
    await page.evaluate(() => document.querySelector('#chat')?.scrollIntoView({ block: 'center' }));
    await expect.poll(() => bar.isVisible()).toBe(false);
    await page.evaluate(() => document.querySelector('#demands-heading')?.scrollIntoView());
    await expect.poll(() => bar.isVisible()).toBe(true);
  });

  it('without scripts leads to the same platform, and is shared by links', async () => {
    const opened = await stage.open({ viewport: PHONE, javaScript: false });
    const { page } = opened;
    expect(await page.getByRole('link', { name: 'Sign on One' }).count()).toBe(2);
    expect(await page.locator('[data-bar]').isVisible()).toBe(true);
    expect(await page.locator('.ways :visible').allInnerTexts()).not.toContain('Copy text and link');
    expect(await page.getByRole('link', { name: 'WhatsApp' }).getAttribute('href')).toContain(
      encodeURIComponent(`${stage.url}?lang=en&source=share`),
    );
    await opened.screenshot('campaign-without-scripts', true);
  });

  it('says nothing beside the total that is no longer true when the total moves', async () => {
    const opened = await stage.open();
    const { page } = opened;
    const reached = page.getByText('Already reached: 1,000');
    const next = page.locator('[data-next]');
    const passed = page.getByText('Our goal of 1,000,000 has been reached.');
    const moveTo = async (counted: number, shown: string) => {
      server.count.counted = counted;
      server.nudge();
      await expect.poll(() => opened.shownTotal()).toBe(shown);
    };
    expect([await reached.isVisible(), await next.isVisible(), await passed.isVisible()]).toEqual([
      true,
      true,
      false,
    ]);
    await moveTo(50, '835');
    expect(await reached.isVisible()).toBe(false);
    await moveTo(1_000_000, '1,000,785');
    expect([await next.isVisible(), await passed.isVisible()]).toEqual([false, true]);
    await moveTo(417, '1,202');
    expect([await reached.isVisible(), await next.isVisible(), await passed.isVisible()]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is shared by copying, or by the way that the device has', async () => {
    const opened = await stage.open();
    const { page, context } = opened;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    expect(await page.locator('[data-share]').isVisible()).toBe(false);
    await page.locator('[data-copy]').click();
    await expect.poll(() => page.locator('[data-share-status]').innerText()).toBe('Copied.');
    const url = `${stage.url}?lang=en&source=share`;
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('Zefzafi');
    expect(copied.endsWith(`\n${url}`)).toBe(true);

    await page.addInitScript(() => {
      const share = async (data: ShareData) => {
        document.documentElement.dataset.shared = JSON.stringify(data);
      };
      Object.defineProperty(navigator, 'share', { value: share });
    });
    await page.reload();
    await page.locator('[data-share]').click();
    await expect.poll(() => page.locator('[data-share-status]').innerText()).toBe('Passed on. Thank you.');
    const shared = await page.locator('html').getAttribute('data-shared');
    expect(JSON.parse(shared ?? '{}')).toEqual({ text: expect.stringContaining('Zefzafi'), url });
  });
});
