import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../paths.js';

/** The colours that the page has in a colour scheme, as `#rrggbb`. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
}

/** The page's own colours, read from its stylesheet: what is drawn elsewhere has the same ones. */
export const PALETTES = readPalettes(
  readFileSync(path.join(PROJECT_ROOT, 'src/http/public/page.css'), 'utf8'),
);

/** The stylesheet sets its colours in `:root`, first for a light scheme, then for a dark one. */
function readPalettes(css: string): { readonly light: Palette; readonly dark: Palette } {
  const colour = (name: string, place: number): string => {
    const found = [...css.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'g'))][place]?.[1];
    if (found === undefined) throw new Error(`page.css sets no --${name} in two colour schemes`);
    return found;
  };
  const at = (place: number): Palette => ({
    paper: colour('paper', place),
    ink: colour('ink', place),
    muted: colour('muted', place),
    line: colour('line', place),
    accent: colour('accent', place),
  });
  return { light: at(0), dark: at(1) };
}
