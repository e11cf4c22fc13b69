import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import UPNG from 'upng-js';
import { PROJECT_ROOT } from '../../src/paths.js';
import { FLAGS, findChromium } from '../browser/chromium.js';
import { startCampaign, startPreview } from './bot.js';
import { campaignPage, previewPages } from './pages.js';
import { playScenes } from './scenes.js';

// Takes the pictures of the README and of the pages in `docs`: `npm run pictures`.

const FOLDER = join(PROJECT_ROOT, 'docs/pictures');

/** Without this, Chromium draws the same letters at slightly different places from time to time. */
const WHOLE_PIXELS = '--disable-font-subpixel-positioning';

/** A palette makes a picture of text a third of its size. */
const COLORS = 256;

const executablePath = findChromium();
if (executablePath === null) throw new Error('There is no Chromium here. Install one, or set CHROMIUM_PATH.');
const [browser, dataDir] = await Promise.all([
  chromium.launch({ executablePath, args: [...FLAGS, WHOLE_PIXELS] }),
  mkdtemp(join(tmpdir(), 'petition-pictures-')),
  mkdir(FOLDER, { recursive: true }),
]);

async function keep(name: string, png: Buffer): Promise<void> {
  const image = UPNG.decode(Uint8Array.from(png).buffer);
  const small = UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, COLORS);
  await writeFile(join(FOLDER, `${name}.png`), Buffer.from(small));
  console.log(`${name}.png: ${image.width} × ${image.height}, ${Math.round(small.byteLength / 1024)} KB`);
}

try {
  const campaign = await startCampaign(join(dataDir, 'campaign'));
  try {
    await keep('page', await campaignPage(browser, campaign.url));
    for (const { name, html } of await playScenes(campaign)) {
      // Two points of the picture for each CSS pixel: it is sharp on most screens.
      const page = await browser.newPage({ deviceScaleFactor: 2 });
      await page.setContent(html);
      await keep(name, await page.locator('body').screenshot());
      await page.close();
    }
  } finally {
    await campaign.stop();
  }
  const preview = await startPreview(join(dataDir, 'preview'));
  try {
    for await (const { name, png } of previewPages(browser, preview.url)) await keep(name, png);
  } finally {
    await preview.stop();
  }
} finally {
  await browser.close();
  await rm(dataDir, { recursive: true });
}
