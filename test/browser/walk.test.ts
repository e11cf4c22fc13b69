import { describe, expect, it } from 'vitest';
import { LANGUAGES, numberIn } from '../support/languages.js';
import { until } from '../support/until.js';
import { goTo, inBrowser, STEPS_TO_THE_THANKS } from './stage.js';
import { DESKTOP, NARROWEST, PHONE, type Visit } from './visit.js';

inBrowser('the walk in a browser', (stage) => {
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
        const opened = await stage.open({ locale, viewport, colorScheme });
        const before = await stage.total();
        const written = (number: number) => numberIn(locale, number);
        expect(await opened.shownTotal()).toBe(written(before));
        await opened.screenshot(`${name}-1-start`);
        expect(await opened.violations()).toEqual([]);

        await opened.begin();
        await opened.screenshot(`${name}-2-welcome`);
        for (let step = 1; step <= STEPS_TO_THE_THANKS; step += 1) {
          await opened.forward();
          await opened.screenshot(`${name}-${step + 2}`);
          // The phones have both languages and both colour schemes.
          if (device === 'phone' && (step === 3 || step === 5)) expect(await opened.violations()).toEqual([]);
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
    const opened = await stage.open({ viewport: PHONE, colorScheme: 'dark' });
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
    expect(await newest.innerText()).toContain('leave out links');
    await opened.screenshot('form-refused');
    await newest.locator('.opening-form > button').click();
    await send('عائشة <b>Ben</b>');
    expect(await newest.locator('b').count()).toBe(0);
    expect(await newest.innerText()).toContain('عائشة <b>Ben</b>');
    await opened.screenshot('name-typed');
    expect(await opened.violations()).toEqual([]);
  });

  it('the whole walk can be made with the keyboard alone, and the focus follows the messages', async () => {
    const opened = await stage.open();
    const { page } = opened;
    const before = await stage.total();
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
    expect(await stage.total()).toBe(before + 1);
    expect(await opened.chat.locator('.message:not(:last-child) .controls').count()).toBe(0);
  });

  it('pressing twice is pressing once', async () => {
    const opened = await stage.open();
    const sent: string[] = [];
    opened.page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    await opened.page.locator('[data-begin] button').dblclick();
    await opened.newest.waitFor();
    await opened.newest.locator('.controls > *').first().dblclick();
    await expect.poll(() => opened.newest.innerText()).toContain('Story, 1 of 2');
    expect(sent).toHaveLength(2);
  });

  // Beside each other, for nobody looks at the total here.
  it.concurrent.for(LANGUAGES)(
    'nothing is wider than the narrowest phone in %s',
    async (locale, { onTestFinished }) => {
      const opened = await stage.open({ locale, viewport: NARROWEST }, onTestFinished);
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
      await until(async () => (await opened.newest.locator('.quiet').count()) === 1);
      await fits();
      await opened.command('mydata');
      await opened.command('share');
      await opened.command('help');
      await opened.page.locator('.menu summary').click();
      await fits();
      await opened.screenshot(`narrow-${locale}-menu`);
      await opened.screenshot(`narrow-${locale}-full`, true);
    },
  );

  it('everything that is pressed is large enough for a finger', async () => {
    const opened = await stage.open({ viewport: PHONE });
    await goTo(opened, STEPS_TO_THE_THANKS);
    await opened.page.locator('.menu summary').click();
    const targets = opened.page.locator('.action, .quiet, summary, .languages a, .menu button');
    for (const target of await targets.all()) {
      const box = await target.boundingBox();
      if (box !== null)
        expect([await target.innerText(), box.height >= 44]).toEqual([expect.anything(), true]);
    }
  });
});

function hasFocus({ newest }: Visit): Promise<boolean> {
  return newest.evaluate((message) => document.activeElement === message);
}
