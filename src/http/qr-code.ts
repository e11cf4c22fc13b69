import { encode } from 'uqr';
import { BoundedMap } from '../channel/kit/bounded.js';
import { html, type Markup } from './markup.js';

/** The empty edge around a code, in modules: ISO/IEC 18004 asks for four. */
const QUIET_ZONE = 4;

/** What a camera reads: the width in modules, and the dark ones as an SVG path. */
interface Drawing {
  readonly size: number;
  readonly path: string;
}

/**
 * Codes that were drawn before, by their text: drawing takes more than half a millisecond. Strangers can ask for codes
 * with any source, so we keep only some. Each has about five kilobytes.
 */
const drawn = new BoundedMap<string, Drawing>(100);

/**
 * A QR code as an SVG element: black on white in every colour scheme, since many cameras can't read the reverse.
 * @param text what a camera reads: an address of at most about 2,000 letters
 * @param label what the code is, for people who don't see it
 * @throws if the text is too long for a code
 */
export function qrCode(text: string, label: string): Markup {
  const { size, path } = drawn.get(text) ?? drawingOf(text);
  return html`<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
}

function drawingOf(text: string): Drawing {
  // Error correction M: a scratched or reflecting screen may hide 15 % of the code.
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const path = data
    .flatMap((row, y) => runsIn(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`))
    .join('');
  drawn.set(text, { size, path });
  return { size, path };
}

/** The runs of dark modules in one row. */
function runsIn(row: readonly boolean[]): { readonly from: number; readonly length: number }[] {
  const runs: { from: number; length: number }[] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last !== undefined && last.from + last.length === x) last.length += 1;
    else runs.push({ from: x, length: 1 });
  });
  return runs;
}
