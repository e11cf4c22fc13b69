import type { Adapter } from '../channel/adapter.js';
import { blocksToHtml } from '../petition/html.js';
import type { LocaleTexts, Petition } from '../petition/petition.js';
import { type Block, paragraph } from '../petition/rich-text.js';
import { progressShown, type Status } from '../petition/status.js';
import { shortStatus, whyNotOpen } from '../petition/status-texts.js';
import { bareDocument } from './bare-document.js';
import type { Current } from './current.js';
import { html, type Markup, trusted } from './markup.js';
import { nextGoal } from './next-goal.js';
import { qrCode } from './qr-code.js';
import { widestText } from './text-width.js';
import type { Theme } from './theme.js';

/** The number that the hall sees moves in steps of ten, so that nobody can tell who in the hall signed. */
const STEP = 10;
/** Without the script, the page reloads itself: as often as the script looks, in seconds. */
const RELOAD_SECONDS = 60;
/** The script puts the time in this place. */
const MOMENT = '{moment}';
/** The font's size in the picture of the number, and the room from the top of its letters to below a comma. */
const LETTER = 100;
const LINE = 94;
const BASELINE = 79;

export interface ScreenOptions {
  /** In each of these languages in turn; at least one. */
  readonly languages: readonly LocaleTexts[];
  readonly theme: Theme;
  /** Where the QR code leads, in a language. */
  readonly addressIn: (texts: LocaleTexts) => string;
}

/** `GET /screen`: the total for a hall. Its script (`client/screen.ts`) asks for the page again, and shows what came. */
export function screen(petition: Petition, current: Current, options: ScreenOptions): Markup {
  const [first] = options.languages;
  if (first === undefined) throw new Error('a screen needs a language');
  return bareDocument({
    texts: first,
    head: html`<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/progress.css">
<link rel="stylesheet" href="/assets/screen.css">
<script type="module" src="/assets/screen.js"></script>
<noscript><meta http-equiv="refresh" content="${RELOAD_SECONDS}"></noscript>`,
    body: html`<body${options.theme === 'light' ? html` class="light"` : null}>
<main data-screen${current.total === null ? null : html` data-known`}>
${options.languages.map((texts, index) => face(petition, texts, current, { address: options.addressIn(texts), hidden: index > 0 }))}</main>
</body>`,
  });
}

/** What the hall sees in one language. */
function face(
  petition: Petition,
  texts: LocaleTexts,
  { status, total }: Current,
  { address, hidden }: { readonly address: string; readonly hidden: boolean },
): Markup {
  const { words, locale, direction, headline } = texts;
  const scan = words.say(status.phase === 'open' ? 'screen-scan' : 'screen-scan-reading');
  return html`<section lang="${locale}" dir="${direction}"${hidden ? html` hidden` : null}>
<h1>${headline}</h1>
${total === null ? html`<p class="unknown">${words.say('page-total-unknown')}</p>` : numberPart(texts, total)}
<div class="below">
${total === null ? null : html`<p class="label">${words.say('page-total-label')}</p>`}
${progressPart(petition, texts, status, total)}
<p class="scan">${scan}</p>
<p class="address"><bdi>${inWords(address)}</bdi></p>
</div>
${qrCode(address, scan)}
<p class="small">${total === null || roundedDown(total) === 0 ? null : words.say('screen-rounded')} <span data-as-of="${words.say('card-as-of', { moment: MOMENT })}" data-times="${words.formats.rules.tag}" hidden></span></p>
</section>
`;
}

/**
 * The number, rounded down. Below ten, it says only that it is below ten. It is a picture, so that it fills its room
 * whatever its length.
 */
function numberPart({ words, direction }: LocaleTexts, total: number): Markup {
  const shown = roundedDown(total);
  const text = shown === 0 ? words.say('screen-few', { count: STEP }) : words.formats.number(shown);
  const width = Math.ceil(widestText(text, LETTER, true));
  const [edge, start] = direction === 'rtl' ? ['xMax', width] : ['xMin', 0];
  return html`<svg class="number" viewBox="0 0 ${width} ${LINE}" preserveAspectRatio="${edge}YMid" role="img" aria-label="${text}" direction="${direction}"><text x="${start}" y="${BASELINE}" font-size="${LETTER}">${text}</text></svg>`;
}

function roundedDown(total: number): number {
  return Math.max(0, Math.floor(total / STEP) * STEP);
}

/** The goal while people can sign; else why they can't, or the outcome. */
function progressPart(
  petition: Petition,
  texts: LocaleTexts,
  status: Status,
  total: number | null,
): Markup | null {
  const { words } = texts;
  if (status.phase !== 'open') {
    return html`<div class="why">${trusted(blocksToHtml(reasonFor(texts, status), { headingLevel: 2, command: (command) => command }))}</div>`;
  }
  const progress = total === null ? null : progressShown(petition, texts, status, roundedDown(total));
  if (progress === null) return null;
  return html`<progress aria-label="${words.say('page-goal-label')}" value="${progress.total}" max="${progress.goal}"></progress>
<p class="goal">${nextGoal(texts, progress)}</p>`;
}

/** The first paragraph of what the petition says itself; a hall has no room for more, and the code leads to the rest. */
function reasonFor(texts: LocaleTexts, status: Status): readonly Block[] {
  const ownWords = status.phase === 'upcoming' || texts.outcome !== null;
  const [first] = ownWords && status.phase !== 'paused' ? whyNotOpen(texts, status) : [];
  return first === undefined ? [paragraph(shortStatus(texts, status) ?? '')] : [first];
}

/** An address as people type it: without what only links need. */
function inWords(address: string): string {
  const { host, pathname } = new URL(address);
  return `${host}${pathname === '/' ? '' : pathname}`;
}

/**
 * Where a camera leads: straight into the conversation where a platform has such a link, and people can sign; else to
 * the page.
 * @param page the petition's page, as a whole address
 */
export function scanned(
  adapters: readonly Adapter[],
  { phase }: Status,
  {
    page,
    petition,
    source,
  }: {
    readonly page: string;
    /** Its name, where the bot has several. */
    readonly petition: string | undefined;
    readonly source: string | null;
  },
): string {
  if (phase !== 'open') return page;
  const links = adapters.flatMap((adapter) => adapter.conversationLink?.(source, petition) ?? []);
  return links[0] ?? page;
}
