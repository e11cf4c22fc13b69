import type { Refusal } from '../../src/signatures/quarantine-refusal.js';
import type { Selection } from '../../src/signatures/selection.js';

/** A selection of the signatures that have these facts. */
export function selecting(facts: Partial<Selection>): Selection {
  return { channel: null, age: null, locale: null, source: null, from: null, until: null, ...facts };
}

/** What was counted or set aside. Throws if it was refused, or if signatures have changed. */
export function taken<T extends object>(result: T | Refusal | 'changed'): T {
  if (typeof result === 'string' || 'refused' in result) {
    throw new Error(`not set aside: ${JSON.stringify(result)}`);
  }
  return result;
}
