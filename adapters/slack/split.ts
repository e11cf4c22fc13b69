import { betweenCharacters, shortened, splitBetweenWords } from '../../src/channel/kit/split.js';

/* For texts with `&`, `<` and `>` as entities, as Slack requires. No cut is inside an entity. */

/**
 * Splits a text between words into as few parts as the limit allows.
 * @param limit in UTF-16 code units
 */
export function split(text: string, limit: number): string[] {
  return splitBetweenWords(text, limit, outsideEntities);
}

/** Shortens a text to a limit in UTF-16 code units, with an ellipsis. */
export function shortenedEscaped(text: string, limit: number): string {
  return text.length <= limit ? text : shortened(text, limit).replace(/&[a-z]*…$/, '…');
}

/** Shortens a text to a limit in bytes of UTF-8, at the end of a word if possible, with an ellipsis. */
export function abridged(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  const room = new Uint8Array(bytes - Buffer.byteLength('…'));
  const [kept = ''] = split(text, new TextEncoder().encodeInto(text, room).read);
  return `${kept.trimEnd()}…`;
}

/** The last place at or before the limit that is neither inside a character nor inside an entity. */
function outsideEntities(text: string, limit: number): number {
  const cut = betweenCharacters(text, limit);
  const entity = /&[a-z]{0,3}$/.exec(text.slice(0, cut));
  return entity === null || entity.index === 0 ? cut : entity.index;
}
