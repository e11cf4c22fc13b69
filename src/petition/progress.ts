import type { Formats } from './formats.js';
import type { Settings } from './settings.js';

/** The progress to the next goal. */
export interface Progress {
  readonly total: number;
  readonly goal: number;
  /** The share as the language writes it: `78 %`. Rounded down, so that no goal looks reached too early. */
  readonly percent: string;
}

/** The progress at a total. */
export function progressAt(settings: Settings, formats: Formats, total: number): Progress {
  const goal = nextGoal(settings, total);
  return { total, goal, percent: formats.percent(Math.floor(shareOf({ total, goal }) * 100) / 100) };
}

/** The part of the goal that is reached, from 0 to 1. */
export function shareOf({ total, goal }: Pick<Progress, 'total' | 'goal'>): number {
  return goal > 0 ? Math.min(total / goal, 1) : 1;
}

/** The first goal above a total, or the last goal if the total has passed them all. */
export function nextGoal(settings: Settings, total: number): number {
  return settings.goals.find((goal) => goal > total) ?? settings.goals[settings.goals.length - 1] ?? total;
}
