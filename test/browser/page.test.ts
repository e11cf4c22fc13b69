import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { CONTENT_DIR } from '../../src/paths.js';
import { formatNumber } from '../../src/petition/formats.js';
import { loadPetition } from '../../src/petition/load.js';
import { Browser as Wire } from '../adapters/web/browser.js';
import { ask } from '../http/support.js';
import { buildClients, startPreview } from './channel.js';
import { FLAGS, findChromium } from './chromium.js';
import { DESKTOP, NARROWEST, PHONE, type Visit, type VisitOptions, visit } from './visit.js';

const executablePath = findChromium();
if (executablePath === null) {
  console.warn(
    'The browser tests are skipped: there is no Chromium here. Install one, or set CHROMIUM_PATH.',
  );
}

if (process.env.CI === 'true') {
  it('there is a Chromium to test the page with', () => {
    expect(executablePath).not.toBeNull();
  });
}

/** From the first screen to the thanks. */
const STEPS_TO_THE_THANKS = 8;

/** Both lead to this computer, but only here: an address of a network, and a name that nobody has set. */
const ADDRESS = '192.0.2.7';
const FOREIGN_NAME = 'petition.test';
/** What the browser remarks on for any page that is neither on https nor on this computer. */
const WITHOUT_HTTPS = /Cross-Origin-Opener-Policy|Origin-Agent-Cluster/;
const NAMES = `--host-resolver-rules=MAP ${ADDRESS} 127.0.0.1, MAP ${FOREIGN_NAME} 127.0.0.1`;

/** A browser on a busy machine takes its time. */
const TIMEOUT_MS = 180_000;

