/** Widths in em, at least those of DejaVu Sans Bold: Verdana is as wide, most other system fonts are narrower. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}\p{Cf}]/u, 0],
  [/[iIjl.,:;'’|!·()\s]/u, 0.46],
  [/[mwMW%@…—]/u, 1.1],
  [/\p{Lu}/u, 0.86],
  [/[\p{Script=Latin}\p{N}\p{P}\p{S}]/u, 0.72],
  // Joined letters are narrower than letters that stand alone.
  [/\p{Script=Arabic}/u, 0.75],
];

/** A letter of any other script fills at most a square. */
const SQUARE = 1.1;

/** DejaVu Sans is at least a tenth narrower than its bold form. */
const REGULAR = 0.9;

/**
 * How wide a line of text can be, for a picture that the reader's own fonts set. An upper estimate: what is narrower
 * leaves some room.
 * @param size the font's size; the width is in the same unit
 */
export function widestText(text: string, size: number, bold: boolean): number {
  const widths = Array.from(
    text,
    (character) => WIDTHS.find(([pattern]) => pattern.test(character))?.[1] ?? SQUARE,
  );
  return size * (bold ? 1 : REGULAR) * widths.reduce((sum, width) => sum + width, 0);
}
