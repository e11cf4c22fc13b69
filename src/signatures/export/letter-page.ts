import { blocksToHtml, escapeHtml } from '../../petition/html.js';
import { parseMarkdown } from '../../petition/markdown.js';
import type { LocaleTexts } from '../../petition/petition.js';
import { type Inline, text } from '../../petition/rich-text.js';
import { coverPage, type Delivery, organiserLines, unnamedLines, wordingLine } from './cover-page.js';
import { documentStyle } from './document-style.js';
import type { Wording } from './wordings.js';

/**
 * Names per list. Each list has columns of its own. With one list for all, a browser needs four times as long
 * for twice as many names, and gives up at about ten thousand.
 */
const LIST = 400;

/**
 * The cover and all letters with their names: one self-contained HTML page for printing on A4 or Letter. Each letter
 * begins on a page of its own.
 */
export function* wholeDocument(delivery: Delivery): Generator<string> {
  const { wordings } = delivery;
  yield* frame(delivery, null, wordings, function* () {
    yield coverPage(delivery);
    for (const wording of wordings) yield* letter(delivery, wording);
  });
}

/** The cover alone. */
export function coverDocument(delivery: Delivery): Generator<string> {
  return frame(delivery, null, [], function* () {
    yield coverPage(delivery);
  });
}

/** One letter with its names, without the cover. */
export function letterDocument(delivery: Delivery, wording: Wording): Generator<string> {
  return frame(delivery, wording, [wording], () => letter(delivery, wording));
}

/** @param subject the letter that the document is about; null for the cover */
function* frame(
  delivery: Delivery,
  subject: Wording | null,
  wordings: readonly Wording[],
  body: () => Iterable<string>,
): Generator<string> {
  const { locale, direction, headline } = subject === null ? delivery.cover : aroundOf(delivery, subject);
  const pages = wordings.map((wording) => ({
    name: pageOf(wording),
    running: [aroundOf(delivery, wording).headline, delivery.organiser?.name].filter(
      (part) => part !== undefined,
    ),
  }));
  yield `<!doctype html>
<html lang="${escapeHtml(locale)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(headline)}</title>
<style>
${documentStyle(pages)}</style>
</head>
<body>
<main>
`;
  yield* body();
  yield '</main>\n</body>\n</html>\n';
}

/** The CSS page of a letter: its running head is in its language. */
function pageOf({ code }: Wording): string {
  return `letter-${code}`;
}

/** The texts around a letter; the cover's if the petition no longer has the letter's language. */
function aroundOf({ textsIn, cover }: Delivery, { locale }: Wording): LocaleTexts {
  return textsIn(locale) ?? cover;
}

/**
 * One letter and its names. Names are text, never markup, each isolated in its own writing direction. Signatures
 * without a name are counted.
 */
function* letter(delivery: Delivery, wording: Wording): Generator<string> {
  const { signatures, locale } = wording;
  const { words, headline, direction, locale: around } = aroundOf(delivery, wording);
  const names = signatures.flatMap(({ name }) => name ?? []);
  yield `<article lang="${escapeHtml(around)}" dir="${direction}" style="page: ${pageOf(wording)}">
<header>
<h1>${escapeHtml(headline)}</h1>
<p class="day">${escapeHtml(words.say('export-as-of', { day: words.formats.day(delivery.day) }))}</p>
${organiserLines(words, delivery.organiser)}
<p class="wording">${wordingLine(words, wording)}</p>
</header>
<div class="letter" lang="${escapeHtml(locale)}"${around === locale ? '' : ' dir="auto"'}>
${signedLetter(wording.words, words.say('export-signed', { count: signatures.length }))}
</div>
${unnamedLines(words, signatures)}
`;
  if (names.length > 0) {
    yield `<h2>${escapeHtml(words.say('export-names'))}</h2>\n`;
    for (let from = 0; from < names.length; from += LIST) {
      const items = names.slice(from, from + LIST).map((name) => `<li><bdi>${escapeHtml(name)}</bdi></li>\n`);
      yield `<ul class="names">\n${items.join('')}</ul>\n`;
    }
  }
  yield '</article>\n';
}

/** The letter's own words, with `line` in the place of the signer's name. */
function signedLetter(source: string, line: string): string {
  const signature: Inline = { kind: 'strong', children: [text(line)] };
  const { blocks } = parseMarkdown(source, new Map([['signature', signature]]));
  // The content contains no commands.
  return blocksToHtml(blocks, { headingLevel: 2, command: (command) => `/${command}` });
}
