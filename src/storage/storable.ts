/** A text that the database would refuse, or would not return unchanged. */
export class Unstorable extends Error {
  override readonly name = 'Unstorable';
}

/** In bytes of UTF-8: pseudonyms have 43; settings and codes are short. */
const MAX_KEY_BYTES = 128;

/** A conversation has about 2,000 bytes, a signature 1,200; settings are far below the limit. */
const MAX_VALUE_BYTES = 64 * 1024;

/**
 * Checks texts before they join a batch. If the database refused one of them, all others would wait while the batch
 * runs one by one: any person could slow everybody down.
 * @param keys and other short texts
 * @throws Unstorable for a NUL character, a lone surrogate, and a text that is too long; never repeats the text
 */
export function storable(keys: readonly string[], values: readonly string[]): void {
  // One check for all of them. The newline keeps halves of a surrogate pair in two texts apart.
  const all = [...keys, ...values].join('\n');
  if (all.includes('\0')) throw new Unstorable('a text with a NUL character can not be stored');
  // With the flag u, this matches only lone surrogates, not pairs.
  if (/\p{Surrogate}/u.test(all)) throw new Unstorable('a text with half a character can not be stored');
  if (keys.some((key) => Buffer.byteLength(key) > MAX_KEY_BYTES)) {
    throw new Unstorable(`a key of more than ${MAX_KEY_BYTES} bytes can not be stored`);
  }
  if (values.some((value) => Buffer.byteLength(value) > MAX_VALUE_BYTES)) {
    throw new Unstorable(`a value of more than ${MAX_VALUE_BYTES} bytes can not be stored`);
  }
}
