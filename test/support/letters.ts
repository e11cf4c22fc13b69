import { type Measure, measureWith } from '../../src/pictures/measure.js';
import { svgDrawer } from '../../src/pictures/svg-drawer.js';
import { FONT } from '../../src/staff/chart-option.js';

/** Measures words in the charts' font, as a chart is drawn. */
export async function measuring(): Promise<Measure> {
  const { widthOf } = await svgDrawer();
  return measureWith(widthOf, FONT);
}
