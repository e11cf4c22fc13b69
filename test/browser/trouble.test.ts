import { expect, it } from 'vitest';
import { wordsIn } from '../support/languages.js';
import { inBrowser, STEPS_TO_THE_THANKS } from './stage.js';
import { LAPTOP, PHONE, type Visit } from './visit.js';

/** Longer than any pause between two tries. */
const PAUSE_MS = 5_000;

/** A name that nothing else contains. */
const NAME = 'Aïcha Quenneville';

inBrowser('trouble in a browser', (stage) => {
  it('an answer that is lost on its way is asked for again, and nothing counts twice', async () => {
    const opened = await stage.openAt(STEPS_TO_THE_THANKS - 1);
    const before = await stage.total();
    await opened.page.clock.install();
    const ids: unknown[] = [];
    await opened.page.route('**/chat/events', async (route) => {
      ids.push(JSON.parse(route.request().postData() ?? '{}').id);
      if (ids.length > 2) return route.continue();
      // It reaches the server; its answer does not reach the browser.
      await route.fetch();
      await route.abort('connectionreset');
    });
    await opened.choices.locator('.main .action').click();
    const later = () => opened.page.clock.runFor(PAUSE_MS);
    await expect.poll(() => later().then(() => opened.newest.innerText())).toContain('You signed on');
    expect(new Set(ids.slice(0, 3)).size).toBe(1);
    expect(await stage.total()).toBe(before + 1);
    opened.forgive(/ERR_CONNECTION_RESET/);
  });

  it('what could not be confirmed is said, and tried again as the same event', async () => {
    const opened = await stage.open({ viewport: PHONE, colorScheme: 'dark' });
    await opened.begin();
    await opened.page.clock.install();
    const ids = new Set<unknown>();
    await opened.page.route('**/chat/events', async (route) => {
      ids.add(JSON.parse(route.request().postData() ?? '{}').id);
      await route.fulfill({ status: 503, json: { outcome: 'unsaved', messages: [] } });
    });
    await opened.choices.locator('.main .action').click();
    const again = opened.page.locator('[data-state] button');
    await expect.poll(() => opened.page.clock.runFor(PAUSE_MS).then(() => again.isVisible())).toBe(true);
    expect(await opened.page.locator('[data-state]').innerText()).toContain('nothing is recorded twice');
    await opened.screenshot('unconfirmed');
    expect(await opened.violations()).toEqual([]);
    await opened.page.unroute('**/chat/events');
    const [request] = await Promise.all([opened.page.waitForRequest('**/chat/events'), again.click()]);
    expect(ids).toEqual(new Set([request.postDataJSON().id]));
    await expect.poll(() => opened.newest.innerText()).toContain('Story, 2 of 2');
    opened.forgive(/503/);
  });

  it('without a network it says so, keeps the choice, and sends it once there is one', async () => {
    const opened = await stage.open({ viewport: PHONE });
    await opened.begin();
    await opened.context.setOffline(true);
    await opened.choices.locator('.main .action').click();
    await expect.poll(() => opened.page.locator('[data-state]').innerText()).toContain('offline');
    await opened.screenshot('offline');
    expect(await opened.violations()).toEqual([]);
    await opened.context.setOffline(false);
    await expect.poll(() => opened.newest.innerText()).toContain('Story, 2 of 2');
    opened.forgive(/ERR_INTERNET_DISCONNECTED/);
  });

  it.each(['withdraw', 'cancel'])(
    'after "%s", neither name nor receipt is left on the page',
    async (command) => {
      const { opened, receipt } = await signedWithName();
      expect(await holds(opened, NAME)).toBe(true);
      expect(await holds(opened, receipt)).toBe(true);
      expect(await isSigned(opened)).toBe(true);
      await opened.command(command);
      if (command === 'withdraw') await opened.forward();
      expect(await opened.newest.innerText()).toContain(wordsIn('en').say('messages-cleared'));
      expect(await holds(opened, NAME)).toBe(false);
      expect(await holds(opened, receipt)).toBe(false);
      expect(await isSigned(opened)).toBe(false);
      expect(await opened.page.locator('.message, .choice').count()).toBe(1);
      await opened.screenshot(`ended-${command}`);
      await opened.page.reload();
      expect(await opened.page.locator('[data-begin]').isVisible()).toBe(true);
      expect(await holds(opened, receipt)).toBe(false);
    },
  );

  it('what one tab ends disappears from the others, and from pages that the browser keeps for "Back"', async () => {
    const { opened, receipt } = await signedWithName();
    const { page } = opened;
    const other = await opened.context.newPage();
    await other.goto(page.url());
    // As the browser does when it keeps the page, and when it shows it again.
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    expect(await holds(opened, NAME)).toBe(false);
    expect(await holds(opened, receipt)).toBe(false);
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expect.poll(() => holds(opened, receipt)).toBe(true);
    expect(await isSigned(opened)).toBe(true);

    await other.locator('[data-begin] .action').click();
    await other.locator('.message').waitFor();
    await other.locator('.menu summary').click();
    await other.locator('.menu [data-command=cancel]').click();
    await expect.poll(() => holds(opened, receipt)).toBe(false);
    expect(await page.locator('[data-begin]').isVisible()).toBe(true);
  });

  it('what one tab ends is not sent again by another that waits for an answer', async () => {
    const opened = await stage.openAt(STEPS_TO_THE_THANKS - 1, { viewport: LAPTOP });
    const { page } = opened;
    await page.clock.install();
    const sent: unknown[] = [];
    await page.route('**/chat/events', async (route) => {
      sent.push(route.request().postData());
      await route.fulfill({ status: 503, json: { outcome: 'unsaved', messages: [] } });
    });
    const before = await stage.total();
    await opened.choices.locator('.main .action').click();
    await expect.poll(() => sent.length).toBe(1);

    const other = await opened.context.newPage();
    await other.goto(page.url());
    await other.locator('.menu summary').click();
    await other.locator('.menu [data-command=cancel]').click();
    await other.locator('.message').waitFor();
    await expect.poll(() => page.locator('[data-begin]').isVisible()).toBe(true);
    await page.clock.runFor(10 * PAUSE_MS);
    expect(sent.length).toBe(1);
    expect(await page.locator('[data-state]').innerText()).toBe('');
    expect(await stage.total()).toBe(before);
    opened.forgive(/503/);
  });

  /** A person who has signed with a name, in one visit. */
  async function signedWithName(): Promise<{ opened: Visit; receipt: string }> {
    const opened = await stage.openAt(STEPS_TO_THE_THANKS - 1, { viewport: LAPTOP });
    await opened.choices.locator('.opening-form > button').click();
    await opened.write(NAME);
    await opened.forward();
    return { opened, receipt: await opened.choices.locator('.receipt code').innerText() };
  }
});

/** Whether a text is anywhere in the document, in what fields hold, or in what the tab stores. */
function holds({ page }: Visit, text: string): Promise<boolean> {
  return page.evaluate((text) => {
    const fields = [...document.querySelectorAll('input')].map((field) => field.value);
    const stored = [sessionStorage, localStorage].map((storage) => JSON.stringify(storage));
    return [document.documentElement.outerHTML, ...fields, ...stored].some((part) => part.includes(text));
  }, text);
}

function isSigned({ page }: Visit): Promise<boolean> {
  return page.evaluate(() => document.documentElement.dataset.signed !== undefined);
}
