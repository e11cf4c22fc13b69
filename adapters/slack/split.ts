/**
 * Breaks a text between words into as few parts as keep within a limit.
 * @param text with `&`, `<` and `>` written as entities, which are never cut
 * @param limit in UTF-16 code units
 */
export function split(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const space = rest.slice(0, limit + 1).search(/\s\S*$/);
    const cut = space > 0 ? space : wholeCharacters(rest, limit);
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

/** Keeps within a limit and says so by an ellipsis; entities are never cut. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, limit))) {
    if (kept.length + segment.length > limit - 1) break;
    kept += segment;
  }
  return `${kept.replace(/&[a-z]*$/, '')}…`;
}

/**
 * Keeps within a number of bytes of UTF-8, up to a word's end where there is one, and says so by an ellipsis.
 * @param text with `&`, `<` and `>` written as entities, which are never cut
 */
export function abridged(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  const room = new Uint8Array(bytes - Buffer.byteLength('…'));
  const [kept = ''] = split(text, new TextEncoder().encodeInto(text, room).read);
  return `${kept.trimEnd()}…`;
}

/** The last place at or before `limit` that is neither within a character nor within an entity. */
function wholeCharacters(text: string, limit: number): number {
  const cut = limit - (/[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) ? 1 : 0);
  const entity = /&[a-z]{0,3}$/.exec(text.slice(0, cut));
  return entity === null || entity.index === 0 ? cut : entity.index;
}
