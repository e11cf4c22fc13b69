import type { Locale, LocaleTexts, Petition } from '../petition/petition.js';
import { type Conversation, HANDLED_EVENTS, NOTHING_SHOWN, WELCOME } from './conversation.js';
import type { Event } from './event.js';
import { checkName } from './name.js';
import type { Standing } from './standing.js';

/** Everything that a step or an answer may look at. */
export interface Scene {
  readonly petition: Petition;
  readonly standing: Standing;
  readonly conversation: Conversation;
  /** The petition in the conversation's language. */
  readonly texts: LocaleTexts;
  /** The platform's display name, where it can stand under the letter: offered at the name. */
  readonly offer: string | null;
  /** True where the platform lets us write to this person later. */
  readonly canBeTold: boolean;
  /** True where the language that the person spoke is one that the petition no longer has. */
  readonly languageGone: boolean;
}

/** A new turn: the conversation as it was, or a fresh one, with this event counted as handled. */
export function beginTurn(petition: Petition, standing: Standing, event: Event): Scene {
  const scene = sceneOf(petition, standing, event);
  const { conversation } = scene;
  return {
    ...scene,
    conversation: {
      ...conversation,
      revision: conversation.revision + 1,
      handled: [...conversation.handled, event.id].slice(-HANDLED_EVENTS),
    },
  };
}

/** The conversation as it stands, outside any turn. */
export function sceneOf(petition: Petition, standing: Standing, event: Event | null): Scene {
  const stored = standing.conversation ?? freshConversation(firstLocale(petition, standing, event));
  const languageGone = !petition.locales.includes(stored.locale);
  const conversation = languageGone ? { ...stored, locale: petition.negotiate([stored.locale]) } : stored;
  const offered = conversation.place.step === 'name' ? conversation.place.offered : null;
  return {
    petition,
    standing,
    conversation,
    texts: petition.texts(conversation.locale),
    offer: event?.displayName === undefined ? offered : usable(event.displayName),
    canBeTold: event?.updates === true,
    languageGone,
  };
}

/** The same scene in another language. */
export function inLanguage(scene: Scene, locale: Locale): Scene {
  return {
    ...scene,
    conversation: { ...scene.conversation, locale },
    texts: scene.petition.texts(locale),
    languageGone: false,
  };
}

/** Whether this person can sign now; otherwise what is signed can still be read. */
export function canSign({ standing }: Scene): boolean {
  return standing.phase === 'open' && standing.signature === null;
}

/** A conversation of which nothing is known yet. Its revision is that of no turn. */
function freshConversation(locale: Locale): Conversation {
  return {
    version: 1,
    revision: 0,
    locale,
    place: WELCOME,
    screen: 0,
    note: 0,
    shown: NOTHING_SHOWN,
    agreed: null,
    question: null,
    source: null,
    handled: [],
  };
}

/** Somebody who signed and was away for long is spoken to in the language of the signature. */
function firstLocale(petition: Petition, { signature }: Standing, event: Event | null): Locale {
  const signed = petition.locales.find((locale) => locale === signature?.locale);
  return signed ?? petition.negotiate(event?.languages ?? []);
}

function usable(displayName: string): string | null {
  const check = checkName(displayName);
  return check.ok ? check.name : null;
}
