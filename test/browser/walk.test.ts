import { describe, expect, it } from 'vitest';
import { LANGUAGES, numberIn, wordsIn } from '../support/languages.js';
import { expectInView } from './layout.js';
import { inBrowser, STEPS_TO_THE_THANKS } from './stage.js';
import { LAPTOP, NARROWEST, PHONE, type Visit } from './visit.js';

inBrowser('the walk in a browser', (stage) => {
  describe.each([
    { locale: 'en', device: 'laptop', viewport: LAPTOP, colorScheme: 'light', thanks: 'Thank you' },
    { locale: 'en', device: 'phone', viewport: PHONE, colorScheme: 'dark', thanks: 'Thank you' },
    { locale: 'ar', device: 'laptop', viewport: LAPTOP, colorScheme: 'dark', thanks: 'شكر' },
    { locale: 'ar', device: 'phone', viewport: PHONE, colorScheme: 'light', thanks: 'شكر' },
  ] as const)(
    'on a $device, $colorScheme, in $locale',
    ({ locale, device, viewport, colorScheme, thanks }) => {
      const name = `${locale}-${device}-${colorScheme}`;
      const wellMade = async (opened: Visit) => {
        if (device === 'laptop') await expectInView(opened, '[data-choices] .action');
        // The phones have both languages and both colour schemes.
        else expect(await opened.violations()).toEqual([]);
      };

      it('a person reads, signs, sees the total move, comes back, and takes the signature back', async () => {
        const opened = await stage.open({ locale, viewport, colorScheme });
        const before = await stage.total();
        const written = (number: number) => numberIn(locale, number);
        expect(await opened.shownTotal()).toBe(written(before));
        await opened.screenshot(`${name}-1-start`);
        if (device === 'phone') expect(await opened.violations()).toEqual([]);
        else await expectInView(opened, '[data-begin] .action');

        await opened.begin();
        await opened.screenshot(`${name}-2`);
        for (let step = 1; step <= STEPS_TO_THE_THANKS; step += 1) {
          if (device === 'laptop' || step === 3) await wellMade(opened);
          await opened.forward();
          await opened.screenshot(`${name}-${step + 2}`);
        }
        expect(await opened.newest.innerText()).toContain(thanks);
        await expectInView(opened, '.receipt code');
        await expectInView(opened, '[data-choices] .action');
        await expect.poll(() => opened.shownTotal()).toBe(written(before + 1));
        await wellMade(opened);

        await opened.page.reload();
        await opened.newest.waitFor();
        expect(await opened.shownTotal()).toBe(written(before + 1));
        await opened.screenshot(`${name}-again`);

        await opened.command('withdraw');
        await opened.screenshot(`${name}-c-withdraw`);
        if (device === 'laptop') await wellMade(opened);
        await opened.forward();
        await expect.poll(() => opened.shownTotal()).toBe(written(before));
        await opened.screenshot(`${name}-withdrawn`, true);
        await wellMade(opened);
      });
    },
  );

  it('a name can be written, is refused kindly, and corrected', async () => {
    const opened = await stage.openAt(STEPS_TO_THE_THANKS - 1, { viewport: PHONE, colorScheme: 'dark' });
    const { newest, choices } = opened;
    await choices.locator('.opening-form > button').click();
    await choices.locator('[type=submit]').click();
    expect(await choices.locator('.error').innerText()).not.toBe('');
    expect(await choices.locator('input').getAttribute('aria-invalid')).toBe('true');
    await opened.screenshot('form-empty');
    expect(await opened.violations()).toEqual([]);

    await opened.write('https://example.org');
    expect(await newest.innerText()).toContain('leave out links');
    await opened.screenshot('form-refused');
    await choices.locator('.opening-form > button').click();
    await opened.write('عائشة <b>Ben</b>');
    expect(await newest.locator('b').count()).toBe(0);
    expect(await newest.innerText()).toContain('عائشة <b>Ben</b>');
    await opened.screenshot('name-typed');
    expect(await opened.violations()).toEqual([]);
  });

  it('the whole walk takes six presses of one key, and the focus follows the messages', async () => {
    const opened = await stage.open();
    const { page } = opened;
    const before = await stage.total();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await opened.screenshot('keyboard-skip');
    await page.keyboard.press('Enter');
    await page.locator('[data-begin] .action').focus();
    const messages = page.locator('.message');
    for (let presses = 1; presses <= 6; presses += 1) {
      await page.keyboard.press('Enter');
      await messages.nth(presses - 1).waitFor();
      await expect.poll(() => hasFocus(opened)).toBe(true);
      await page.keyboard.press('Tab');
      if (presses === 5) await opened.screenshot('keyboard-focus');
    }
    expect(await opened.newest.innerText()).toContain('Thank you');
    expect(await stage.total()).toBe(before + 1);
  });

  it('the panel says how long the walk takes, and begins where the page ends', async () => {
    const words = wordsIn('en');
    const opened = await stage.open();
    expect(await opened.chat.innerText()).toContain(words.say('welcome-next', { minutes: 2 }));
    const headline = await opened.page.locator('h1').innerText();
    await opened.begin();
    expect(await opened.newest.innerText()).toContain(words.say('story-page', { page: 1, pages: 2 }));
    await opened.choose(words.say('button-back'));
    expect(await opened.newest.innerText()).toBe(words.say('welcome-next', { minutes: 2 }));
    expect(await opened.chat.innerText()).not.toContain(headline);
    await opened.choose('Deutsch');
    expect(await opened.newest.innerText()).toContain('Freiheit für Nasser Zefzafi');
  });

  it('pressing twice is pressing once', async () => {
    const opened = await stage.open();
    const sent: string[] = [];
    opened.page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    await opened.page.locator('[data-begin] .action').dblclick();
    await opened.newest.waitFor();
    await opened.choices.locator('.action').dblclick();
    await expect.poll(() => opened.newest.innerText()).toContain('Story, 2 of 2');
    expect(sent).toHaveLength(2);
  });

  it('nothing is wider than the narrowest phone in any language', async () => {
    const opened = await stage.open({ viewport: NARROWEST });
    for (const locale of LANGUAGES) {
      await opened.takeUp(await stage.walkTo(STEPS_TO_THE_THANKS - 1, locale), locale);
      const fits = async () => {
        const width = await opened.page.evaluate(() => document.documentElement.scrollWidth);
        expect([locale, width]).toEqual([locale, NARROWEST.width]);
      };
      await fits();
      await opened.choices.locator('.opening-form > button').click();
      await fits();
      await opened.screenshot(`narrow-${locale}-form`);
      await opened.choices.locator('form .quiet').click();
      await opened.forward();
      await opened.choices.locator('.receipt').waitFor();
      await expectInView(opened, '.receipt code');
      await expectInView(opened, '[data-choices] .action');
      await fits();
      await opened.command('mydata');
      await opened.command('share');
      await opened.command('help');
      await opened.page.locator('.menu summary').click();
      await fits();
      await opened.screenshot(`narrow-${locale}-menu`);
      await opened.screenshot(`narrow-${locale}-full`, true);
    }
  });

  it('everything that is pressed is large enough for a finger', async () => {
    const opened = await stage.openAt(STEPS_TO_THE_THANKS, { viewport: PHONE });
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
