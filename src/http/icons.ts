import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../paths.js';
import type { DrawingJob } from '../pictures/drawing.js';
import { type IconShape, iconSvg } from '../pictures/icon.js';
import { PALETTES } from './palette.js';

/** The page's sign, as browsers show it in a tab. */
const SIGN = readFileSync(path.join(PROJECT_ROOT, 'src/http/public/favicon.svg'), 'utf8');

/** The background colour of the sign. */
const background = /fill="(#[0-9a-f]{6})"/.exec(SIGN)?.[1] ?? PALETTES.light.accent;

/** An icon, and how a manifest offers it; null if it doesn't. */
interface Icon extends IconShape {
  readonly purpose: 'any' | 'maskable' | null;
}

/** The icons that telephones ask for, by address. Each is drawn when it is first asked for. */
export const ICONS: Readonly<Record<string, Icon>> = {
  // iOS rounds its corners, and shows what is transparent in black.
  '/apple-touch-icon.png': { width: 180, background, part: 1.3, purpose: null },
  '/icon-192.png': { width: 192, background: null, part: 1, purpose: 'any' },
  '/icon-512.png': { width: 512, background: null, part: 1, purpose: 'any' },
  // Android cuts it to any shape; a circle of 80 % stays: https://www.w3.org/TR/appmanifest/#icon-masks
  '/icon-maskable-512.png': { width: 512, background, part: 1.2, purpose: 'maskable' },
};

/** Draws an icon of `ICONS`. */
export function iconJob(icon: IconShape): DrawingJob {
  return { kind: 'icon', svg: iconSvg(SIGN, icon), width: icon.width };
}
