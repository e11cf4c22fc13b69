import { type Measure, measureWith } from '../../src/pictures/measure.js';
import { svgDrawer } from '../../src/pictures/svg-drawer.js';
import { FONT } from '../../src/staff/chart-option.js';

/** Pictures of many cases have the same words. */
const known = new Map<string, number>();

/** Measures words in the charts' font, as a chart is drawn; each only once. */
export async function measuring(): Promise<Measure> {
  const { widthOf } = await svgDrawer();
  return measureWith((text) => {
    const width = known.get(text) ?? widthOf(text);
    known.set(text, width);
    return width;
  }, FONT);
}
