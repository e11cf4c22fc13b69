/** A kind of page with its own running head. */
export interface RunningPage {
  /** A CSS name: letters, digits and hyphens. */
  readonly name: string;
  /** The parts of the running head. */
  readonly running: readonly string[];
}

/**
 * The style of the printed letters. It names no paper size, so the printer's own applies. Browsers that know
 * margin boxes (Chromium 131 and later) draw the running head above and the page number below. Others print their
 * own margins.
 * @param pages one for each letter: the head is in the letter's language
 * @see https://www.w3.org/TR/css-page-3/#margin-boxes
 */
export function documentStyle(pages: readonly RunningPage[]): string {
  return `@page {
  margin: 22mm 20mm 20mm;
  @top-center { font: 9pt ${SANS}; color: #555; }
  @bottom-center { content: counter(page) "/" counter(pages); font: 9pt ${SANS}; color: #555; }
}
${pages.map(runningHead).join('\n')}
:root { color-scheme: light; }
body { margin: 0; color: #000; background: #fff; font: 11.5pt/1.5 ${SERIF}; }
main { max-width: 170mm; margin: 0 auto; padding: 1rem; }
p { margin: 0 0 0.8em; orphans: 3; widows: 3; }
h1, h2 { line-height: 1.3; margin: 0 0 0.6em; break-after: avoid; }
h1 { font-size: 16pt; }
h2 { font-size: 13pt; margin-block-start: 1.2em; }
.cover { font-size: 10.5pt; }
.cover h1 { font-size: 22pt; margin-block-end: 0.3em; }
.total { font-size: 18pt; font-weight: bold; margin-block-end: 0; }
.organiser { margin-block-end: 0.8em; }
.organiser p { margin: 0; }
.reasons { margin: -0.4em 0 0.8em; padding-inline-start: 1.4em; }
table { border-collapse: collapse; width: 100%; font-size: 9pt; line-height: 1.25; }
th, td { text-align: start; vertical-align: baseline; padding-block: 0.2em; padding-inline: 0 0.6em; border-block-end: 0.5pt solid #999; }
th:nth-child(n + 3), .number { text-align: end; white-space: nowrap; }
th:last-child, td:last-child { padding-inline-end: 0; }
tr { break-inside: avoid; }
.code { color: #444; font-size: 8.5pt; }
article { break-before: page; }
article:first-child { break-before: auto; }
header { border-block-end: 0.5pt solid #999; margin-block-end: 1.2em; padding-block-end: 0.6em; font-size: 10pt; }
header p, header .organiser { margin: 0; }
.names { margin: 0; padding: 0; list-style: none; columns: 3 42mm; column-gap: 7mm; font-size: 10pt; }
.names li { line-height: 1.6; break-inside: avoid; padding-inline-start: 1em; text-indent: -1em; overflow-wrap: anywhere; }
bdi { unicode-bidi: isolate; }
@media print { main { max-width: none; padding: 0; } }
`;
}

function runningHead({ name, running }: RunningPage): string {
  return `@page ${name} { @top-center { content: ${cssString(running.join(' · '))}; } }`;
}

/** Common fonts for every script. The browser finds others for what they lack. */
const FALLBACKS =
  '"Noto Naskh Arabic", "Geeza Pro", "Noto Sans Tifinagh", Ebrima, "Noto Serif Hebrew", "Noto Serif CJK SC", "Songti SC"';
const SERIF = `"Noto Serif", "Times New Roman", ${FALLBACKS}, serif`;
const SANS = `"Noto Sans", Arial, ${FALLBACKS}, sans-serif`;

/** A CSS string for a style element: everything but letters, digits and spaces is escaped. */
function cssString(text: string): string {
  const escaped = text.replace(/[^\p{L}\p{M}\p{N} ]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\${code.toString(16)} `;
  });
  return `"${escaped}"`;
}
