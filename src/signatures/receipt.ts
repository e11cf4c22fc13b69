import type { Pseudonyms } from './pseudonym.js';

/**
 * Crockford's base 32 (https://www.crockford.com/base32.html): no letter that looks like another letter or a
 * digit.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 20 characters are 100 bits: nobody can guess one, and people can still write it down. */
const LENGTH = 20;
const RECEIPT_BYTES = 13;
const SPARE_BITS = 4n;
const GROUPS = /.{5}/g;

/**
 * The hash under which a signature's receipt is stored.
 * @param receipt in its canonical form
 */
export function receiptKeyOf(ids: Pseudonyms, receipt: string): string {
  return ids.keyed('receipt-key', receipt);
}

/** No spelling of a receipt with spaces and dashes is longer. Longer input is another text. */
const MAX_LENGTH = 100;

/**
 * Makes a receipt from the first 100 bits of a hash.
 * @param hash base64url
 */
export function receiptFrom(hash: string): string {
  let bits = BigInt(`0x${Buffer.from(hash, 'base64url').toString('hex', 0, RECEIPT_BYTES)}`) >> SPARE_BITS;
  let characters = '';
  for (let index = 0; index < LENGTH; index += 1) {
    characters = ALPHABET.charAt(Number(bits & 31n)) + characters;
    bits >>= 5n;
  }
  return grouped(characters);
}

/**
 * Parses a receipt as people write it: any case, with or without spaces and dashes, O for 0, I and L for 1.
 * @returns its canonical form `XXXXX-XXXXX-XXXXX-XXXXX`, or null if it can't be a receipt
 */
export function parseReceipt(text: string): string | null {
  if (text.length > MAX_LENGTH) return null;
  const written = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}\p{Cf}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const wellFormed = written.length === LENGTH && [...written].every((letter) => ALPHABET.includes(letter));
  return wellFormed ? grouped(written) : null;
}

function grouped(characters: string): string {
  return characters.match(GROUPS)?.join('-') ?? '';
}
