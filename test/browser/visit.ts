import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { PROJECT_ROOT } from '../../src/paths.js';

/** Pictures for people to look at. They take a third of these tests' time, so `SCREENSHOTS=1` asks for them. */
const SCREENSHOTS = process.env.SCREENSHOTS === '1' ? join(PROJECT_ROOT, 'test/screenshots') : null;
if (SCREENSHOTS !== null) mkdirSync(SCREENSHOTS, { recursive: true });

export const PHONE = { width: 360, height: 740 };
export const NARROWEST = { width: 320, height: 640 };
export const DESKTOP = { width: 1280, height: 900 };

export interface VisitOptions {
  readonly url: string;
  readonly locale?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly javaScript?: boolean;
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
  /** Requests to other hosts, errors, and what the Content-Security-Policy stopped: nothing, when all is well. */
  readonly troubles: readonly string[];
  /** Takes back what the browser said about a failure that the test made itself. */
  forgive(pattern: RegExp): void;
  begin(): Promise<void>;
  /** Presses the first button of the newest message and waits for the answer. */
  forward(): Promise<void>;
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
  await page.goto(`${url}?lang=${locale}`);
  const chat = page.locator('#chat');
  const messages = page.locator('#chat .message');

  async function answered(press: () => Promise<void>): Promise<void> {
    const before = await messages.count();
    await press();
    await messages.nth(before).waitFor();
    await page.locator('#chat:not([aria-busy])').waitFor();
  }

  return {
    page,
    context,
    chat,
    newest: messages.last(),
    troubles,
    forgive(pattern) {
      troubles.splice(0, troubles.length, ...troubles.filter((trouble) => !pattern.test(trouble)));
    },
    begin: () => answered(() => page.locator('[data-begin] button').click()),
    forward: () => answered(() => messages.last().locator('.controls > *').first().click()),
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
    async violations() {
      const { violations } = await new AxeBuilder({ page }).analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
  };
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
