import { isolated } from '../petition/isolate.js';
import type { Offset } from '../petition/offsets.js';
import type { LocaleTexts } from '../petition/petition.js';
import { countOf } from '../petition/settings.js';
import type { Status } from '../petition/status.js';
import { html, type Markup } from './markup.js';
import type { PublicNumber } from './public-number.js';

/**
 * The total and, while people can sign, the progress to the next goal. The page's script finds both by their `data-`
 * attributes. A number that can't be read is left out; the script fills it in later.
 * @param named the petition's name where the bot has several: addresses then have it
 */
export function totalPart(
  { offsets, hasLog }: { readonly offsets: readonly Offset[]; readonly hasLog: boolean },
  texts: LocaleTexts,
  { phase }: Status,
  number: PublicNumber | null,
  named: string | null,
): Markup {
  const { words } = texts;
  const { formats } = words;
  const { tag, group } = formats.rules;
  const shown = number === null ? '–' : formats.number(number.total);
  return html`<section class="total" aria-labelledby="total-label" data-events="/api/${named === null ? '' : `${named}/`}total/events" data-numbers="${tag}"${group === null ? null : html` data-group="${group}"`}>
<p class="count"><span class="number" data-count>${shown}</span> <span id="total-label">${words.say('page-total-label')}</span></p>
${phase === 'open' ? progressPart(texts, number) : null}
${number === null ? html`<p class="notice" data-unknown>${words.say('page-total-unknown')}</p>` : null}
${offsetPart(offsets, texts)}
${hasLog ? html`<p class="small"><a href="${named === null ? '' : `/p/${named}`}/log?lang=${texts.locale}">${words.say('log-link')}</a></p>` : null}
<p class="unseen" role="status" data-announcement></p>
</section>`;
}

/** What was counted elsewhere: one count in a sentence, several in a list, each with its day and its source's page. */
function offsetPart(offsets: readonly Offset[], { words }: LocaleTexts): Markup | null {
  const count = countOf(offsets);
  const [first, ...others] = offsets;
  if (first === undefined || count === 0) return null;
  const told = ({ source, day }: Offset) => ({ source: isolated(source), day: words.formats.day(day) });
  if (others.length === 0) {
    return html`<p class="small">${words.say('page-offset', { count, ...told(first) })}${linkOf(first)}</p>`;
  }
  return html`<p class="small">${words.say('page-offsets', { count })}</p>
<ul class="small">
${offsets.map((offset) => html`<li>${words.say('offset-entry', { count: offset.count, ...told(offset) })}${linkOf(offset)}</li>\n`)}
</ul>`;
}

/** The address behind a count, by its host. */
function linkOf({ link }: Offset): Markup | null {
  return link === undefined
    ? null
    : html` <a href="${link}" rel="external noreferrer"><bdi>${new URL(link).host}</bdi></a>`;
}

function progressPart({ words }: LocaleTexts, number: PublicNumber | null): Markup {
  const goal = number === null ? '–' : words.formats.number(number.goal);
  return html`<progress aria-labelledby="goal-label" value="${number?.total ?? 0}" max="${number?.goal ?? 1}"></progress>
<p class="goal"><span id="goal-label">${words.say('page-goal-label')}</span> <span class="number" data-goal>${goal}</span></p>`;
}
