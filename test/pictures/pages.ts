import type { Browser, Page } from 'playwright-core';
import { type Visit, visit } from '../browser/visit.js';

/** Narrower than most, so that the words can be read where the README shows it smaller. */
const DESKTOP = { width: 1120, height: 860 };
const PHONE = { width: 390, height: 844 };
/** All petitions of the chat's list fit on it. */
const LONG_PHONE = { ...PHONE, height: 920 };

/** Points of the picture for each CSS pixel. */
const SCALE = 2;

/** A picture of a page in which no caret blinks, nothing moves, and the mouse points at nothing. */
async function still(page: Page): Promise<Buffer> {
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    // What is fixed to the screen has moved to its place by then.
    for (let frame = 0; frame < 3; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
  return page.screenshot({ animations: 'disabled', caret: 'hide' });
}

/** The campaign page, as people see it who follow a link. */
export async function campaignPage(browser: Browser, url: string): Promise<Buffer> {
  const { page, context } = await visit(browser, { url, viewport: DESKTOP, scale: SCALE });
  const png = await still(page);
  await context.close();
  return png;
}

/** More than any walk needs. */
const MOST_PRESSES = 12;

/** What the preview says, and its button. */
const NAME = 'With or without your name?';
const SIGNED = 'Your signature is recorded';
const ANOTHER = 'Choose another petition';
const MARK = 'You have signed this petition.';

/** A bot with two petitions, as `npm start` shows it before a platform is configured, and its preview chat. */
export async function* previewPages(
  browser: Browser,
  url: string,
): AsyncGenerator<{ readonly name: string; readonly png: Buffer }> {
  const list = await visit(browser, { url, viewport: PHONE, scale: SCALE });
  yield { name: 'several-page', png: await still(list.page) };
  await list.context.close();

  const chat = await visit(browser, { url: `${url}p/example`, viewport: LONG_PHONE, scale: SCALE });
  await walkTo(SIGNED, chat);
  await chat.choose(ANOTHER);
  await chat.chat.getByText(MARK).waitFor();
  yield { name: 'several-chat', png: await still(chat.page) };
  await chat.context.close();

  const walk = await visit(browser, { url: `${url}p/zefzafi`, viewport: DESKTOP, scale: SCALE });
  await walkTo(NAME, walk);
  yield { name: 'preview', png: await still(walk.page) };
  await walk.context.close();
}

/** Begins, and presses the way forward until the newest message says this. */
async function walkTo(words: string, { begin, forward, newest }: Visit): Promise<void> {
  await begin();
  for (let press = 0; press < MOST_PRESSES; press += 1) {
    if ((await newest.innerText()).includes(words)) return;
    await forward();
  }
  throw new Error(`no message says “${words}”`);
}
