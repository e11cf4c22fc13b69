import type { Router } from 'express';
import type { Logger } from 'pino';
import type { Action, Event } from '../conversation/event.js';
import type { Message } from '../conversation/message.js';
import type { Locale } from '../petition/formats.js';
import type { Memory } from '../signatures/memory.js';
import type { Person } from '../signatures/person.js';
import type { Webhook } from './kit/webhook.js';
import type { Ownership } from './ownership.js';
import type { ServedPetition, ServedPetitions } from './served-petitions.js';

export type { Person };

/** The result of an event. */
export type Outcome =
  /** Saved, and answered. */
  | 'applied'
  /** Handled before: not applied again. */
  | 'repeat'
  /** Saved, but the answer could not be sent. A redelivery gets the current step. */
  | 'unsent'
  /** The store failed. The person has been told; the platform should redeliver the event. */
  | 'unsaved'
  /** It failed three times for another reason. The person got an apology; a redelivery would not help. */
  | 'failed';

/** Passes events to the conversation. */
export interface Conductor {
  /**
   * Handles one event, after the earlier events of the same person. Never rejects.
   * @param reply sends the answer, given the outcome; called at most once, after the save. If it throws, we
   * log the code and the event stays unanswered, so that a redelivery gets the current step.
   */
  handle(
    person: Person,
    event: Event,
    reply: (messages: readonly Message[], outcome: Outcome) => Promise<void>,
  ): Promise<Outcome>;
}

/** The command that shows all petitions of the bot. Only a bot with several has it. */
export const LIST_COMMAND = 'petitions';

/** What a person did: an action in one petition's conversation, or the command that shows all petitions. */
export type BotAction =
  | Action
  | { readonly kind: 'command'; readonly command: typeof LIST_COMMAND; readonly argument?: string };

/** An event before it is known which petition it belongs to. */
export interface BotEvent extends Omit<Event, 'action'> {
  readonly action: BotAction;
}

/** Passes events to the conversation of the petition to which they belong, under the same rules as `Conductor`. */
export interface Switchboard {
  handle(
    person: Person,
    event: BotEvent,
    reply: (messages: readonly Message[], outcome: Outcome) => Promise<void>,
  ): Promise<Outcome>;
}

/** What a platform can show. Content that does not fit is refused at start. */
export interface Limits {
  /** The longest message, in UTF-16 code units of text without markup. */
  readonly text: number;
  /** The longest button label, in graphemes. */
  readonly label: number;
}

/** How to join on this platform. The campaign page shows it. */
export interface Invitation {
  /** The platform's name. */
  readonly label: string;
  /** The link that begins there; null if people find the way only on the platform itself. */
  readonly url: string | null;
  /** What people find there, in a sentence or two. It must be true whether or not people can sign. */
  readonly how: string;
}

/**
 * An adapter's part of the campaign page. Its files are served by its own routes: the page allows no others.
 */
export interface PagePart {
  /** HTML for the page, unchanged. The adapter must escape it. */
  readonly html: string;
  /** Addresses on this server, from the root: modules and stylesheets. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** The id of the part, for links to it. */
  readonly anchor: string;
}

/** A platform's health. A code beside `ok` says something that an operator should know all the same. */
export type Health =
  | { readonly ok: true; readonly code?: string }
  | { readonly ok: false; readonly code: string };

/** Events that have no answer yet. */
export interface Unsent {
  readonly answers: number;
  /** How long ago the adapter took the oldest of these events, in milliseconds; 0 if there is none. */
  readonly oldestMs: number;
}

/** A running platform. */
export interface Adapter {
  /** Recorded with every signature. */
  readonly channel: string;
  /** Its routes for browsers, if it has any. */
  readonly router?: Router;
  /** The address that its platform posts to, if it has one. */
  readonly webhook?: Webhook;
  /**
   * Null while the adapter does not know how to join.
   * @param petition the one to open, where the bot has several
   */
  invitation(locale: Locale, petition?: string): Invitation | null;
  /**
   * A link for a code on paper or on a screen: it opens the conversation itself. Missing where people first have to
   * install something; null while the adapter does not know it.
   * @param source the code of the paper or screen; null: as on the campaign page
   * @param petition the one to open, where the bot has several
   */
  conversationLink?(source: string | null, petition?: string): string | null;
  /**
   * Its part of the campaign page, if people can join on the page itself.
   * @param open whether people can sign now
   * @param petition the one that the page is about, where the bot has several
   */
  pagePart?(locale: Locale, open: boolean, petition?: string): PagePart;
  health(): Health;
  /** Missing where the answer is the response to the request itself. */
  unsent?(): Unsent;
  /** Starts. If the platform is away, the adapter keeps trying; `start` does not reject for that. */
  start(): Promise<void>;
  /** Takes nothing new and finishes what is in flight. */
  stop(): Promise<void>;
}

/** What an adapter gets: the bot's only petition, or its first one, and all of them. */
export interface AdapterContext extends ServedPetition {
  readonly petitions: ServedPetitions;
  readonly conductor: Switchboard;
  readonly ownership: Ownership;
  /** The whole bot's values that survive a restart. They are in the first petition's memory. */
  readonly memory: Memory;
  readonly log: Logger;
}
