/** `npm run faults` runs the long form of the same tests; `npm test` the short one. */
const LONG = process.env.FAULTS === 'long';

/** A count that grows in the long form. */
export const times = (short: number, long: number): number => (LONG ? long : short);

/** A takeover waits for a lease to run out, and several programs share the machine's cores meanwhile. */
export const TEST_MS = LONG ? 600_000 : 240_000;
