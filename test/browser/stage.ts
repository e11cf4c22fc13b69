import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Environment } from '../../src/config.js';
import { Browser as Wire } from '../adapters/web/browser.js';
import { ask } from '../http/support.js';
import { PRESSES_TO_NAME } from '../support/walk.js';
import { startPreview } from './channel.js';
import { FLAGS, findChromium } from './chromium.js';
import { type Visit, type VisitOptions, visit } from './visit.js';

/** From the first screen to the thanks. */
const PRESSES_TO_THANKS = PRESSES_TO_NAME.zefzafi + 1;

/** From the first message on the page to the thanks: the button on the page has done the first screen's press. */
export const STEPS_TO_THE_THANKS = PRESSES_TO_THANKS - 1;

/** Both lead to this computer, but only here: an address of a network, and a name that nobody has set. */
export const ADDRESS = '192.0.2.7';
export const FOREIGN_NAME = 'petition.test';
const NAMES = `--host-resolver-rules=MAP ${ADDRESS} 127.0.0.1, MAP ${FOREIGN_NAME} 127.0.0.1`;

/** A browser on a busy machine takes its time. */
const TIMEOUT_MS = 180_000;

/** A preview and a browser to visit it with. */
export interface Stage {
  /** Where the preview is, with a slash at the end. */
  readonly url: string;
  /** Opens the page; whatever happens on it, it asks nobody else and nothing goes wrong. */
  open(options?: Partial<VisitOptions>): Promise<Visit>;
  /**
   * Opens the page for a person who has come so far.
   * @param steps how many steps from the first message on the page
   */
  openAt(steps: number, options?: Partial<VisitOptions>): Promise<Visit>;
  /**
   * A conversation that has come so far: a walk over the wire takes a hundredth of the time.
   * @returns its session, which a page can take up
   */
  walkTo(steps: number, locale: string): Promise<string>;
  /** Somebody else signs, over the wire. */
  signElsewhere(): Promise<void>;
  /** The public total, as the API says it. */
  total(): Promise<number>;
}

/**
 * Describes something in a real browser. Where there is no Chromium the tests are skipped with a line that says so;
 * where `CI` is set, its lack is a failure.
 * @param tests gets the browser, which is there once the tests run
 */
export function inChromium(what: string, tests: (browser: () => Browser) => void): void {
  const executablePath = findChromium();
  if (executablePath === null) {
    console.warn(
      'The browser tests are skipped: there is no Chromium here. Install one, or set CHROMIUM_PATH.',
    );
  }
  if (process.env.CI === 'true') {
    it('there is a Chromium to test the page with', () => {
      expect(executablePath).not.toBeNull();
    });
  }

  describe.skipIf(executablePath === null)(what, { timeout: TIMEOUT_MS }, () => {
    let browser: Browser;

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...FLAGS, NAMES] });
    });
    afterAll(() => browser?.close());

    tests(() => browser);
  });
}

/**
 * Describes the page of a whole preview in a real browser.
 * @param env more of the preview's environment
 */
export function inBrowser(what: string, tests: (stage: Stage) => void, env: Environment = {}): void {
  inBrowserAt(what, () => startPreview(env), tests);
}

/** A server of pages. */
interface Site {
  /** With a slash at the end. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The same at another site than a preview. */
export function inBrowserAt(what: string, start: () => Promise<Site>, tests: (stage: Stage) => void): void {
  inChromium(what, (browser) => {
    let site: Site;

    beforeAll(async () => {
      site = await start();
    });
    afterAll(() => site?.stop());

    const wire = (locale: string) => new Wire(site.url.replace(/\/$/, ''), [locale]);

    async function open(options: Partial<VisitOptions> = {}): Promise<Visit> {
      const opened = await visit(browser(), { url: site.url, ...options });
      onTestFinished(async () => {
        await opened.context.close();
        expect(opened.troubles).toEqual([]);
      });
      return opened;
    }

    async function walkTo(steps: number, locale: string): Promise<string> {
      const walker = wire(locale);
      await walker.walk(steps + 1);
      return walker.session ?? '';
    }

    tests({
      get url() {
        return site.url;
      },
      open,
      async openAt(steps, options = {}) {
        return open({ ...options, session: await walkTo(steps, options.locale ?? 'en') });
      },
      walkTo,
      async signElsewhere() {
        await wire('en').walk(PRESSES_TO_THANKS);
      },
      async total() {
        return JSON.parse((await ask(`${site.url}api/total`)).body).total;
      },
    });
  });
}

/** Begins the conversation and takes so many steps forward. */
export async function goTo(opened: Visit, steps: number): Promise<void> {
  await opened.begin();
  for (let step = 0; step < steps; step += 1) await opened.forward();
}
