/**
 * Joins paragraphs into as few texts as the limit allows. It breaks between paragraphs. A paragraph that is
 * too long is split between words.
 * @param limit in UTF-16 code units
 */
export function splitAtParagraphs(paragraphs: readonly string[], limit: number): string[] {
  const texts: string[] = [];
  let current = '';
  for (const piece of paragraphs.flatMap((paragraph) => splitBetweenWords(paragraph, limit))) {
    const joined = current === '' ? piece : `${current}\n\n${piece}`;
    if (joined.length <= limit) {
      current = joined;
    } else {
      texts.push(current);
      current = piece;
    }
  }
  if (current !== '') texts.push(current);
  return texts;
}

/**
 * Splits a text between words into as few parts as the limit allows.
 * @param limit in UTF-16 code units
 * @param lastCut where to cut a text without spaces: the last possible place at or before the limit
 */
export function splitBetweenWords(text: string, limit: number, lastCut = betweenCharacters): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const space = rest.slice(0, limit + 1).search(/\s\S*$/);
    const cut = space > 0 ? space : lastCut(rest, limit);
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

/** The last place at or before the limit that is not inside a surrogate pair. */
export function betweenCharacters(text: string, limit: number): number {
  return limit - (/[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) ? 1 : 0);
}

/** Shortens a text to a limit in UTF-16 code units, with an ellipsis. It cuts no grapheme. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, limit))) {
    if (kept.length + segment.length > limit - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
