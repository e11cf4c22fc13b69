import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../paths.js';
import type { DrawingJob } from '../pictures/drawing.js';
import { type IconShape, iconSvg } from '../pictures/icon.js';
import { PALETTES } from './palette.js';

/** The page's sign, as browsers show it in a tab. */
const SIGN = readFileSync(path.join(PROJECT_ROOT, 'src/http/public/favicon.svg'), 'utf8');

const background = PALETTES.light.accent;

/** The icons that telephones ask for, by address. They are drawn when the first one asks. */
export const ICONS: Readonly<Record<string, IconShape>> = {
  // iOS rounds its corners, and shows what is transparent in black.
  '/apple-touch-icon.png': { width: 180, background, part: 0.9 },
  '/icon-192.png': { width: 192, background: null, part: 1 },
  '/icon-512.png': { width: 512, background: null, part: 1 },
  // Android cuts it to any shape; a circle of 80 % stays: https://www.w3.org/TR/appmanifest/#icon-masks
  '/icon-maskable-512.png': { width: 512, background, part: 0.7 },
};

/** Draws an icon of `ICONS`. */
export function iconJob(shape: IconShape): DrawingJob {
  return { kind: 'icon', svg: iconSvg(SIGN, shape), width: shape.width };
}
