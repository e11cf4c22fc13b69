import { addDays, type Day } from '../day.js';
import { MOVEMENTS, type Movements } from './entry.js';

/** A movement of fewer people could point to one of them. */
const MIN_SHOWN = 10;

/** Whole days, the last one included. */
export interface Days extends Movements {
  readonly from: Day;
  readonly day: Day;
}

/** No movements. */
export const STILL: Movements = { signed: 0, withdrawn: 0, setAside: 0, released: 0 };

/** Whether movements can stand in public: each is 0, or of ten people or more. */
export function canStand(moved: Movements): boolean {
  return MOVEMENTS.every((movement) => moved[movement] === 0 || moved[movement] >= MIN_SHOWN);
}

/**
 * Puts days together until their movements can stand in public. A day with a movement under ten waits for the days
 * after it.
 * @param from the first day
 * @param until the last day; days that are not in `moved` had no movement
 * @returns the days that can stand, without a gap; the days that still wait are left out
 */
export function mergeSmallDays(from: Day, until: Day, moved: ReadonlyMap<Day, Movements>): Days[] {
  const merged: Days[] = [];
  let begin = from;
  let sum = STILL;
  for (let day = from; day <= until; day = addDays(day, 1)) {
    sum = plus(sum, moved.get(day) ?? STILL);
    if (!canStand(sum)) continue;
    merged.push({ from: begin, day, ...sum });
    begin = addDays(day, 1);
    sum = STILL;
  }
  return merged;
}

function plus(one: Movements, other: Movements): Movements {
  return {
    signed: one.signed + other.signed,
    withdrawn: one.withdrawn + other.withdrawn,
    setAside: one.setAside + other.setAside,
    released: one.released + other.released,
  };
}
