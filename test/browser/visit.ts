import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { PROJECT_ROOT } from '../../src/paths.js';
import { violationsIn } from './accessibility.js';

/** Pictures for people to look at. They take a third of these tests' time, so `SCREENSHOTS=1` asks for them. */
const SCREENSHOTS = process.env.SCREENSHOTS === '1' ? join(PROJECT_ROOT, 'test/screenshots') : null;
if (SCREENSHOTS !== null) mkdirSync(SCREENSHOTS, { recursive: true });

export const PHONE = { width: 360, height: 740 };
export const NARROWEST = { width: 320, height: 640 };
export const DESKTOP = { width: 1280, height: 900 };
/** The smallest desktop screen on which a button must always be in view. */
export const LAPTOP = { width: 1280, height: 720 };

export interface VisitOptions {
  readonly url: string;
  readonly locale?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly javaScript?: boolean;
  /** The cookie of a conversation that has begun: the page takes it up. */
  readonly session?: string;
  /** Points of a picture for each CSS pixel. */
  readonly scale?: number;
}

/** A person with a browser of their own on the campaign page. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly chat: Locator;
  /** The newest message. */
  readonly newest: Locator;
  /** The buttons below the messages, the way forward first. */
  readonly choices: Locator;
  /** Requests to other hosts, errors, and what the Content-Security-Policy stopped: nothing, when all is well. */
  readonly troubles: readonly string[];
  /** Takes back what the browser said about a failure that the test made itself. */
  forgive(pattern: RegExp): void;
  /** Presses a button of the page's own, the first one if none is named, and waits for the answer. */
  begin(opening?: 'forward' | 'whole'): Promise<void>;
  /** Presses the first button and waits for the answer. */
  forward(): Promise<void>;
  /** Presses the other button with this label, and waits for the answer. */
  choose(label: string): Promise<void>;
  /** Writes into the open field, sends it, and waits for the answer. */
  write(text: string): Promise<void>;
  /** Chooses a command from the menu and waits for the answer. */
  command(name: string): Promise<void>;
  /** The number in the page's total, as it is written. */
  shownTotal(): Promise<string>;
  /** How far things have moved by themselves so far (Cumulative Layout Shift). */
  layoutShift(): Promise<number>;
  /** Takes a picture, if pictures are asked for. */
  screenshot(name: string, fullPage?: boolean): Promise<void>;
  /** What axe-core finds, as one line each. */
  violations(): Promise<readonly string[]>;
}

export async function visit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const {
    url,
    locale = 'en',
    viewport = DESKTOP,
    colorScheme = 'light',
    javaScript = true,
    scale = 1,
    session,
  } = options;
  const context = await browser.newContext({
    viewport,
    colorScheme,
    locale,
    javaScriptEnabled: javaScript,
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const troubles = watchFor(page, new URL(url).host);
  if (javaScript) await page.addInitScript(measureLayoutShift);
  if (session !== undefined) await takeUp(page, url, session);
  await page.goto(`${url}?lang=${locale}`);
  const chat = page.locator('#chat');
  const messages = page.locator('#chat .message');
  const choices = page.locator('#chat [data-choices]');

  /** A press makes the chat busy at once. */
  async function answered(press: () => Promise<void> = async () => undefined): Promise<void> {
    await press();
    await page.locator('#chat:not([aria-busy])').waitFor();
  }
  if (session !== undefined) {
    await messages.first().waitFor();
    await answered();
  }

  return {
    page,
    context,
    chat,
    newest: messages.last(),
    choices,
    troubles,
    forgive(pattern) {
      troubles.splice(0, troubles.length, ...troubles.filter((trouble) => !pattern.test(trouble)));
    },
    begin: (opening = 'forward') =>
      answered(() => page.locator(`[data-begin] [data-opening=${opening}]`).click()),
    forward: () => answered(() => choices.locator('.action').first().click()),
    choose: (label) => answered(() => choices.getByRole('button', { name: label, exact: true }).click()),
    write: (text) =>
      answered(async () => {
        await choices.locator('input').fill(text);
        await choices.locator('input').press('Enter');
      }),
    command: (name) =>
      answered(async () => {
        await page.locator('.menu summary').click();
        await page.locator(`.menu [data-command=${name}]`).click();
      }),
    shownTotal: () => page.locator('[data-count]').innerText(),
    layoutShift: () => page.evaluate(() => Number(document.documentElement.dataset.layoutShift ?? 0)),
    async screenshot(name, fullPage = false) {
      if (SCREENSHOTS === null) return;
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage, animations: 'disabled' });
    },
    violations: () => violationsIn(page),
  };
}

/** Gives the browser the cookie, and the tab the mark of a conversation, which the person can end later. */
async function takeUp(page: Page, url: string, session: string): Promise<void> {
  const { hostname } = new URL(url);
  await page
    .context()
    .addCookies([{ name: 'petition_chat', value: session, domain: hostname, path: '/chat' }]);
  await page.addInitScript(() => {
    if (sessionStorage.getItem('taken-up') === null) sessionStorage.setItem('petition-chat', 'yes');
    sessionStorage.setItem('taken-up', 'yes');
  });
}

function watchFor(page: Page, host: string): string[] {
  const troubles: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).host !== host) troubles.push(`asked ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  return troubles;
}

/** Runs in the page: sums up what moves without a person's input. */
function measureLayoutShift(): void {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if ('hadRecentInput' in entry && entry.hadRecentInput === true) continue;
      if ('value' in entry && typeof entry.value === 'number') sum += entry.value;
    }
    document.documentElement.dataset.layoutShift = String(sum);
  }).observe({ type: 'layout-shift', buffered: true });
}

/**
 * Clicks in the middle of something that is in view. Playwright's own click scrolls first, also to what is fixed to the
 * edge of the screen: for a browser the scroll padding there is out of view.
 */
export async function clickInPlace(part: Locator): Promise<void> {
  const box = await part.boundingBox();
  if (box === null) throw new Error('there is nothing to click');
  await part.page().mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}
