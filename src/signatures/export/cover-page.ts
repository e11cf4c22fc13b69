import type { Day } from '../../day.js';
import { escapeHtml } from '../../petition/html.js';
import type { LocaleTexts } from '../../petition/petition.js';
import type { Words } from '../../petition/words.js';
import type { Organiser } from '../organiser.js';
import type { OpenedSignature } from './collect.js';
import { omissionsIn } from './omissions.js';
import type { Wording } from './wordings.js';

/** What the cover and the letters say of the whole export. */
export interface Delivery {
  /** The day on which the names were read. */
  readonly day: Day;
  /** Null if nothing names the organiser. */
  readonly organiser: Organiser | null;
  /** The texts of the cover's language. */
  readonly cover: LocaleTexts;
  /** The petition's texts in a language; null for a language that it no longer has. */
  textsIn(locale: string): LocaleTexts | null;
  readonly wordings: readonly Wording[];
  /** Signatures under former words that the operator left out of this export. */
  readonly formerElsewhere: number;
  /** Signatures under words that are lost. */
  readonly underLostWords: number;
}

/** The cover: what this is, who answers for it, and how many signatures stand under which words. */
export function coverPage(delivery: Delivery): string {
  const { cover, day, wordings, formerElsewhere, underLostWords } = delivery;
  const { words, headline } = cover;
  const signatures = wordings.flatMap((wording) => wording.signatures);
  const elsewhere = [
    formerElsewhere === 0 ? '' : words.say('export-former-elsewhere', { count: formerElsewhere }),
    underLostWords === 0 ? '' : words.say('export-words-lost', { count: underLostWords }),
  ].filter((line) => line !== '');
  return `<section class="cover" lang="${escapeHtml(cover.locale)}" dir="${cover.direction}">
<h1>${escapeHtml(headline)}</h1>
<p class="total">${escapeHtml(words.say('export-total', { count: signatures.length }))}</p>
<p>${escapeHtml(words.say('export-as-of', { day: words.formats.day(day) }))}</p>
${organiserLines(words, delivery.organiser)}
${unnamedLines(words, signatures)}
${elsewhere.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}
<h2>${escapeHtml(words.say('export-letters'))}</h2>
<p>${escapeHtml(words.say('export-letters-why'))}</p>
${table(delivery)}
</section>
`;
}

/** The organiser and how to reach them, one line each. */
export function organiserLines(words: Words, organiser: Organiser | null): string {
  if (organiser === null) return '';
  const { name, contact } = organiser;
  return `<div class="organiser">
<p>${escapeHtml(words.say('export-organiser', { organiser: name }))}</p>
<p>${escapeHtml(words.say('export-contact', { contact }))}</p>
</div>`;
}

/** How many signatures stand without a name, and why; nothing if each has one. */
export function unnamedLines(words: Words, signatures: readonly OpenedSignature[]): string {
  const unnamed = signatures.filter(({ name }) => name === null);
  if (unnamed.length === 0) return '';
  const chosen = unnamed.filter(({ omitted }) => omitted === null).length;
  const reasons = [
    ...(chosen === 0 ? [] : [words.say('export-anonymous', { count: chosen })]),
    ...omissionsIn(unnamed).map(({ reason, names }) => words.say('export-omitted', { count: names, reason })),
  ];
  return `<p>${escapeHtml(words.say('export-unnamed', { count: unnamed.length }))}</p>
<ul class="reasons">
${reasons.map((reason) => `<li>${escapeHtml(reason)}</li>`).join('\n')}
</ul>`;
}

function table({ cover: { words }, wordings, textsIn }: Delivery): string {
  const columns = ['export-language', 'export-words', 'export-signatures', 'export-names'] as const;
  const rows = wordings.map((wording) => {
    const named = wording.signatures.filter(({ name }) => name !== null).length;
    const language = textsIn(wording.locale)?.languageName ?? wording.locale;
    return `<tr>
<td><bdi lang="${escapeHtml(wording.locale)}">${escapeHtml(language)}</bdi></td>
<td>${wordingLine(words, wording)}</td>
<td class="number">${escapeHtml(words.formats.number(wording.signatures.length))}</td>
<td class="number">${escapeHtml(words.formats.number(named))}</td>
</tr>`;
  });
  return `<table>
<thead><tr>${columns.map((id) => `<th scope="col">${escapeHtml(words.say(id))}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

/** Which words these are: current or former, their code and their first day. */
export function wordingLine(words: Words, { current, code, firstShown }: Wording): string {
  const which = words.say(current ? 'export-words-current' : 'export-words-former');
  const about =
    firstShown === null
      ? code
      : words.say('export-words-since', { code, day: words.formats.day(firstShown) });
  return `${escapeHtml(which)} <span class="code">${escapeHtml(about)}</span>`;
}
