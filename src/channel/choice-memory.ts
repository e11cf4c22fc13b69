import type { Message } from '../conversation/message.js';
import type { Locale } from '../petition/formats.js';
import type { Petition } from '../petition/petition.js';
import type { Choice, Choices } from '../signatures/choices.js';
import { type Person, personKey } from '../signatures/person.js';
import { BoundedMap } from './kit/bounded.js';

/** How many people's last choice we remember in this process. */
const REMEMBERED = 20_000;

/** How long a remembered choice spares us a write. Another process may have written another one meanwhile. */
const TRUSTED_MS = 60_000;

/** Keeps which petition a person's next text message is for, and the person's language. */
export interface ChoiceMemory {
  /**
   * @param messages what the person is about to see of this petition
   * @param readerLocale the person's language where the petition may lack it; null where it has every language
   */
  choose(
    person: Person,
    petition: Pick<Petition, 'id' | 'locales'>,
    messages: readonly Message[],
    readerLocale: () => Promise<Locale | null>,
  ): Promise<void>;
  erase(person: Person): Promise<void>;
}

/**
 * Writes a choice only if it is new. If the answer asks for a text, it writes in any case: then the next message
 * depends on it.
 */
export function createChoiceMemory(
  choices: Pick<Choices, 'write' | 'erase'>,
  now: () => number,
): ChoiceMemory {
  const known = new BoundedMap<string, Choice & { readonly at: number }>(REMEMBERED);
  return {
    async choose(person, { id, locales }, messages, readerLocale) {
      const shown = messages.at(-1)?.locale;
      if (shown === undefined) return;
      const key = personKey(person);
      const last = known.get(key);
      // A petition without the person's language shows another one. The person did not choose that one.
      const theirs = last?.locale ?? (await readerLocale()) ?? shown;
      const locale = locales.includes(theirs) ? shown : theirs;
      const isKnown = last?.petition === id && last.locale === locale && now() - last.at < TRUSTED_MS;
      if (isKnown && !messages.some(asksForText)) return;
      await choices.write(person, { petition: id, locale });
      known.set(key, { petition: id, locale, at: now() });
    },
    async erase(person) {
      known.delete(personKey(person));
      await choices.erase(person);
    },
  };
}

/** Where a form can be opened, a platform without forms takes the next message as its text. */
function asksForText({ buttons }: Message): boolean {
  return buttons.some(({ kind }) => kind === 'form');
}
