/**
 * The style of the printed letter. It names no paper size, so the printer's own applies. Browsers that know
 * margin boxes (Chromium 131 and later) draw the headline above and the page number below. Others print their
 * own margins.
 * @see https://www.w3.org/TR/css-page-3/#margin-boxes
 */
export function letterStyle(headline: string): string {
  return `@page {
  margin: 24mm 20mm 22mm;
  @top-center { content: ${cssString(headline)}; font: 9pt ${SANS}; color: #555; }
  @bottom-center { content: counter(page) " / " counter(pages); font: 9pt ${SANS}; color: #555; }
}
@page :first { @top-center { content: none; } }
:root { color-scheme: light; }
body { margin: 0; color: #000; background: #fff; font: 11.5pt/1.5 ${SERIF}; }
main { max-width: 170mm; margin: 0 auto; padding: 1rem; }
article p { margin: 0 0 1em; orphans: 3; widows: 3; }
article .day { color: #444; font-size: 10pt; }
section { break-before: page; }
h1, h2 { font-size: 14pt; line-height: 1.3; margin: 0 0 0.8em; break-after: avoid; }
ul { margin: 0; padding: 0; list-style: none; columns: 3 42mm; column-gap: 7mm; font-size: 10pt; }
li { line-height: 1.6; break-inside: avoid; padding-inline-start: 1em; text-indent: -1em; overflow-wrap: anywhere; }
bdi { unicode-bidi: isolate; }
@media print { main { max-width: none; padding: 0; } }
`;
}

/** Common fonts for every script. The browser finds others for what they lack. */
const FALLBACKS =
  '"Noto Naskh Arabic", "Geeza Pro", "Noto Sans Tifinagh", Ebrima, "Noto Serif Hebrew", "Noto Serif CJK SC", "Songti SC"';
const SERIF = `"Noto Serif", "Times New Roman", ${FALLBACKS}, serif`;
const SANS = '"Noto Sans", Arial, sans-serif';

/** A CSS string for a style element: everything but letters, digits and spaces is escaped. */
function cssString(text: string): string {
  const escaped = text.replace(/[^\p{L}\p{M}\p{N} ]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\${code.toString(16)} `;
  });
  return `"${escaped}"`;
}
