import type { Message } from '../conversation/message.js';
import type { Choice, Choices } from '../signatures/choices.js';
import { type Person, personKey } from '../signatures/person.js';
import { BoundedMap } from './kit/bounded.js';

/** How many people's last choice we remember in this process. */
const REMEMBERED = 20_000;

/** How long a remembered choice spares us a write. Another process may have written another one meanwhile. */
const TRUSTED_MS = 60_000;

/** Keeps which petition a person's next text message is for. */
export interface ChoiceMemory {
  /** @param messages what the person is about to see of this petition */
  choose(person: Person, petition: string, messages: readonly Message[]): Promise<void>;
}

/**
 * Writes a choice only if it is new. If the answer asks for a text, it writes in any case: then the next message
 * depends on it.
 */
export function createChoiceMemory(choices: Pick<Choices, 'write'>, now: () => number): ChoiceMemory {
  const known = new BoundedMap<string, Choice & { readonly at: number }>(REMEMBERED);
  return {
    async choose(person, petition, messages) {
      const locale = messages.at(-1)?.locale;
      if (locale === undefined) return;
      const key = personKey(person);
      const last = known.get(key);
      const isKnown = last?.petition === petition && last.locale === locale && now() - last.at < TRUSTED_MS;
      if (isKnown && !messages.some(asksForText)) return;
      await choices.write(person, { petition, locale });
      known.set(key, { petition, locale, at: now() });
    },
  };
}

/** Where a form can be opened, a platform without forms takes the next message as its text. */
function asksForText({ buttons }: Message): boolean {
  return buttons.some(({ kind }) => kind === 'form');
}
