import { betweenCharacters, shortened, splitBetweenWords } from '../../src/channel/kit/split.js';

/*
 * Texts in which `&`, `<` and `>` are written as entities, as Slack wants them. An entity is never cut.
 */

/**
 * Breaks a text between words into as few parts as keep within a limit.
 * @param limit in UTF-16 code units
 */
export function split(text: string, limit: number): string[] {
  return splitBetweenWords(text, limit, outsideEntities);
}

/** Keeps within a limit in UTF-16 code units, and says so by an ellipsis. */
export function shortenedEscaped(text: string, limit: number): string {
  return text.length <= limit ? text : shortened(text, limit).replace(/&[a-z]*…$/, '…');
}

/** Keeps within a number of bytes of UTF-8, up to a word's end where there is one, and says so by an ellipsis. */
export function abridged(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  const room = new Uint8Array(bytes - Buffer.byteLength('…'));
  const [kept = ''] = split(text, new TextEncoder().encodeInto(text, room).read);
  return `${kept.trimEnd()}…`;
}

/** The last place at or before the limit that is neither within a character nor within an entity. */
function outsideEntities(text: string, limit: number): number {
  const cut = betweenCharacters(text, limit);
  const entity = /&[a-z]{0,3}$/.exec(text.slice(0, cut));
  return entity === null || entity.index === 0 ? cut : entity.index;
}
