import type { LocaleTexts, Petition } from '../petition/petition.js';
import { type Progress, shareOf } from '../petition/progress.js';
import { progressShown } from '../petition/status.js';
import { shortStatus, totalLine } from '../petition/status-texts.js';
import type { Current } from './current.js';
import { html, type Markup, trusted } from './markup.js';
import { PALETTES } from './palette.js';
import { widestText } from './text-width.js';
import type { Theme } from './theme.js';

/** All sizes are in pixels. */
const HEIGHT = 68;
const MIN_WIDTH = 200;
const PADDING = 14;
const ICON = 32;
/** Where text and bar begin. */
const START = PADDING + ICON + 12;
/** The baselines of two lines above a bar, of two lines, and of one. */
const ABOVE_BAR = [29, 47];
const TWO_LINES = [33, 52];
const ONE_LINE = [39];
const BAR_TOP = 54;
const BAR_HEIGHT = 5;

/** One after the other in a line. */
interface Part {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
}
type Line = readonly Part[];

const { dark: DARK, light: LIGHT } = PALETTES;

/** The badge's only style; attributes have the light colours. Its hash is in the Content-Security-Policy. */
export const BADGE_STYLE = `@media (prefers-color-scheme: dark) {
.paper { fill: ${DARK.paper}; stroke: ${DARK.line} }
.track { fill: ${DARK.line} }
.accent { fill: ${DARK.accent} }
.pen { stroke: ${DARK.paper} }
.ink { fill: ${DARK.ink} }
.muted { fill: ${DARK.muted} }
}`;

/**
 * The total and the goal as a picture for other sites: an SVG without a script or an outside file, as wide as its text
 * can be in the reader's fonts.
 * @param theme `auto`: the picture follows the colour scheme of the page around it
 */
export function badge(petition: Petition, texts: LocaleTexts, current: Current, theme: Theme): Markup {
  const { words } = texts;
  const { status, total } = current;
  const progress = total === null ? null : progressShown(petition, texts, status, total);
  const why = shortStatus(texts, status);
  const unknown = words.say('page-total-unknown');
  const first: Line =
    total === null
      ? [label(unknown)]
      : [{ text: words.formats.number(total), size: 21, bold: true }, label(words.say('page-total-label'))];
  const second: Line = progress !== null ? goalOf(texts, progress) : why === null ? [] : [small(why)];
  const spoken = [total === null ? unknown : totalLine(petition, texts, status, total), why ?? ''];
  return draw({
    texts,
    description: spoken.join(' ').trim(),
    lines: second.length === 0 ? [first] : [first, second],
    share: progress === null ? null : shareOf(progress),
    theme,
  });
}

const label = (text: string): Part => ({ text, size: 13, bold: false });
const small = (text: string): Part => ({ text, size: 12, bold: false });

function goalOf({ words }: LocaleTexts, { total, goal }: Progress): Line {
  if (total >= goal) return [small(words.say('site-goal-reached', { goal }))];
  return [small(words.say('page-goal-label')), { text: words.formats.number(goal), size: 12, bold: true }];
}

interface Drawing {
  readonly texts: LocaleTexts;
  readonly description: string;
  readonly lines: readonly Line[];
  /** How much of the bar is full, from 0 to 1; null: there is no bar. */
  readonly share: number | null;
  readonly theme: Theme;
}

function draw({ texts, description, lines, share, theme }: Drawing): Markup {
  const { direction, locale, headline } = texts;
  const isRightToLeft = direction === 'rtl';
  const colours = theme === 'dark' ? DARK : LIGHT;
  const width = Math.ceil(Math.max(MIN_WIDTH, START + PADDING + Math.max(...lines.map(widthOf))));
  const full = width - START - PADDING;
  const filled = Math.round(full * (share ?? 0));
  /** The left edge of a box. `from` is its distance from the side where reading begins. */
  const leftOf = (from: number, size: number) => (isRightToLeft ? width - from - size : from);
  const baselines = share !== null ? ABOVE_BAR : lines.length > 1 ? TWO_LINES : ONE_LINE;
  const bar = (size: number, name: 'track' | 'accent', fill: string) =>
    html`<rect class="${name}" x="${leftOf(START, size)}" y="${BAR_TOP}" width="${size}" height="${BAR_HEIGHT}" rx="${BAR_HEIGHT / 2}" fill="${fill}"/>\n`;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-labelledby="title description" xml:lang="${locale}" direction="${direction}" font-family="system-ui, Roboto, 'Noto Sans', 'Noto Sans Arabic', sans-serif">
<title id="title">${headline}</title>
<desc id="description">${description}</desc>
${theme === 'auto' ? html`<style>${trusted(BADGE_STYLE)}</style>\n` : null}<rect class="paper" x=".5" y=".5" width="${width - 1}" height="${HEIGHT - 1}" rx="8" fill="${colours.paper}" stroke="${colours.line}"/>
<g transform="translate(${leftOf(PADDING, ICON)} ${(HEIGHT - ICON) / 2})"><rect class="accent" x="4" y="3" width="24" height="26" rx="3" fill="${colours.accent}"/><path class="pen" d="M9 10h14M9 15h14M9 23c2-4 4-4 4-1s3 1 4-1 2 2 6 1" fill="none" stroke="${colours.paper}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></g>
${lines.map((line, index) => textOf(line, { x: leftOf(START, 0), y: baselines[index] ?? 0, colour: index === 0 ? 'ink' : 'muted', fill: index === 0 ? colours.ink : colours.muted }))}${
  share === null ? null : [bar(full, 'track', colours.line), bar(filled, 'accent', colours.accent)]
}</svg>
`;
}

function textOf(
  line: Line,
  at: { readonly x: number; readonly y: number; readonly colour: string; readonly fill: string },
): Markup {
  const parts = line.map(
    ({ text, size, bold }) =>
      html`<tspan font-size="${size}"${bold ? html` font-weight="700"` : null}>${text}</tspan> `,
  );
  return html`<text class="${at.colour}" x="${at.x}" y="${at.y}" fill="${at.fill}">${parts}</text>\n`;
}

/** The widest that a line can be. */
function widthOf(line: Line): number {
  return line.reduce((sum, { text, size, bold }) => sum + widestText(`${text} `, size, bold), 0);
}
