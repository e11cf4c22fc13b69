import type { Formats } from './formats.js';

/** Where the data are stored: a country, or the operator's own words ("Germany, at Hetzner"). */
export type HostingCountry =
  | { readonly kind: 'country'; readonly code: string }
  | { readonly kind: 'words'; readonly words: string };

type ParsedCountry =
  | { readonly ok: true; readonly value: HostingCountry }
  | { readonly ok: false; readonly message: string };

/** Long enough for a country and a company; it stands in one line of the privacy notice. */
const MAX_LENGTH = 60;

/** Codes that `Intl` can name, and that stand for no country: unions, exceptional reservations, and test regions. */
const NO_COUNTRIES = new Set([
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'EU',
  'EZ',
  'IC',
  'QO',
  'TA',
  'UN',
  'XA',
  'XB',
  'ZZ',
]);

/** The English names of all countries in lower case, with their ISO 3166 codes; null as long as nobody has asked. */
let known: ReadonlyMap<string, string> | null = null;

/** Reads `HOSTING_COUNTRY`: an ISO 3166 code of two letters, a country's English name, or other words. */
export function parseHostingCountry(text: string): ParsedCountry {
  const words = text.trim();
  if (/^[a-z]{2}$/i.test(words)) {
    const code = words.toUpperCase();
    if ([...countryCodes().values()].includes(code)) return { ok: true, value: { kind: 'country', code } };
    return refused('these two letters are no country: give an ISO 3166 code such as CA, or its English name');
  }
  const code = countryCodes().get(words.toLowerCase());
  if (code !== undefined) return { ok: true, value: { kind: 'country', code } };
  if (words.length > MAX_LENGTH) return refused(`give at most ${MAX_LENGTH} characters`);
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(words)) return refused('give one line, without control characters');
  if (!/\p{L}{2}/u.test(words)) {
    return refused(
      'give the country where the data are stored, for example CA, Canada or "Germany, at Hetzner"',
    );
  }
  return { ok: true, value: { kind: 'words', words } };
}

/** The country's name in the reader's language, or the operator's words as they are. */
export function hostingCountryIn(formats: Formats, country: HostingCountry): string {
  if (country.kind === 'words') return country.words;
  return formats.country(country.code);
}

function refused(message: string): ParsedCountry {
  return { ok: false, message };
}

function countryCodes(): ReadonlyMap<string, string> {
  known ??= triedCodes();
  return known;
}

/** Tries all codes, since `Intl` lists none. It replaces the code of a former country by that of its successor. */
function triedCodes(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const found = new Map<string, string>();
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = names.of(code);
    const isCurrent = new Intl.Locale('und', { region: code }).region === code;
    if (name !== undefined && isCurrent && !NO_COUNTRIES.has(code)) found.set(name.toLowerCase(), code);
  }
  return found;
}
