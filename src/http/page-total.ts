import { isolated } from '../petition/isolate.js';
import type { LocaleTexts, Petition } from '../petition/petition.js';
import type { Status } from '../petition/status.js';
import { html, type Markup } from './markup.js';
import type { PublicNumber } from './public-number.js';

/**
 * The total and, while people can sign, the progress to the next goal. The page's script finds both by their `data-`
 * attributes. A number that can't be read is left out; the script fills it in later.
 * @param events the address of the stream of totals
 */
export function totalPart(
  petition: Petition,
  texts: LocaleTexts,
  { phase }: Status,
  number: PublicNumber | null,
  events: string,
): Markup {
  const { words } = texts;
  const { formats } = words;
  const { tag, group } = formats.rules;
  const { count, source, day } = petition.settings.offset;
  const shown = number === null ? '–' : formats.number(number.total);
  return html`<section class="total" aria-labelledby="total-label" data-events="${events}" data-numbers="${tag}"${group === null ? null : html` data-group="${group}"`}>
<p class="count"><span class="number" data-count>${shown}</span> <span id="total-label">${words.say('page-total-label')}</span></p>
${phase === 'open' ? progressPart(texts, number) : null}
${number === null ? html`<p class="notice" data-unknown>${words.say('page-total-unknown')}</p>` : null}
${
  count === 0
    ? null
    : html`<p class="small">${words.say('page-offset', { count, source: isolated(source), day: formats.day(day) })}</p>`
}
<p class="unseen" role="status" data-announcement></p>
</section>`;
}

function progressPart({ words }: LocaleTexts, number: PublicNumber | null): Markup {
  const goal = number === null ? '–' : words.formats.number(number.goal);
  return html`<progress aria-labelledby="goal-label" value="${number?.total ?? 0}" max="${number?.goal ?? 1}"></progress>
<p class="goal"><span id="goal-label">${words.say('page-goal-label')}</span> <span class="number" data-goal>${goal}</span></p>`;
}
