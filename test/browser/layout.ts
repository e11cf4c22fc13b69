import { expect } from 'vitest';
import type { Visit } from './visit.js';

/**
 * Expects a button to be wholly in view, with nothing over it, although nobody has scrolled.
 * @param selector the button within the chat
 */
export async function expectInView({ page }: Visit, selector: string): Promise<void> {
  const seen = await page.evaluate((selector) => {
    const found = document.querySelector(`#chat ${selector}`);
    const panel = document.querySelector('#chat');
    if (found === null || panel === null) return null;
    const box = found.getBoundingClientRect();
    const around = panel.getBoundingClientRect();
    const above = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return {
      onScreen: box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth,
      inPanel: box.bottom <= around.bottom && box.left >= around.left && box.right <= around.right,
      uncovered: above !== null && found.contains(above),
    };
  }, selector);
  expect([selector, seen]).toEqual([selector, { onScreen: true, inPanel: true, uncovered: true }]);
}

/** The boxes of elements, rounded to whole pixels: to compare before and after. */
export async function boxesOf({ page }: Visit, ...selectors: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(
    (selectors) =>
      selectors.map((selector) => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        return box === undefined ? 'none' : [box.x, box.y, box.width, box.height].map(Math.round).join(' ');
      }),
    selectors,
  );
}

/**
 * What is wrong with the ring around the focused element: a scrolling region cuts it off, or it crosses an edge of the
 * region. Null if all is well.
 */
export function troubleWithRing({ page }: Visit): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused.closest('#chat') === null) return null;
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(focused);
    const name = `${focused.tagName} ${focused.className} ${focused.textContent?.slice(0, 30)}`;
    if (outlineStyle === 'none') return `${name}: has no ring`;
    const reach = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
    const box = focused.getBoundingClientRect();
    const ring = {
      left: box.left - reach,
      right: box.right + reach,
      top: box.top - reach,
      bottom: box.bottom + reach,
    };
    const log = document.querySelector('#chat .log');
    const region = document.querySelector('#chat .talk')?.getBoundingClientRect();
    const panel = document.querySelector('#chat')?.getBoundingClientRect();
    if (log === null || region === undefined || panel === undefined) return 'there is no panel';
    if (ring.left < panel.left || ring.right > panel.right) return `${name}: the ring leaves the panel`;
    // On a phone the page scrolls, and the region has no edges.
    if (getComputedStyle(log).overflowY !== 'auto') return null;
    if (focused.closest('.talk') !== null) {
      const cut = ring.left < region.left - 0.5 || ring.right > region.right + 0.5;
      return cut ? `${name}: the region cuts the ring off` : null;
    }
    const crosses = (edge: number) => ring.top < edge && ring.bottom > edge;
    return crosses(region.top) || crosses(region.bottom) ? `${name}: the ring crosses a line` : null;
  });
}
