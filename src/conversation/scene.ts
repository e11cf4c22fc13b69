import type { Locale } from '../petition/formats.js';
import type { LocaleTexts, Petition } from '../petition/petition.js';
import { type Conversation, HANDLED_EVENTS, NOTHING_SHOWN, WELCOME } from './conversation.js';
import type { Event, Surroundings } from './event.js';
import type { Facts } from './facts.js';
import { checkName } from './name.js';

/** Everything that a step or an answer may read. */
export interface Scene {
  readonly petition: Petition;
  readonly facts: Facts;
  readonly conversation: Conversation;
  /** The petition in the conversation's language. */
  readonly texts: LocaleTexts;
  /** The platform's display name, if it passes the check for names. The name step offers it. */
  readonly offer: string | null;
  /** True if the platform lets us write to this person later. */
  readonly canBeMessaged: boolean;
  /** The page around the chat; null if there is none. */
  readonly page: Surroundings | null;
  /** True if the petition no longer has the conversation's language. */
  readonly languageGone: boolean;
}

/** A new turn: the stored conversation, or a fresh one, with this event marked as handled. */
export function beginTurn(petition: Petition, facts: Facts, event: Event): Scene {
  const scene = sceneOf(petition, facts, event);
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

/** The conversation as it is, outside any turn. */
export function sceneOf(petition: Petition, facts: Facts, event: Event | null): Scene {
  const stored = facts.conversation ?? freshConversation(firstLocale(petition, facts, event));
  const languageGone = !petition.locales.includes(stored.locale);
  const conversation = languageGone ? { ...stored, locale: petition.negotiate([stored.locale]) } : stored;
  const offered = conversation.place.step === 'name' ? conversation.place.offered : null;
  return {
    petition,
    facts,
    conversation,
    texts: petition.texts(conversation.locale),
    offer: event?.displayName === undefined ? offered : usable(event.displayName),
    canBeMessaged: event?.canBeMessaged === true,
    page: event?.page ?? null,
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

/** Whether this person can sign now, or sign again with another name. If not, they can still read the texts. */
export function canSign(scene: Scene): boolean {
  const { facts, conversation } = scene;
  if (facts.signature !== null) return conversation.correcting && canCorrect(scene);
  return facts.phase === 'open';
}

/** Whether the page around the chat shows the introduction to this petition in the language of the conversation. */
export function isIntroduced({ page, petition, texts, facts }: Scene): boolean {
  if (page === null || page.petition !== petition.id || page.locale !== texts.locale) return false;
  // If signing has begun or ended since, the page's introduction is out of date.
  return page.open === (facts.phase === 'open');
}

/** True where updates are only tried: a preview keeps nothing for them and sends nothing. */
export function triesUpdates({ facts, canBeMessaged }: Scene): boolean {
  return facts.preview && !canBeMessaged;
}

/** Whether the name below this person's signature can still be corrected. */
export function canCorrect({ facts: { signature, phase, delivered, erased } }: Scene): boolean {
  return phase === 'open' && delivered === null && erased === null && signature?.sealed === true;
}

/** An empty conversation. No turn has its revision, 0. */
export function freshConversation(locale: Locale): Conversation {
  return {
    version: 1,
    revision: 0,
    locale,
    place: WELCOME,
    screen: 0,
    made: null,
    note: 0,
    shown: NOTHING_SHOWN,
    agreed: null,
    correcting: false,
    question: null,
    source: null,
    handled: [],
  };
}

/** A person who signed but has no stored conversation gets the language of the signature. */
function firstLocale(petition: Petition, { signature }: Facts, event: Event | null): Locale {
  const signed = petition.locales.find((locale) => locale === signature?.locale);
  return signed ?? petition.negotiate(event?.languages ?? []);
}

function usable(displayName: string): string | null {
  const check = checkName(displayName);
  return check.ok ? check.name : null;
}
