import { DAY_MS } from '../day.js';
import { type Entry, isCorrection } from '../log-of-totals/entry.js';
import { html, type Markup, trusted } from './markup.js';

/** The picture's own units: the page stretches it. */
const WIDTH = 1000;
const HEIGHT = 300;

/**
 * The total over time as a picture without words: the page has them around it.
 * @param label what it shows, for people who don't see it
 * @returns null if there is no day to show
 */
export function logChart(entries: readonly Entry[], label: string): Markup | null {
  const [first] = entries;
  if (first === undefined || isCorrection(first)) return null;
  const begin = Date.parse(first.from);
  const ends = entries.map((entry) => ({
    at: isCorrection(entry) ? Date.parse(entry.day) : Date.parse(entry.day) + DAY_MS,
    total: entry.total,
  }));
  const points = [{ at: begin, total: first.offset }, ...ends];
  const end = Math.max(...points.map(({ at }) => at));
  const highest = Math.max(1, ...points.map(({ total }) => total));
  const place = ({ at, total }: { readonly at: number; readonly total: number }) => {
    const x = ((at - begin) / (end - begin)) * WIDTH;
    const y = HEIGHT - (total / highest) * (HEIGHT * 0.95);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  const line = points.map(place).join(' L ');
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${label}">
${trusted(`<path class="area" d="M 0 ${HEIGHT} L ${line} L ${WIDTH} ${HEIGHT} Z"/>`)}
${trusted(`<path class="line" d="M ${line}" vector-effect="non-scaling-stroke"/>`)}
</svg>`;
}
