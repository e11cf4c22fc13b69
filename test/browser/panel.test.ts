import { expect, it } from 'vitest';
import { wordsIn } from '../support/languages.js';
import { boxesOf, expectInView, troubleWithRing } from './layout.js';
import { inBrowser, STEPS_TO_THE_THANKS } from './stage.js';
import { LAPTOP, PHONE } from './visit.js';

inBrowser('the panel of the chat', (stage) => {
  it.each(['de', 'ar'])('has a button in view below every long text in %s', async (locale) => {
    const words = wordsIn(locale);
    const opened = await stage.openAt(STEPS_TO_THE_THANKS, { locale, viewport: LAPTOP });
    for (const command of ['mydata', 'privacy', 'help', 'language', 'share', 'stop']) {
      await opened.command(command);
      await expectInView(opened, '[data-choices] .action');
    }
    await opened.command('sign');
    await opened.choose(words.say('button-updates'));
    await expectInView(opened, '[data-choices] .action');
    const reader = await stage.open({ locale, viewport: LAPTOP });
    await reader.begin('whole');
    await expectInView(reader, '[data-choices] .action');
  });

  it('has the buttons of the field for a name in view, also when it says what is missing', async () => {
    const opened = await stage.openAt(STEPS_TO_THE_THANKS - 1, { locale: 'de', viewport: LAPTOP });
    await opened.choices.locator('.opening-form > button').click();
    await expectInView(opened, '.form .action');
    await opened.page.keyboard.press('Enter');
    await opened.choices.locator('.error:not(:empty)').waitFor();
    await expectInView(opened, '.form .action');
    await expectInView(opened, '.form .quiet');
    await opened.page.keyboard.press('Escape');
    await expectInView(opened, '[data-choices] .action');
    expect(
      await opened.choices
        .locator('.opening-form > button')
        .evaluate((opener) => document.activeElement === opener),
    ).toBe(true);
  });

  it('keeps its buttons where they are while the messages scroll below its edges', async () => {
    const opened = await stage.openAt(2, { viewport: LAPTOP });
    const { page } = opened;
    const talk = page.locator('.talk');
    const edges = () =>
      talk.evaluate((region) => [region.hasAttribute('data-above'), region.hasAttribute('data-below')]);
    expect(await edges()).toEqual([false, true]);
    const before = await boxesOf(opened, '[data-choices] .action', '.talk');
    const log = page.locator('.log');
    await log.evaluate((list) => list.scrollTo(0, 40));
    await expect.poll(edges).toEqual([true, true]);
    await log.evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await expect.poll(edges).toEqual([true, false]);
    expect(await boxesOf(opened, '[data-choices] .action', '.talk')).toEqual(before);
    // Panel and region share their side edges but for the border: no shadow reaches over it.
    expect(
      await talk.evaluate((region) => {
        const panel = region.parentElement?.getBoundingClientRect();
        const { left, right } = region.getBoundingClientRect();
        return [left - (panel?.left ?? 0), (panel?.right ?? 0) - right];
      }),
    ).toEqual([1, 1]);
    expect(await opened.violations()).toEqual([]);
  });

  it('opens the menu over the conversation, and closes it with Escape, beside it, by leaving and by choosing', async () => {
    const opened = await stage.openAt(1, { viewport: LAPTOP });
    const { page } = opened;
    for (const viewport of [LAPTOP, PHONE]) {
      if (viewport !== LAPTOP) {
        await page.setViewportSize(viewport);
        await page.reload();
        await opened.newest.waitFor();
      }
      const list = page.locator('.menu ul');
      const summary = page.locator('.menu summary');
      const isOpen = () => list.isVisible();
      await summary.scrollIntoViewIfNeeded();
      const before = await boxesOf(opened, '.message', '[data-choices] .action', '.menu summary', '#chat');
      await summary.click();
      expect(await isOpen()).toBe(true);
      expect(await boxesOf(opened, '.message', '[data-choices] .action', '.menu summary', '#chat')).toEqual(
        before,
      );
      await expectInView(opened, '.menu [data-command=sign]');
      await opened.screenshot(`menu-${viewport.width}`);
      if (viewport === LAPTOP) expect(await opened.violations()).toEqual([]);

      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      expect(await isOpen()).toBe(false);
      expect(await summary.evaluate((element) => document.activeElement === element)).toBe(true);

      await page.keyboard.press('Enter');
      expect(await isOpen()).toBe(true);
      await page.keyboard.press('Shift+Tab');
      expect(await isOpen()).toBe(false);

      await summary.click();
      await page.locator('h1').dispatchEvent('pointerdown');
      expect(await isOpen()).toBe(false);

      await opened.command('total');
      expect(await isOpen()).toBe(false);
      expect(await opened.newest.evaluate((message) => document.activeElement === message)).toBe(true);
    }
  });

  it('shows what has the focus with a ring that nothing cuts off and that crosses no line', async () => {
    for (const viewport of [LAPTOP, PHONE]) {
      const opened = await stage.openAt(STEPS_TO_THE_THANKS, { viewport });
      await opened.page.locator('.choices .action').last().focus();
      await opened.page.keyboard.press('Enter');
      await opened.page.locator('#chat:not([aria-busy])').waitFor();
      const troubles: (string | null)[] = [await troubleWithRing(opened)];
      await opened.page.locator('.menu summary').focus();
      for (let stop = 0; stop < 12; stop += 1) {
        troubles.push(await troubleWithRing(opened));
        await opened.page.keyboard.press('Shift+Tab');
      }
      expect(troubles.filter((trouble) => trouble !== null)).toEqual([]);
    }
  });

  it('makes the way forward the first, the largest and the only filled button', async () => {
    const opened = await stage.openAt(3, { viewport: LAPTOP });
    const looks = await opened.choices.locator('button').evaluateAll((buttons) =>
      buttons.map((button) => {
        const { backgroundColor, fontWeight, fontSize } = getComputedStyle(button);
        const { width, height } = button.getBoundingClientRect();
        const filled = backgroundColor !== 'rgba(0, 0, 0, 0)';
        return { filled, bold: Number(fontWeight) > 400, size: Number.parseFloat(fontSize), width, height };
      }),
    );
    const [main, ...others] = looks;
    expect(main).toMatchObject({ filled: true, bold: true });
    expect(others.length).toBeGreaterThan(2);
    for (const other of others) {
      expect(other).toMatchObject({ filled: false, bold: false });
      expect(other.size).toBeLessThan(main?.size ?? 0);
      expect(other.width).toBeLessThan(main?.width ?? 0);
      expect(other.height).toBeLessThan(main?.height ?? 0);
    }
  });

  it('lets people try out updates, up to their end, and says that nothing is kept or sent', async () => {
    const words = wordsIn('en');
    const opened = await stage.openAt(STEPS_TO_THE_THANKS, { viewport: LAPTOP });
    await opened.choose(words.say('button-updates'));
    expect(await opened.newest.innerText()).toContain(words.say('updates-trial'));
    await opened.choose(words.say('button-updates-yes'));
    expect(await opened.page.locator('.message.note').nth(-2).innerText()).toContain(
      'This preview keeps nothing for it and sends nothing. This is how an update would read:',
    );
    expect(await opened.newest.innerText()).toContain(words.say('updates-example'));
    await opened.screenshot('updates-tried');
    await opened.choose(words.say('button-updates-stop'));
    expect(await opened.newest.innerText()).toContain(words.say('updates-trial-off'));
    await opened.screenshot('updates-stopped');
  });
});
