import { expect, it } from 'vitest';
import { goTo, inBrowser, STEPS_TO_THE_THANKS } from './stage.js';
import { PHONE } from './visit.js';

inBrowser('trouble in a browser', (stage) => {
  it('an answer that is lost on its way is asked for again, and nothing counts twice', async () => {
    const opened = await stage.open();
    await goTo(opened, STEPS_TO_THE_THANKS - 1);
    const before = await stage.total();
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
    expect(await stage.total()).toBe(before + 1);
    opened.forgive(/ERR_CONNECTION_RESET/);
  });

  it('what could not be confirmed is said, and tried again as the same event', async () => {
    const opened = await stage.open({ viewport: PHONE, colorScheme: 'dark' });
    await opened.begin();
    const ids = new Set<unknown>();
    await opened.page.route('**/chat/events', async (route) => {
      ids.add(JSON.parse(route.request().postData() ?? '{}').id);
      await route.fulfill({ status: 503, json: { outcome: 'unsaved', messages: [] } });
    });
    await opened.newest.locator('.controls > *').first().click();
    const again = opened.page.locator('[data-state] button');
    await again.waitFor();
    expect(await opened.page.locator('[data-state]').innerText()).toContain('nothing is recorded twice');
    await opened.screenshot('unconfirmed');
    expect(await opened.violations()).toEqual([]);
    await opened.page.unroute('**/chat/events');
    const [request] = await Promise.all([opened.page.waitForRequest('**/chat/events'), again.click()]);
    expect(ids).toEqual(new Set([request.postDataJSON().id]));
    await expect.poll(() => opened.newest.innerText()).toContain('Story, 1 of 2');
    opened.forgive(/503/);
  });

  it('without a network it says so, keeps the choice, and sends it once there is one', async () => {
    const opened = await stage.open({ viewport: PHONE });
    await opened.begin();
    await opened.context.setOffline(true);
    await opened.newest.locator('.controls > *').first().click();
    await expect.poll(() => opened.page.locator('[data-state]').innerText()).toContain('offline');
    await opened.screenshot('offline');
    expect(await opened.violations()).toEqual([]);
    await opened.context.setOffline(false);
    await expect.poll(() => opened.newest.innerText()).toContain('Story, 1 of 2');
    opened.forgive(/ERR_INTERNET_DISCONNECTED/);
  });
});
