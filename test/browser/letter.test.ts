import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenedSignature } from '../../src/signatures/export/collect.js';
import type { Delivery } from '../../src/signatures/export/cover-page.js';
import { wholeDocument } from '../../src/signatures/export/letter-page.js';
import { codeOf } from '../../src/signatures/export/wordings.js';
import { agreedIn, petition } from '../cli/deliver.js';
import { NAMES } from '../cli/names.js';
import { usePlaces } from '../cli/support.js';
import { TODAY } from '../support/people.js';
import { FLAGS, findChromium } from './chromium.js';

const TIMEOUT_MS = 180_000;

/** A4 and Letter without the page's margins, in CSS pixels (96 to the inch). */
const PAPERS = [
  ['A4', 170, 255],
  ['Letter', 176, 237],
] as const;
const pixels = (millimetres: number) => Math.floor((millimetres / 25.4) * 96);

/** The letter as a file that a browser has open. */
interface OpenLetter {
  readonly page: Page;
  /** The file's address, whatever else the page asked for, and what the console said. */
  readonly asked: readonly string[];
}

/** Enough for several pages and several lists; every name in its script, and as many without one. */
const CROWD: readonly OpenedSignature[] = Array.from({ length: 1_000 }, (_, number) => ({
  name: number % 2 === 0 ? (NAMES[(number / 2) % NAMES.length] ?? null) : null,
  omitted: null,
  button: 'name.typed',
  locale: 'en',
  channel: 'telegram',
  status: 'counted' as const,
  day: TODAY,
  evidence: agreedIn('en'),
}));

/** The crowd under the letter of one language, behind a cover in the same language. */
function delivered(locale: string): Delivery {
  const cover = petition.texts(locale);
  const { version, source } = cover.signed.letter;
  const shown = { locale, version };
  return {
    day: TODAY,
    organiser: { name: 'Friends of the Rif', contact: 'petition@example.org' },
    cover,
    textsIn: (wanted) => petition.texts(wanted),
    wordings: [
      { ...shown, code: codeOf(shown), words: source, current: true, firstShown: TODAY, signatures: CROWD },
    ],
    formerElsewhere: 0,
    underLostWords: 0,
  };
}

describe.skipIf(findChromium() === null)('the printed letter', { timeout: TIMEOUT_MS }, () => {
  const places = usePlaces();
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium() ?? '', args: FLAGS });
  });
  afterAll(() => browser?.close());

  /** A letter is opened once for all tests. */
  const letters = new Map<string, Promise<OpenLetter>>();
  function opened(locale: string): Promise<OpenLetter> {
    const letter = letters.get(locale) ?? open(locale);
    letters.set(locale, letter);
    return letter;
  }

  async function open(locale: string): Promise<OpenLetter> {
    const folder = places.folder();
    await mkdir(folder);
    const file = join(folder, 'letter.html');
    const pieces = wholeDocument(delivered(locale));
    await writeFile(file, [...pieces].join(''));
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => asked.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    return { page, asked };
  }

  it.each(petition.locales)(
    'in %s breaks no column on either paper, begins its names on the page of the letter, and loads nothing',
    async (locale) => {
      const { page, asked } = await opened(locale);
      await page.emulateMedia({ media: 'print' });
      for (const [paper, width, height] of PAPERS) {
        await page.setViewportSize({ width: pixels(width), height: 900 });
        const { broken, wide, filled } = await page.evaluate(() => {
          const rows = [...document.querySelectorAll('.names li')];
          const top = document.querySelector('article')?.getBoundingClientRect().top ?? 0;
          return {
            broken: rows
              .filter((row) => {
                const [name] = row.children;
                const inside = row.getBoundingClientRect();
                const written = name?.getBoundingClientRect();
                // A pixel for letters that lean over their own width.
                return (
                  written === undefined || written.left < inside.left - 1 || written.right > inside.right + 1
                );
              })
              .map((row) => row.textContent),
            wide: document.documentElement.scrollWidth > window.innerWidth,
            filled: (rows[0]?.getBoundingClientRect().bottom ?? Infinity) - top,
          };
        });
        expect(broken, paper).toEqual([]);
        expect(wide, paper).toBe(false);
        expect(filled, paper).toBeLessThan(pixels(height));
      }
      expect(asked).toEqual([page.url()]);
    },
  );

  it('sets each name in its own direction, whatever the direction of the page', async () => {
    for (const locale of ['en', 'ar']) {
      const { page } = await opened(locale);
      const directions = await page.evaluate(() =>
        Object.fromEntries(
          [...document.querySelectorAll('.names bdi')].map((name) => [
            name.textContent,
            getComputedStyle(name).direction,
          ]),
        ),
      );
      expect(directions).toMatchObject({
        'Aïcha Benali': 'ltr',
        'ناصر الزفزافي': 'rtl',
        'ⵏⴰⵚⵉⵔ ⵣⴼⵣⴰⴼⵉ': 'ltr',
        'שרה (Sarah) כהן': 'rtl',
        'Fatima فاطمة Ouarab': 'ltr',
      });
    }
  });

  it.each(PAPERS)('becomes a PDF of several pages on %s', async (paper) => {
    const { page } = await opened('fr');
    const pdf = (await page.pdf({ format: paper, preferCSSPageSize: true })).toString('latin1');
    const [, width] = /\/MediaBox \[0 0 ([\d.]+) [\d.]+\]/.exec(pdf) ?? [];
    expect(Math.round(Number(width))).toBe(paper === 'A4' ? 596 : 612);
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3);
  });
});