describe.skipIf(executablePath === null)('in a browser', { timeout: TIMEOUT_MS }, () => {
  let browser: Browser;
  let channel: Awaited<ReturnType<typeof startPreview>>;

  beforeAll(async () => {
    await buildClients();
    channel = await startPreview();
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...FLAGS, NAMES] });
  });
  afterAll(async () => {
    await browser?.close();
    await channel?.stop();
  });

  /** Opens the page; whatever happens on it, it asks nobody else and nothing goes wrong. */
  async function open(options: Partial<VisitOptions> = {}): Promise<Visit> {
    const opened = await visit(browser, { url: channel.url, ...options });
    onTestFinished(async () => {
      await opened.context.close();
      expect(opened.troubles).toEqual([]);
    });
    return opened;
  }

  async function total(): Promise<number> {
    return JSON.parse((await ask(`${channel.url}api/total`)).body).total;
  }

  async function goTo(opened: Visit, steps: number): Promise<void> {
    await opened.begin();
    for (let step = 0; step < steps; step += 1) await opened.forward();
  }

  describe.each([
    { locale: 'en', device: 'desktop', viewport: DESKTOP, colorScheme: 'light', thanks: 'Thank you' },
    { locale: 'en', device: 'phone', viewport: PHONE, colorScheme: 'dark', thanks: 'Thank you' },
    { locale: 'ar', device: 'desktop', viewport: DESKTOP, colorScheme: 'dark', thanks: 'شكر' },
    { locale: 'ar', device: 'phone', viewport: PHONE, colorScheme: 'light', thanks: 'شكر' },
  ] as const)(
    'on a $device, $colorScheme, in $locale',
    ({ locale, device, viewport, colorScheme, thanks }) => {
      const name = `${locale}-${device}-${colorScheme}`;

      it('a person reads, signs, sees the total move, comes back, and takes the signature back', async () => {
        const opened = await open({ locale, viewport, colorScheme });
        const before = await total();
        const written = (number: number) => formatNumber(locale, number);
        expect(await opened.shownTotal()).toBe(written(before));
        await opened.screenshot(`${name}-1-start`);
        expect(await opened.violations()).toEqual([]);

        await opened.begin();
        await opened.screenshot(`${name}-2-welcome`);
        for (let step = 1; step <= STEPS_TO_THE_THANKS; step += 1) {
          await opened.forward();
          await opened.screenshot(`${name}-${step + 2}`);
          if (step === 3 || step === 7) expect(await opened.violations()).toEqual([]);
        }
        expect(await opened.newest.innerText()).toContain(thanks);
        await expect.poll(() => opened.shownTotal()).toBe(written(before + 1));
        expect(await opened.violations()).toEqual([]);

        await opened.page.reload();
        await opened.newest.waitFor();
        expect(await opened.shownTotal()).toBe(written(before + 1));
        await opened.screenshot(`${name}-again`);

        await opened.command('withdraw');
        await opened.screenshot(`${name}-c-withdraw`);
        await opened.forward();
        await expect.poll(() => opened.shownTotal()).toBe(written(before));
        await opened.screenshot(`${name}-withdrawn`, true);
        expect(await opened.violations()).toEqual([]);
      });
    },
  );

  it('a name can be written, is refused kindly, and corrected', async () => {
    const opened = await open({ viewport: PHONE, colorScheme: 'dark' });
    await goTo(opened, STEPS_TO_THE_THANKS - 1);
    const { page, newest } = opened;
    await newest.locator('.opening-form > button').click();
    await newest.locator('[type=submit]').click();
    expect(await newest.locator('.error').innerText()).not.toBe('');
    expect(await newest.locator('input').getAttribute('aria-invalid')).toBe('true');
    await opened.screenshot('form-empty');
    expect(await opened.violations()).toEqual([]);

    const messages = page.locator('.message');
    const send = async (text: string) => {
      const shown = await messages.count();
      await newest.locator('input').fill(text);
      await newest.locator('input').press('Enter');
      await messages.nth(shown).waitFor();
    };
    await send('https://example.org');
    expect(await newest.innerText()).toContain('web address');
    await opened.screenshot('form-refused');
    await newest.locator('.opening-form > button').click();
    await send('عائشة <b>Ben</b>');
    expect(await newest.locator('b').count()).toBe(0);
    expect(await newest.innerText()).toContain('عائشة <b>Ben</b>');
    await opened.screenshot('name-typed');
    expect(await opened.violations()).toEqual([]);
  });

  it('the whole walk can be made with the keyboard alone, and the focus follows the messages', async () => {
    const opened = await open();
    const { page } = opened;
    const before = await total();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await opened.screenshot('keyboard-skip');
    await page.keyboard.press('Enter');
    await page.locator('[data-begin] button').focus();
    const messages = page.locator('.message');
    await page.keyboard.press('Enter');
    for (let step = 0; step < STEPS_TO_THE_THANKS; step += 1) {
      await messages.nth(step).waitFor();
      await expect.poll(() => hasFocus(opened)).toBe(true);
      await page.keyboard.press('Tab');
      if (step === 4) await opened.screenshot('keyboard-focus');
      await page.keyboard.press('Enter');
    }
    await messages.nth(STEPS_TO_THE_THANKS).waitFor();
    expect(await opened.newest.innerText()).toContain('Thank you');
    expect(await total()).toBe(before + 1);
    expect(await opened.chat.locator('.message:not(:last-child) .controls').count()).toBe(0);
  });

  it('a total that moves moves nothing else, whoever signs', async () => {
    for (const [locale, viewport] of [
      ['en', PHONE],
      ['ar', DESKTOP],
    ] as const) {
      const opened = await open({ locale, viewport });
      await expect.poll(() => total()).toBeGreaterThan(0);
      const before = await total();
      await new Wire(channel.url.replace(/\/$/, '')).walk(STEPS_TO_THE_THANKS);
      await expect.poll(() => opened.shownTotal()).toBe(formatNumber(locale, before + 1));
      expect(
        await opened.page.locator('.total progress').evaluate((bar: HTMLProgressElement) => bar.value),
      ).toBe(before + 1);
      expect(await opened.layoutShift()).toBe(0);
    }
  });

  it('a page whose stream is refused at first moves the total as soon as there is one', async () => {
    const opened = await open();
    const { page } = opened;
    let refused = 0;
    await page.route('**/api/total/events', async (route) => {
      refused += 1;
      await route.fulfill({ status: 503, json: { error: 'unavailable' } });
    });
    await page.clock.install();
    await page.reload();
    const longEnough = () => page.clock.runFor(30_000);
    await expect.poll(() => refused).toBe(1);
    await expect.poll(() => longEnough().then(() => refused)).toBeGreaterThan(1);
    await page.unroute('**/api/total/events');
    const before = await total();
    await new Wire(channel.url.replace(/\/$/, '')).walk(STEPS_TO_THE_THANKS);
    const moved = formatNumber('en', before + 1);
    await expect.poll(() => longEnough().then(() => opened.shownTotal())).toBe(moved);
    opened.forgive(/503/);
  });

  it.each(['en', 'fr', 'ar', 'es'])('nothing is wider than the narrowest phone in %s', async (locale) => {
    const opened = await open({ locale, viewport: NARROWEST });
    const fits = async () => {
      expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROWEST.width);
    };
    await fits();
    await goTo(opened, STEPS_TO_THE_THANKS - 1);
    await fits();
    await opened.newest.locator('.opening-form > button').click();
    await fits();
    await opened.screenshot(`narrow-${locale}-form`);
    await opened.newest.locator('.controls > button').first().click();
    await expect.poll(() => opened.newest.locator('.quiet').count()).toBe(1);
    await fits();
    await opened.command('mydata');
    await opened.command('share');
    await opened.command('help');
    await opened.page.locator('.menu summary').click();
    await fits();
    await opened.screenshot(`narrow-${locale}-menu`);
    await opened.screenshot(`narrow-${locale}-full`, true);
  });

  it('everything that is pressed is large enough for a finger', async () => {
    const opened = await open({ viewport: PHONE });
    await goTo(opened, STEPS_TO_THE_THANKS);
    await opened.page.locator('.menu summary').click();
    const targets = opened.page.locator('.action, .quiet, summary, .languages a, .menu button');
    for (const target of await targets.all()) {
      const box = await target.boundingBox();
      if (box !== null)
        expect([await target.innerText(), box.height >= 44]).toEqual([expect.anything(), true]);
    }
  });

  it('pressing twice is pressing once', async () => {
    const opened = await open();
    const sent: string[] = [];
    opened.page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    await opened.page.locator('[data-begin] button').dblclick();
    await opened.newest.waitFor();
    await opened.newest.locator('.controls > *').first().dblclick();
    await expect.poll(() => opened.newest.innerText()).toContain('page 1 of 3');
    expect(sent).toHaveLength(2);
  });

  it('an answer that is lost on its way is asked for again, and nothing counts twice', async () => {
    const opened = await open();
    await goTo(opened, STEPS_TO_THE_THANKS - 1);
    const before = await total();
    const ids: unknown[] = [];
    await opened.page.route('**/chat/events', async (route) => {
      ids.push(JSON.parse(route.request().postData() ?? '{}').id);
      if (ids.length > 2) return route.continue();
      // It reaches the server; its answer does not reach the browser.
      await route.fetch();
      await route.abort('connectionreset');
    });
    await opened.forward();
    expect(new Set(ids.slice(0, 3)).size).toBe(1);
    expect(await opened.newest.innerText()).toContain('You signed on');
    expect(await total()).toBe(before + 1);
    opened.forgive(/ERR_CONNECTION_RESET/);
  });

  it('what could not be confirmed is said, and tried again as the same event', async () => {
    const opened = await open({ viewport: PHONE, colorScheme: 'dark' });
    await opened.begin();
    const ids = new Set<unknown>();
    await opened.page.route('**/chat/events', async (route) => {
      ids.add(JSON.parse(route.request().postData() ?? '{}').id);
      await route.fulfill({ status: 503, json: { outcome: 'unsaved', messages: [] } });
    });
    await opened.newest.locator('.controls > *').first().click();
    const again = opened.page.locator('[data-state] button');
    await again.waitFor();
    expect(await opened.page.locator('[data-state]').innerText()).toContain('nobody is counted twice');
    await opened.screenshot('unconfirmed');
    expect(await opened.violations()).toEqual([]);
    await opened.page.unroute('**/chat/events');
    const [request] = await Promise.all([opened.page.waitForRequest('**/chat/events'), again.click()]);
    expect(ids).toEqual(new Set([request.postDataJSON().id]));
    await expect.poll(() => opened.newest.innerText()).toContain('page 1 of 3');
    opened.forgive(/503/);
  });

  it('without a network it says so, keeps the choice, and sends it once there is one', async () => {
    const opened = await open({ viewport: PHONE });
    await opened.begin();
    await opened.context.setOffline(true);
    await opened.newest.locator('.controls > *').first().click();
    await expect.poll(() => opened.page.locator('[data-state]').innerText()).toContain('offline');
    await opened.screenshot('offline');
    expect(await opened.violations()).toEqual([]);
    await opened.context.setOffline(false);
    await expect.poll(() => opened.newest.innerText()).toContain('page 1 of 3');
    opened.forgive(/ERR_INTERNET_DISCONNECTED/);
  });

  it('something to pass on is shared or copied, with the address of the page', async () => {
    const opened = await open();
    await opened.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await opened.begin();
    await opened.command('share');
    await opened.newest.locator('.controls button').first().click();
    await expect.poll(() => opened.page.locator('[data-state]').innerText()).toContain('Copied');
    expect(await opened.page.evaluate(() => navigator.clipboard.readText())).toContain(
      `${channel.url}?source=share`,
    );
    await opened.screenshot('shared');
  });

  it('where the device has its own way to share, that is opened', async () => {
    const opened = await open({ viewport: PHONE });
    await opened.page.evaluate(() => {
      const share = async (data: ShareData) => {
        document.documentElement.dataset.shared = JSON.stringify(data);
      };
      Object.defineProperty(navigator, 'share', { value: share });
    });
    await opened.begin();
    await opened.command('share');
    await opened.newest.locator('.controls button').first().click();
    await expect.poll(() => opened.page.locator('[data-state]').innerText()).toContain('Passed on');
    const shared = await opened.page.locator('html').getAttribute('data-shared');
    expect(JSON.parse(shared ?? '{}')).toEqual({
      text: expect.stringContaining('Zefzafi'),
      url: `${channel.url}?source=share`,
    });
  });

  it('in a home network, without https, the chat can be used at the address of the computer', async () => {
    const opened = await open({ url: channel.url.replace('127.0.0.1', ADDRESS) });
    expect(await opened.page.evaluate(() => isSecureContext)).toBe(false);
    await goTo(opened, STEPS_TO_THE_THANKS);
    expect(await opened.newest.innerText()).toContain('Thank you');
    opened.forgive(WITHOUT_HTTPS);
  });

  it('under a name that the chat does not know as its own, it says where it can be used', async () => {
    for (const [locale, said] of [
      ['en', 'only at'],
      ['ar', 'لا تعمل هذه المحادثة إلا'],
    ] as const) {
      const opened = await open({ url: channel.url.replace('127.0.0.1', FOREIGN_NAME), locale });
      await opened.page.locator('[data-begin] button').click();
      const state = opened.page.locator('[data-state]');
      await expect.poll(() => state.innerText()).toContain(said);
      expect(await state.innerText()).toContain('localhost');
      await opened.screenshot(`elsewhere-${locale}`);
      opened.forgive(/403/);
      opened.forgive(WITHOUT_HTTPS);
    }
  });

  it('without scripts it still tells the story, the letter and the total, and says what is missing', async () => {
    for (const [locale, viewport] of [
      ['en', DESKTOP],
      ['ar', PHONE],
    ] as const) {
      const opened = await open({ locale, javaScript: false, viewport });
      const petition = await loadPetition({ contentDir: CONTENT_DIR, petition: 'zefzafi', organiser: null });
      const { words, headline } = petition.texts(locale);
      const text = await opened.page.locator('body').innerText();
      expect(text).toContain(headline);
      expect(text).toContain(words.say('page-letter-heading'));
      expect(text).toContain(formatNumber(locale, await total()));
      expect(text).toContain(words.say('page-noscript'));
      expect(await opened.chat.isVisible()).toBe(false);
      await opened.screenshot(`without-scripts-${locale}`, true);
    }
  });

  it('can be read on paper and in the colours that a reader forces', async () => {
    const opened = await open();
    await opened.begin();
    await opened.page.emulateMedia({ forcedColors: 'active' });
    await opened.screenshot('forced-colors');
    await opened.page.emulateMedia({ media: 'print', forcedColors: 'none' });
    expect(await opened.chat.isVisible()).toBe(false);
    expect(await opened.page.locator('.letter').isVisible()).toBe(true);
    await opened.screenshot('print', true);
  });

  it('an address that is not there is a page that leads back', async () => {
    const opened = await open({ colorScheme: 'dark', viewport: PHONE });
    await opened.page.goto(`${channel.url}nowhere?lang=fr`);
    await opened.screenshot('not-found');
    expect(await opened.violations()).toEqual([]);
    await opened.page.locator('a.action').click();
    expect(await opened.page.locator('#chat').isVisible()).toBe(true);
    opened.forgive(/404/);
  });
});

function hasFocus({ newest }: Visit): Promise<boolean> {
  return newest.evaluate((message) => document.activeElement === message);
}
