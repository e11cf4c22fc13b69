import type { Day } from '../day.js';
import { isolated as isolatedText } from './isolate.js';
import type { Organiser } from './petition.js';
import type { PlaceholderValues } from './placeholders.js';
import { plainInlines } from './plain.js';
import { type Inline, text } from './rich-text.js';
import type { Settings } from './settings.js';
import type { Words } from './words.js';

/** The sources of the values. Settings or words with problems are null: the texts are checked all the same. */
export interface ValueSources {
  readonly settings: Settings | null;
  /** Null in a preview that names nobody. */
  readonly organiser: Organiser | null;
  readonly words: Words | null;
}

/** The placeholders of each text that has any, with their values. */
export function placeholderValues(sources: ValueSources): Readonly<Record<string, PlaceholderValues>> {
  const { settings, words } = sources;
  return {
    letter: new Map([['signature', text(words?.say('letter-signature') ?? '…')]]),
    privacy: new Map([
      ...organiserValues(sources),
      [
        'retention-days',
        text(settings === null ? '…' : (words?.formats.number(settings.retentionDays) ?? '…')),
      ],
    ]),
    upcoming: new Map([['opens', dayValue(words, settings?.opens)]]),
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

function organiserValues({ organiser, words }: ValueSources): [string, Inline][] {
  if (organiser === null) {
    return [
      ['organiser', text(words?.say('organiser-unset') ?? '…')],
      ['contact', text(words?.say('contact-unset') ?? '…')],
      ['privacy-url', text(words?.say('privacy-url-unset') ?? '…')],
    ];
  }
  const { name, contact, privacyUrl } = organiser;
  return [
    ['organiser', isolated(name)],
    ['contact', link(contact.includes('://') ? contact : `mailto:${contact}`, contact)],
    ['privacy-url', link(privacyUrl, privacyUrl)],
  ];
}

/** Without an opening day, nobody ever sees the text. */
function dayValue(words: Words | null, day: Day | undefined): Inline {
  return text(day === undefined ? '…' : (words?.formats.day(day) ?? '…'));
}

function link(url: string, words: string): Inline {
  return { kind: 'link', url, children: [isolated(words)] };
}

/** Isolated: the value may have another direction of writing than the sentence around it. */
function isolated(value: string): Inline {
  return text(isolatedText(value));
}
