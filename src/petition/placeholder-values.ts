import type { Day } from '../day.js';
import { type HostingCountry, hostingCountryIn } from './hosting-country.js';
import { isolated as isolatedText } from './isolate.js';
import type { Organiser } from './petition.js';
import type { PlaceholderValues } from './placeholders.js';
import { plainInlines } from './plain.js';
import { type Inline, text } from './rich-text.js';
import type { Settings } from './settings.js';
import { formatSigningTime, type SigningTime } from './signing-time.js';
import type { Words } from './words.js';

/** The sources of the values. Settings or words with problems are null: the texts are checked all the same. */
export interface ValueSources {
  readonly settings: Settings | null;
  /** Null in a preview that names nobody. */
  readonly organiser: Organiser | null;
  /** Null in a preview that does not say it. */
  readonly hostingCountry: HostingCountry | null;
  readonly words: Words | null;
}

/** The placeholders of each text that has any, with their values. */
export function placeholderValues(sources: ValueSources): Readonly<Record<string, PlaceholderValues>> {
  const { settings, words } = sources;
  const keepUntil: [string, Inline] = ['keep-until', dayValue(words, settings?.keepUntil)];
  const minimumAge: [string, Inline] = ['minimum-age', numberValue(words, settings?.minimumAge)];
  return {
    'run-by': new Map([organiserName(sources)]),
    letter: new Map([['signature', text(words?.say('letter-signature') ?? '…')]]),
    privacy: new Map([
      ...organiserValues(sources),
      ['retention-days', numberValue(words, settings?.retentionDays)],
      keepUntil,
      ['hosting-country', hostingValue(sources)],
      minimumAge,
    ]),
    notice: new Map([organiserName(sources), keepUntil, minimumAge]),
    upcoming: new Map([['opens', timeValue(words, settings?.opens)]]),
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

function hostingValue({ hostingCountry, words }: ValueSources): Inline {
  if (words === null) return text('…');
  if (hostingCountry === null) return text(words.say('hosting-unset'));
  return isolated(hostingCountryIn(words.formats, hostingCountry));
}

/** Without settings, nobody ever sees the text. */
function dayValue(words: Words | null, day: Day | undefined): Inline {
  return text(day === undefined ? '…' : (words?.formats.day(day) ?? '…'));
}

/** Without an opening time, nobody ever sees the text. */
function timeValue(words: Words | null, time: SigningTime | undefined): Inline {
  return text(time === undefined || words === null ? '…' : formatSigningTime(words.formats, time));
}

function numberValue(words: Words | null, value: number | undefined): Inline {
  return text(value === undefined ? '…' : (words?.formats.number(value) ?? '…'));
}

function link(url: string, words: string): Inline {
  return { kind: 'link', url, children: [isolated(words)] };
}

/** Isolated: the value may have another direction of writing than the sentence around it. */
function isolated(value: string): Inline {
  return text(isolatedText(value));
}
