/** Discord's ids count milliseconds from the first second of 2015. */
const EPOCH = 1_420_070_400_000;

let serial = 0;

/**
 * An id as Discord would give it at a moment, in milliseconds since 1970. Ids of the same millisecond differ in
 * their low 22 bits, so nearly every one is beyond what a JavaScript number can hold.
 */
export function snowflake(at: number = Date.now()): string {
  serial = (serial + 1) % 2 ** 22;
  return ((BigInt(Math.floor(at) - EPOCH) << 22n) | BigInt(serial)).toString();
}
