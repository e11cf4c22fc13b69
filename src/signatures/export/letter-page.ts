import type { Day } from '../../day.js';
import { blocksToHtml, escapeHtml } from '../../petition/html.js';
import { parseMarkdown } from '../../petition/markdown.js';
import type { LocaleTexts } from '../../petition/petition.js';
import { type Inline, text } from '../../petition/rich-text.js';
import type { OpenedSignature } from './collect.js';
import { letterStyle } from './letter-style.js';

export interface LetterOptions {
  readonly texts: LocaleTexts;
  /** In the order of the printed names. */
  readonly signatures: readonly OpenedSignature[];
  /** The day on which the names were read. */
  readonly day: Day;
}

/**
 * Names per list. Each list has columns of its own. With one list for all, a browser needs four times as long
 * for twice as many names, and gives up at about ten thousand.
 */
const LIST = 400;

/**
 * The letter with the names under it: one self-contained HTML page for printing on A4 or Letter. Names are
 * text, never markup, each isolated in its own writing direction. Signatures without a name are counted below
 * the letter.
 */
export function* letterPage({ texts, signatures, day }: LetterOptions): Generator<string> {
  const { words, locale } = texts;
  const names = signatures.flatMap(({ name }) => name ?? []);
  const nameless = signatures.length - names.length;
  yield `<!doctype html>
<html lang="${escapeHtml(locale)}" dir="${texts.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(texts.headline)}</title>
<style>
${letterStyle(texts.headline)}</style>
</head>
<body>
<main>
<article>
${letter(texts, words.say('export-signed', { count: signatures.length }))}
${nameless === 0 ? '' : `<p>${escapeHtml(words.say('export-anonymous', { count: nameless }))}</p>`}
<p class="day">${escapeHtml(words.say('export-as-of', { day: words.formats.day(day) }))}</p>
</article>
`;
  if (names.length > 0) {
    yield `<section>\n<h1>${escapeHtml(words.say('export-names'))}</h1>\n`;
    for (let from = 0; from < names.length; from += LIST) {
      const items = names.slice(from, from + LIST).map((name) => `<li><bdi>${escapeHtml(name)}</bdi></li>\n`);
      yield `<ul>\n${items.join('')}</ul>\n`;
    }
    yield '</section>\n';
  }
  yield '</main>\n</body>\n</html>\n';
}

/** The letter's own words, with `line` in the place of the signer's name. */
function letter({ signed }: LocaleTexts, line: string): string {
  const signature: Inline = { kind: 'strong', children: [text(line)] };
  const { blocks } = parseMarkdown(signed.letter.source, new Map([['signature', signature]]));
  // The content contains no commands.
  return blocksToHtml(blocks, { headingLevel: 2, command: (command) => `/${command}` });
}
