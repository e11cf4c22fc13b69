import { isolated } from '../petition/isolate.js';
import type { Offset } from '../petition/offsets.js';
import type { LocaleTexts } from '../petition/petition.js';
import { countOf } from '../petition/settings.js';
import type { Status } from '../petition/status.js';
import { html, type Markup } from './markup.js';
import type { PublicNumber } from './public-number.js';

/** What the page tells besides the total. */
export interface AroundTotal {
  /** How many signed in the last seven days; null for nothing about them. */
  readonly lastWeek: number | null;
  /** The petition's goals, growing. */
  readonly goals: readonly number[];
  /** The petition's name where the bot has several: addresses then have it. */
  readonly named: string | null;
}

/**
 * The total and, while people can sign, the progress to the next goal. The page's script finds both by their `data-`
 * attributes. A number that can't be read is left out; the script fills it in later.
 */
export function totalPart(
  { lastWeek, goals, named }: AroundTotal,
  texts: LocaleTexts,
  { phase }: Status,
  number: PublicNumber | null,
): Markup {
  const { words } = texts;
  const { formats } = words;
  const { tag, group } = formats.rules;
  const shown = number === null ? '–' : formats.number(number.total);
  const open = phase === 'open';
  return html`<section class="total" aria-labelledby="total-label" data-events="/api/${named === null ? '' : `${named}/`}total/events" data-numbers="${tag}"${group === null ? null : html` data-group="${group}"`}>
<p class="count"><span class="number" data-count>${shown}</span> <span id="total-label">${words.say('page-total-label')}</span></p>
${open && lastWeek !== null ? html`<p class="week" data-true-from="${lastWeek}">${words.say('page-total-week', { count: lastWeek })}</p>` : null}
${open ? progressPart(texts, number, goals) : null}
${number === null ? html`<p class="notice" data-unknown>${words.say('page-total-unknown')}</p>` : null}
<p class="unseen" role="status" data-announcement></p>
</section>`;
}

/** What the total consists of, in small print: the counts elsewhere, and a link to the public log if there is one. */
export function sourcesPart(texts: LocaleTexts, offsets: readonly Offset[], log: string | null): Markup {
  const link = (address: string) =>
    html`<p><a href="${address}?lang=${texts.locale}">${texts.words.say('log-link')}</a></p>`;
  return html`<div class="small sources">
${offsetPart(offsets, texts)}
${log === null ? null : link(log)}
</div>`;
}

/** What was counted elsewhere: one count in a sentence, several in a list, each with its day and its source's page. */
function offsetPart(offsets: readonly Offset[], { words }: LocaleTexts): Markup | null {
  const count = countOf(offsets);
  const [first, ...others] = offsets;
  if (first === undefined || count === 0) return null;
  const told = ({ source, day }: Offset) => ({ source: isolated(source), day: words.formats.day(day) });
  if (others.length === 0) {
    return html`<p>${words.say('page-offset', { count, ...told(first) })}${linkOf(first)}</p>`;
  }
  return html`<p>${words.say('page-offsets', { count })}</p>
<ul>
${offsets.map((offset) => html`<li>${words.say('offset-entry', { count: offset.count, ...told(offset) })}${linkOf(offset)}</li>\n`)}
</ul>`;
}

/** The address behind a count, by its host. */
function linkOf({ link }: Offset): Markup | null {
  return link === undefined
    ? null
    : html` <a href="${link}" rel="external noreferrer"><bdi>${new URL(link).host}</bdi></a>`;
}

/**
 * The next goal, or that there is none left; and the goals that are reached. The script hides what stops being true.
 */
function progressPart({ words }: LocaleTexts, number: PublicNumber | null, goals: readonly number[]): Markup {
  const { formats } = words;
  const total = number?.total ?? 0;
  const last = goals.at(-1) ?? 0;
  const goal = number === null ? '–' : formats.number(number.goal);
  // The sentence about the last goal says that all are reached.
  const reached = total >= last ? [] : goals.filter((one) => one <= total);
  const behind = html`<p class="small" data-true-from="${reached.at(-1) ?? 0}">${words.say('page-goals-reached', { goals: formats.list(reached.map(formats.number)) })}</p>`;
  return html`<progress aria-labelledby="goal-label" value="${total}" max="${number?.goal ?? 1}"></progress>
<p class="goal" data-next${total >= last ? html` hidden` : null}><span id="goal-label">${words.say('page-goal-label')}</span> <span class="number" data-goal>${goal}</span></p>
<p class="goal" data-true-from="${last}"${total < last ? html` hidden` : null}>${words.say('goal-passed', { goal: last })}</p>
${reached.length === 0 ? null : behind}`;
}
