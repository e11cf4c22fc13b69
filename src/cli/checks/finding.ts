import type { CheckLine } from '../../channel/platform.js';

/** One thing that `check` looked at. */
export type Finding = CheckLine;

export function well(subject: string, message: string): Finding {
  return { ok: true, subject, message };
}

export function warning(subject: string, message: string): Finding {
  return { ok: true, warning: true, subject, message };
}

export function failed(subject: string, message: string): Finding {
  return { ok: false, subject, message };
}
