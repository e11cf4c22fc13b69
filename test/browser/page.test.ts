import { expect, it } from 'vitest';
import { CONTENT_DIR } from '../../src/paths.js';
import { loadPetition } from '../../src/petition/load.js';
import { numberIn } from '../support/languages.js';
import { ADDRESS, FOREIGN_NAME, goTo, inBrowser, STEPS_TO_THE_THANKS } from './stage.js';
import { clickInPlace, DESKTOP, PHONE } from './visit.js';

/** What the browser remarks on for any page that is neither on https nor on this computer. */
const WITHOUT_HTTPS = /Cross-Origin-Opener-Policy|Origin-Agent-Cluster/;

inBrowser('the page in a browser', (stage) => {
  it('something to pass on is shared or copied, with the address of the page', async () => {
    const opened = await stage.open();
    await opened.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await opened.begin();
    await opened.command('share');
    await opened.choices.locator('button').first().click();
    await expect.poll(() => opened.page.locator('[data-state]').innerText()).toContain('Copied');
    expect(await opened.page.evaluate(() => navigator.clipboard.readText())).toContain(
      `${stage.url}?lang=en&source=share`,
    );
    await opened.screenshot('shared');
  });

  it('where the device has its own way to share, that is opened', async () => {
    const opened = await stage.open({ viewport: PHONE });
    await opened.page.evaluate(() => {
      const share = async (data: ShareData) => {
        document.documentElement.dataset.shared = JSON.stringify(data);
      };
      Object.defineProperty(navigator, 'share', { value: share });
    });
    await opened.begin();
    await opened.command('share');
    await opened.choices.locator('button').first().click();
    await expect.poll(() => opened.page.locator('[data-state]').innerText()).toContain('Passed on');
    const shared = await opened.page.locator('html').getAttribute('data-shared');
    expect(JSON.parse(shared ?? '{}')).toEqual({
      text: expect.stringContaining('Zefzafi'),
      url: `${stage.url}?lang=en&source=share`,
    });
  });

  it('on a phone, a button at the bottom leads to the chat, until something is signed there', async () => {
    const opened = await stage.open({ viewport: PHONE });
    const { page, chat } = opened;
    const bar = page.locator('[data-bar]');
    await expect.poll(() => bar.isVisible()).toBe(true);
    await clickInPlace(bar.locator('a'));
    await expect.poll(() => bar.isVisible()).toBe(false);
    expect(await chat.evaluate((part) => part.getBoundingClientRect().top)).toBeLessThan(PHONE.height / 2);
    await page.evaluate(() => document.querySelector('#letter-heading')?.scrollIntoView());
    await expect.poll(() => bar.isVisible()).toBe(true);
    await goTo(opened, STEPS_TO_THE_THANKS);
    await page.evaluate(() => document.querySelector('#letter-heading')?.scrollIntoView());
    expect(await bar.isVisible()).toBe(false);
  });

  it('in a home network, without https, the chat can be used at the address of the computer', async () => {
    const opened = await stage.open({ url: stage.url.replace('127.0.0.1', ADDRESS) });
    expect(await opened.page.evaluate(() => isSecureContext)).toBe(false);
    await goTo(opened, STEPS_TO_THE_THANKS);
    expect(await opened.newest.innerText()).toContain('Thank you');
    opened.forgive(WITHOUT_HTTPS);
  });

  it('under a name that the chat does not know as its own, it says where it can be used', async () => {
    const url = stage.url.replace('127.0.0.1', FOREIGN_NAME);
    const opened = await stage.open({ url });
    for (const [locale, said] of [
      ['en', 'only at'],
      ['ar', 'لا تعمل هذه المحادثة إلا'],
    ] as const) {
      if (locale !== 'en') await opened.reopen(locale, DESKTOP);
      await opened.page.locator('[data-begin] button').first().click();
      const state = opened.page.locator('[data-state]');
      await expect.poll(() => state.innerText()).toContain(said);
      expect(await state.innerText()).toContain('localhost');
      await opened.screenshot(`elsewhere-${locale}`);
    }
    opened.forgive(/403/);
    opened.forgive(WITHOUT_HTTPS);
  });

  it('without scripts it still tells the story, the letter and the total, and says what is missing', async () => {
    const petition = loadPetition({ contentDir: CONTENT_DIR, petition: 'zefzafi', organiser: null });
    const opened = await stage.open({ javaScript: false, viewport: DESKTOP });
    for (const [locale, viewport] of [
      ['en', DESKTOP],
      ['ar', PHONE],
    ] as const) {
      if (locale !== 'en') await opened.reopen(locale, viewport);
      const { words, headline } = petition.texts(locale);
      const text = await opened.page.locator('body').innerText();
      expect(text).toContain(headline);
      expect(text).toContain(words.say('page-letter-heading'));
      expect(text).toContain(numberIn(locale, await stage.total()));
      expect(text).toContain(words.say('page-noscript'));
      expect(await opened.chat.isVisible()).toBe(false);
      expect(await opened.page.locator('[href="#chat"]:visible').count()).toBe(0);
      await opened.screenshot(`without-scripts-${locale}`, true);
    }
  });

  it('can be read on paper and in the colours that a reader forces', async () => {
    const opened = await stage.open();
    await opened.begin();
    await opened.page.emulateMedia({ forcedColors: 'active' });
    await opened.screenshot('forced-colors');
    await opened.page.emulateMedia({ media: 'print', forcedColors: 'none' });
    expect(await opened.chat.isVisible()).toBe(false);
    expect(await opened.page.locator('.letter').isVisible()).toBe(true);
    await opened.screenshot('print', true);
  });

  it('an address that is not there is a page that leads back', async () => {
    const opened = await stage.open({ colorScheme: 'dark', viewport: PHONE });
    await opened.page.goto(`${stage.url}nowhere?lang=fr`);
    await opened.screenshot('not-found');
    expect(await opened.violations()).toEqual([]);
    await opened.page.locator('a.action').click();
    expect(await opened.page.locator('#chat').isVisible()).toBe(true);
    opened.forgive(/404/);
  });
});
