/** How an icon fills its square. */
export interface IconShape {
  /** In pixels. */
  readonly width: number;
  /** What is behind the sign; null: nothing. Telephones cut corners off, or show what is transparent in black. */
  readonly background: string | null;
  /** The part of the width that the sign takes. Above 1, its edges are cut off: they are the background's colour. */
  readonly part: number;
}

/**
 * The page's sign as an icon.
 * @param sign an SVG with a square `viewBox` from 0 to 32
 */
export function iconSvg(sign: string, { background, part }: IconShape): string {
  const margin = (32 * (1 - part)) / 2;
  const behind = background === null ? '' : `<rect width="32" height="32" fill="${background}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32">${behind}<g transform="translate(${margin} ${margin}) scale(${part})">${sign}</g></svg>`;
}
