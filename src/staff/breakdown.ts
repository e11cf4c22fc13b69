import type { WordId } from '../petition/catalogue.js';
import type { Dimension } from '../signatures/tally.js';
import type { StaffTable } from './desk.js';
import { suppressSmallCounts } from './small-counts.js';
import type { Voice } from './voice.js';

const COLUMNS = {
  channel: 'staff-column-channel',
  locale: 'staff-column-locale',
  source: 'staff-column-source',
  age: 'staff-column-age',
} as const satisfies Partial<Record<Dimension, WordId>>;

/** The dimensions that a report breaks signatures down by. */
export type ReportDimension = keyof typeof COLUMNS;
export const REPORT_DIMENSIONS: readonly ReportDimension[] = ['channel', 'locale', 'source', 'age'];

const AGES: Readonly<Record<string, WordId & `staff-age-${string}`>> = {
  'under-7-days': 'staff-age-new',
  'under-30-days': 'staff-age-young',
  older: 'staff-age-older',
  unknown: 'staff-age-unknown',
};

/**
 * A breakdown with small counts suppressed. Its rows add up to the last row.
 * @returns nothing if there would be one row: it says no more than the total
 */
export function breakdownTable(
  voice: Voice,
  dimension: ReportDimension,
  values: Readonly<Record<string, number>>,
): StaffTable[] {
  const { cells, suppressed } = suppressSmallCounts(values);
  const sum = cells.reduce((total, { count }) => total + count, suppressed);
  const row = (name: string, count: number) => [name, voice.number(count)];
  const rows = [
    ...cells.map(({ value, count }) => row(valueName(voice, dimension, value), count)),
    ...(suppressed === 0 ? [] : [row(voice.say('staff-row-rest'), suppressed)]),
  ];
  if (rows.length < 2) return [];
  return [
    {
      kind: 'table',
      columns: [voice.say(COLUMNS[dimension]), voice.say('staff-column-count')],
      rows: [...rows, row(voice.say('staff-row-sum'), sum)],
    },
  ];
}

/** A value with its dimension: "Platform: Telegram". */
export function columnAndName(voice: Voice, dimension: ReportDimension, value: string): string {
  return voice.say('staff-wave-name', {
    column: voice.say(COLUMNS[dimension]),
    value: valueName(voice, dimension, value),
  });
}

/** A value's name. Locales and source codes name themselves. */
export function valueName(voice: Voice, dimension: ReportDimension, value: string): string {
  if (dimension === 'channel') return voice.platform(value);
  if (dimension === 'source' && value === '') return voice.say('staff-row-no-source');
  const age = dimension === 'age' ? AGES[value] : undefined;
  return age === undefined ? value : voice.say(age);
}

/**
 * Exact counts of all signatures. They describe no group, and anyone could work them out from the public
 * total and its growth.
 */
export function countsTable(
  voice: Voice,
  column: WordId & `staff-column-${string}`,
  rows: readonly (readonly [name: string, count: number])[],
): StaffTable {
  return {
    kind: 'table',
    columns: [voice.say(column), voice.say('staff-column-count')],
    rows: rows.map(([name, count]) => [name, voice.number(count)]),
  };
}
