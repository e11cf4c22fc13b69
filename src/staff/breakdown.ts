import type { WordId } from '../petition/catalogue.js';
import type { Dimension } from '../signatures/tally.js';
import type { StaffTable } from './desk.js';
import { fold } from './fold.js';
import type { Voice } from './voice.js';

const COLUMNS = {
  channel: 'staff-column-channel',
  locale: 'staff-column-locale',
  source: 'staff-column-source',
  age: 'staff-column-age',
} as const satisfies Partial<Record<Dimension, WordId>>;

/** What signatures are told apart by. */
export type Told = keyof typeof COLUMNS;
export const TOLD: readonly Told[] = ['channel', 'locale', 'source', 'age'];

const AGES: Readonly<Record<string, WordId & `staff-age-${string}`>> = {
  'under-7-days': 'staff-age-new',
  'under-30-days': 'staff-age-young',
  older: 'staff-age-older',
  unknown: 'staff-age-unknown',
};

/** A breakdown in which nobody can be told; its rows add up to the last. */
export function breakdownTable(
  voice: Voice,
  dimension: Told,
  values: Readonly<Record<string, number>>,
): StaffTable {
  const { cells, folded } = fold(values);
  const sum = cells.reduce((total, { count }) => total + count, folded);
  const row = (name: string, count: number) => [name, voice.number(count)];
  return {
    kind: 'table',
    columns: [voice.say(COLUMNS[dimension]), voice.say('staff-column-count')],
    rows: [
      ...cells.map(({ value, count }) => row(nameOf(voice, dimension, value), count)),
      ...(folded === 0 ? [] : [row(voice.say('staff-row-rest'), folded)]),
      row(voice.say('staff-row-sum'), sum),
    ],
  };
}

/** What a value is called; codes are called by themselves. */
function nameOf(voice: Voice, dimension: Told, value: string): string {
  if (dimension === 'source' && value === '') return voice.say('staff-row-no-source');
  const age = dimension === 'age' ? AGES[value] : undefined;
  return age === undefined ? value : voice.say(age);
}

/**
 * What happened to all signatures, exactly: it tells of no group, and the total and its growth, which everybody may
 * know, would give it away.
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
