/**
 * Puts paragraphs together into as few texts as keep within a limit, breaking between paragraphs; one that is too
 * long by itself is broken between words.
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

function splitBetweenWords(paragraph: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = paragraph;
  while (rest.length > limit) {
    const space = rest.slice(0, limit + 1).search(/\s\S*$/);
    // A text without a space is cut between two characters, never within one.
    const cut = space > 0 ? space : limit - (/[\uD800-\uDBFF]/.test(rest.charAt(limit - 1)) ? 1 : 0);
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  if (rest !== '') pieces.push(rest);
  return pieces;
}
