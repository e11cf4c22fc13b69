import { addDays } from '../day.js';
import { type Entry, isCorrection, type Period, readEntry } from '../log-of-totals/entry.js';
import { isolated } from '../petition/isolate.js';
import type { LocaleTexts, Petition } from '../petition/petition.js';
import { logChart } from './log-chart.js';
import type { ShownLog } from './log-document.js';
import { html, type Markup } from './markup.js';
import { page } from './page-frame.js';

/** The page shows this many lines; earlier ones are folded. */
const OPEN_LINES = 31;

/**
 * `GET /log`: the log for people, without a script.
 * @param shown null before the first head
 * @param base what its addresses begin with
 */
export function renderLogPage(
  petition: Petition,
  texts: LocaleTexts,
  shown: ShownLog | null,
  base: string,
): Markup {
  const { words } = texts;
  return page({
    texts,
    title: words.say('log-heading'),
    description: words.say('log-intro'),
    styles: ['/assets/log.css'],
    scripts: [],
    path: `${base}/log`,
    languages: petition.locales.map((locale) => ({ locale, name: petition.texts(locale).languageName })),
    source: null,
    content: html`<main id="petition" class="log">
<p><a href="${base === '' ? '/' : base}">${texts.headline}</a></p>
<h1>${words.say('log-heading')}</h1>
<p>${words.say('log-intro')}</p>
${shown === null ? html`<p class="notice">${words.say('log-empty')}</p>` : linesPart(texts, shown)}
<h2>${words.say('log-proof-heading')}</h2>
<ul>
<li>${words.say('log-proof-lines')}</li>
<li>${words.say('log-proof-sums')}</li>
</ul>
<h2>${words.say('log-limits-heading')}</h2>
<ul>
<li>${words.say('log-limits-accounts')}</li>
<li>${words.say('log-limits-elsewhere')}</li>
<li>${words.say('log-limits-people')}</li>
</ul>
${shown === null ? null : checkPart(texts, shown, base)}
</main>`,
  });
}

function linesPart(texts: LocaleTexts, { log, document }: ShownLog): Markup {
  const { words } = texts;
  const { formats } = words;
  const entries = document.entries.flatMap((line) => readEntry(line) ?? []);
  const newestFirst = entries.toReversed();
  const waiting =
    log.covered === null
      ? words.say('log-empty')
      : words.say('log-waiting', { day: formats.day(addDays(log.covered, 1)) });
  const older = newestFirst.slice(OPEN_LINES);
  return html`<p class="count"><span class="number">${formats.number(document.total.total)}</span> ${words.say('page-total-label')}</p>
${chartPart(texts, entries)}
<h2 id="lines">${words.say('log-lines-heading')}</h2>
<p>${waiting}</p>
${entries.length === 0 ? null : table(texts, newestFirst.slice(0, OPEN_LINES))}
${
  older.length === 0
    ? null
    : html`<details>
<summary>${words.say('log-older')}</summary>
${table(texts, older)}
</details>`
}`;
}

function chartPart({ words }: LocaleTexts, entries: readonly Entry[]): Markup | null {
  const { formats } = words;
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined || isCorrection(first)) return null;
  const [from, until] = [formats.day(first.from), formats.day(last.day)];
  const chart = logChart(entries, words.say('log-chart', { from, until, total: last.total }));
  if (chart === null) return null;
  return html`<figure class="log-chart">
${chart}
<figcaption dir="ltr"><bdi>${from}</bdi> <bdi>${until}: ${formats.number(last.total)}</bdi></figcaption>
</figure>`;
}

/** One row for each entry. On narrow screens each row is a block, and each cell has its column's name before it. */
function table({ words }: LocaleTexts, entries: readonly Entry[]): Markup {
  const { formats } = words;
  const columns = [
    ['signed', words.say('log-signed')],
    ['withdrawn', words.say('log-withdrawn')],
    ['setAside', words.say('log-set-aside')],
    ['released', words.say('log-released')],
    ['offset', words.say('log-offset')],
    ['total', words.say('log-total')],
  ] as const;
  const days = ({ from, day }: Period) =>
    from === day
      ? formats.day(day)
      : words.say('log-days', { from: isolated(formats.day(from)), until: isolated(formats.day(day)) });
  const cell = (entry: Entry, [field, name]: (typeof columns)[number]) =>
    html`<td data-label="${name}">${formats.number(isCorrection(entry) ? entry.total : entry[field])}</td>`;
  const row = (entry: Entry) =>
    isCorrection(entry)
      ? html`<tr class="correction"><th scope="row">${formats.day(entry.day)}</th>
<td colspan="${columns.length - 1}">${words.say('log-correction', {
          change: isolated(signed(formats.number(Math.abs(entry.corrected)), entry.corrected)),
          reason: isolated(entry.reason),
        })}</td>${cell(entry, columns[columns.length - 1] ?? columns[5])}</tr>\n`
      : html`<tr><th scope="row">${days(entry)}</th>
${columns.map((column) => cell(entry, column))}</tr>\n`;
  return html`<table class="lines" aria-labelledby="lines">
<thead><tr><th scope="col">${words.say('log-day')}</th>${columns.map(([, name]) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${entries.map(row)}</tbody>
</table>`;
}

function signed(written: string, value: number): string {
  return `${value < 0 ? '−' : '+'}${written}`;
}

function checkPart({ words }: LocaleTexts, { log }: ShownLog, base: string): Markup {
  return html`<h2>${words.say('log-check-heading')}</h2>
<p>${words.say('log-check')}</p>
<ul>
<li><a href="${base}/log/checkpoint">${words.say('log-checkpoint')}</a></li>
<li><a href="${base}/log/entries">${words.say('log-entries')}</a></li>
</ul>
<p>${words.say('log-key')}</p>
<p class="key" dir="ltr"><code>${log.key}</code></p>`;
}
