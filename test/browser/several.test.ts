import { expect, it } from 'vitest';
import { inBrowser, STEPS_TO_THE_THANKS } from './stage.js';
import { NARROWEST, PHONE } from './visit.js';

const EXAMPLE = 'Example: Reopen the library of Sampletown';

inBrowser(
  'a bot with several petitions, in a browser',
  (stage) => {
    it('the first page lists the petitions, and each leads to its own page', async () => {
      const opened = await stage.open({ viewport: PHONE });
      const { page } = opened;
      await opened.screenshot('several-list', true);
      expect(await opened.violations()).toEqual([]);
      await page.getByRole('link', { name: EXAMPLE }).click();
      expect(new URL(page.url()).pathname).toBe('/p/example');
      expect(await page.locator('h1').innerText()).toBe(EXAMPLE);
      expect(await opened.shownTotal()).toBe('0');
      expect(await opened.violations()).toEqual([]);
    });

    it('the list can be read in Arabic, in the dark, on the narrowest telephone', async () => {
      const opened = await stage.open({ locale: 'ar', viewport: NARROWEST, colorScheme: 'dark' });
      await opened.screenshot('several-list-ar-dark', true);
      expect(await opened.violations()).toEqual([]);
      const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect(await opened.page.evaluate(overflow)).toBe(0);
    });

    it("the chat on a petition's page begins with that petition, and leads to the others after signing", async () => {
      const opened = await stage.open({ url: `${stage.url}p/example`, viewport: PHONE });
      await opened.begin();
      expect(await opened.newest.innerText()).toContain('a library lent books');
      for (let step = 0; step < STEPS_TO_THE_THANKS; step += 1) {
        if ((await opened.newest.innerText()).includes('Your signature is recorded')) break;
        await opened.forward();
      }
      expect(await opened.newest.innerText()).toContain('One more petition here needs you.');
      await opened.screenshot('several-thanks');
      await opened.choose('Choose another petition');
      await expect.poll(() => opened.newest.innerText()).toContain('You have signed this petition.');
      await opened.screenshot('several-chooser');
      expect(await opened.violations()).toEqual([]);
    });
  },
  { PETITIONS: 'zefzafi,example' },
);
