/** A text that the database would refuse, or would not give back as it was. */
export class Unstorable extends Error {
  override readonly name = 'Unstorable';
}

/**
 * Looks at a text before it is gathered with those of others: refused by the database, it would make them all wait
 * while the batch is taken apart, so anybody could slow everybody down.
 * @param longest in bytes of UTF-8
 * @throws Unstorable for a NUL character, a lone surrogate, and a text that is too long; never repeats the text
 */
export function storable(text: string, longest: number): string {
  if (text.includes('\0')) throw new Unstorable('a text with a NUL character can not be stored');
  // With the flag u, half of a pair is not a character of its own.
  if (/\p{Surrogate}/u.test(text)) throw new Unstorable('a text with half a character can not be stored');
  if (Buffer.byteLength(text) > longest) {
    throw new Unstorable(`a text of more than ${longest} bytes can not be stored here`);
  }
  return text;
}
