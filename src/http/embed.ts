import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../paths.js';
import type { LocaleTexts, Petition } from '../petition/petition.js';
import { progressShown } from '../petition/status.js';
import { shortStatus } from '../petition/status-texts.js';
import { bareDocument } from './bare-document.js';
import type { Current } from './current.js';
import { html, type Markup, trusted } from './markup.js';
import { nextGoal } from './next-goal.js';
import { PALETTES, type Palette } from './palette.js';
import type { Theme } from './theme.js';

/** Without a file beside it, the frame costs one request, and shows in a sandbox without an origin too. */
const RULES = ['progress.css', 'embed.css']
  .map((name) => readFileSync(path.join(PROJECT_ROOT, 'src/http/public', name), 'utf8'))
  .join('\n');

/** The frame's whole style. Its hash is in the Content-Security-Policy. */
export const EMBED_STYLES: Readonly<Record<Theme, string>> = {
  light: `:root { color-scheme: light; ${variables(PALETTES.light)} }\n${RULES}`,
  dark: `:root { color-scheme: dark; ${variables(PALETTES.dark)} }\n${RULES}`,
  auto: `:root { color-scheme: light dark; ${variables(PALETTES.light)} }
@media (prefers-color-scheme: dark) { :root { ${variables(PALETTES.dark)} } }
${RULES}`,
};

function variables(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ');
}

/**
 * `GET /embed`: headline, total, progress and a button, for a frame in another site's page. It has no script.
 * @param address the petition's page on this server; the button opens it in a window of its own
 */
export function embed(
  petition: Petition,
  texts: LocaleTexts,
  current: Current,
  { theme, address }: { readonly theme: Theme; readonly address: string },
): Markup {
  const { words, headline } = texts;
  const label = words.say(current.status.phase === 'open' ? 'button-begin' : 'site-read');
  return bareDocument({
    texts,
    head: html`<style>${trusted(EMBED_STYLES[theme])}</style>`,
    body: html`<body>
<main>
<h1>${headline}</h1>
${totalPart(texts, current)}
${progressPart(petition, texts, current)}
<p><a href="${address}" target="_blank" rel="noopener">${label}</a></p>
</main>
</body>`,
  });
}

function totalPart({ words }: LocaleTexts, { total }: Current): Markup {
  if (total === null) return html`<p class="count">${words.say('page-total-unknown')}</p>`;
  return html`<p class="count"><b>${words.formats.number(total)}</b> ${words.say('page-total-label')}</p>`;
}

/** The bar and the goal while people can sign, else why they can't. */
function progressPart(petition: Petition, texts: LocaleTexts, { status, total }: Current): Markup | null {
  const why = shortStatus(texts, status);
  if (why !== null) return html`<p class="goal">${why}</p>`;
  const progress = total === null ? null : progressShown(petition, texts, status, total);
  if (progress === null) return null;
  return html`<progress aria-labelledby="goal" value="${progress.total}" max="${progress.goal}"></progress>
<p class="goal" id="goal">${nextGoal(texts, progress)}</p>`;
}
