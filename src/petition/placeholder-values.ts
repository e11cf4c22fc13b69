import type { Day } from '../day.js';
import type { Locale } from './formats.js';
import { formatDay, formatNumber } from './formats.js';
import { type HostingCountry, hostingCountryIn } from './hosting-country.js';
import type { Organiser } from './petition.js';
import type { PlaceholderValues } from './placeholders.js';
import { plainInlines } from './plain.js';
import { type Inline, text } from './rich-text.js';
import type { Settings } from './settings.js';
import { formatSigningTime, type SigningTime } from './signing-time.js';
import type { Words } from './words.js';

/** The sources of the values. Settings or words with problems are null: the texts are checked all the same. */
export interface ValueSources {
  readonly locale: Locale;
  readonly settings: Settings | null;
  /** Null in a preview that names nobody. */
  readonly organiser: Organiser | null;
  /** Null in a preview that does not say it. */
  readonly hostingCountry: HostingCountry | null;
  readonly words: Words | null;
}

/** The placeholders of each text that has any, with their values. */
export function placeholderValues(sources: ValueSources): Readonly<Record<string, PlaceholderValues>> {
  const { locale, settings, words } = sources;
  const keepUntil: [string, Inline] = ['keep-until', dayValue(locale, settings?.keepUntil)];
  const minimumAge: [string, Inline] = ['minimum-age', numberValue(locale, settings?.minimumAge)];
  return {
    'run-by': new Map([organiserName(sources)]),
    letter: new Map([['signature', text(words?.say('letter-signature') ?? '…')]]),
    privacy: new Map([
      ...organiserValues(sources),
      ['retention-days', numberValue(locale, settings?.retentionDays)],
      keepUntil,
      ['hosting-country', hostingValue(sources)],
      minimumAge,
    ]),
    notice: new Map([organiserName(sources), keepUntil, minimumAge]),
    upcoming: new Map([['opens', timeValue(locale, settings?.opens)]]),
  };
}

/**
 * The values that belong to a text's version. The organiser is part of the privacy notice, so another organiser is
 * another version. The words in the place of the signer's name are not part of the letter.
 */
export function agreedValues(values: PlaceholderValues): ReadonlyMap<string, string> {
  return new Map(
    [...values]
      .filter(([name]) => name !== 'signature')
      .map(([name, value]) => [name, plainInlines([value]).replace(/[\u2068\u2069]/g, '')]),
  );
}

function organiserName({ organiser, words }: ValueSources): [string, Inline] {
  const unset = () => text(words?.say('organiser-unset') ?? '…');
  return ['organiser', organiser === null ? unset() : isolated(organiser.name)];
}

function organiserValues(sources: ValueSources): [string, Inline][] {
  const { organiser, words } = sources;
  if (organiser === null) {
    return [
      organiserName(sources),
      ['contact', text(words?.say('contact-unset') ?? '…')],
      ['privacy-url', text(words?.say('privacy-url-unset') ?? '…')],
    ];
  }
  const { contact, privacyUrl } = organiser;
  return [
    organiserName(sources),
    ['contact', link(contact.includes('://') ? contact : `mailto:${contact}`, contact)],
    ['privacy-url', link(privacyUrl, privacyUrl)],
  ];
}

function hostingValue({ locale, hostingCountry, words }: ValueSources): Inline {
  if (hostingCountry === null) return text(words?.say('hosting-unset') ?? '…');
  return isolated(hostingCountryIn(locale, hostingCountry));
}

/** Without settings, nobody ever sees the text. */
function dayValue(locale: Locale, day: Day | undefined): Inline {
  return text(day === undefined ? '…' : formatDay(locale, day));
}

/** Without an opening time, nobody ever sees the text. */
function timeValue(locale: Locale, time: SigningTime | undefined): Inline {
  return text(time === undefined ? '…' : formatSigningTime(locale, time));
}

function numberValue(locale: Locale, value: number | undefined): Inline {
  return text(value === undefined ? '…' : formatNumber(locale, value));
}

function link(url: string, words: string): Inline {
  return { kind: 'link', url, children: [isolated(words)] };
}

/** Isolated: the value may have another direction of writing than the sentence around it. */
function isolated(value: string): Inline {
  return text(`\u2068${value}\u2069`);
}
