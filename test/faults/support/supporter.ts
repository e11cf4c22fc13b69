import type { Person } from '../../../src/signatures/person.js';

/** The channel of the people who live in the bots' own processes. */
export const CROWD = 'crowd';

/** The person of a number, the same in every process. */
export function supporter(number: number): Person {
  return { channel: CROWD, tenant: '', id: String(number) };
}
