import { expect, it } from 'vitest';
import { numberIn } from '../support/languages.js';
import { inBrowser } from './stage.js';
import { DESKTOP, PHONE } from './visit.js';

inBrowser('the total in a browser', (stage) => {
  it('a total that moves moves nothing else, whoever signs', async () => {
    const opened = await stage.open({ viewport: PHONE });
    for (const [locale, viewport] of [
      ['en', PHONE],
      ['ar', DESKTOP],
    ] as const) {
      if (locale !== 'en') await opened.reopen(locale, viewport);
      await expect.poll(() => stage.total()).toBeGreaterThan(0);
      const before = await stage.total();
      await stage.signElsewhere();
      await expect.poll(() => opened.shownTotal()).toBe(numberIn(locale, before + 1));
      expect(
        await opened.page.locator('.total progress').evaluate((bar: HTMLProgressElement) => bar.value),
      ).toBe(before + 1);
      expect(await opened.layoutShift()).toBe(0);
    }
  });

  it('a page whose stream is refused at first moves the total as soon as there is one', async () => {
    const opened = await stage.open();
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
    const before = await stage.total();
    await stage.signElsewhere();
    const moved = numberIn('en', before + 1);
    await expect.poll(() => longEnough().then(() => opened.shownTotal())).toBe(moved);
    opened.forgive(/503/);
  });
});
