/** A text that the database would refuse, or would not give back as it was. */
export class Unstorable extends Error {
  override readonly name = 'Unstorable';
}

/** In bytes of UTF-8: pseudonyms have 43, settings and codes are short. */
const LONGEST_KEY = 128;

/** A conversation has some two thousand, a signature 1,200, and no setting comes near. */
const LONGEST_VALUE = 64 * 1024;

/**
 * Looks at texts before they are gathered with those of others: refused by the database, one would make them all
 * wait while the batch is taken apart, so anybody could slow everybody down.
 * @param keys and other short texts
 * @throws Unstorable for a NUL character, a lone surrogate, and a text that is too long; never repeats the text
 */
export function storable(keys: readonly string[], values: readonly string[]): void {
  // One look at all of them, with something between them that no two halves of a character can reach over.
  const all = [...keys, ...values].join('\n');
  if (all.includes('\0')) throw new Unstorable('a text with a NUL character can not be stored');
  // With the flag u, half of a pair is not a character of its own.
  if (/\p{Surrogate}/u.test(all)) throw new Unstorable('a text with half a character can not be stored');
  if (keys.some((key) => Buffer.byteLength(key) > LONGEST_KEY)) {
    throw new Unstorable(`a key of more than ${LONGEST_KEY} bytes can not be stored`);
  }
  if (values.some((value) => Buffer.byteLength(value) > LONGEST_VALUE)) {
    throw new Unstorable(`a value of more than ${LONGEST_VALUE} bytes can not be stored`);
  }
}
