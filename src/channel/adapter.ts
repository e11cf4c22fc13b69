import type { Router } from 'express';
import type { Logger } from 'pino';
import type { Event } from '../conversation/event.js';
import type { Message } from '../conversation/message.js';
import type { Locale, Petition } from '../petition/petition.js';
import type { Memory } from '../signatures/memory.js';
import type { Person } from '../signatures/person.js';
import type { PublicTotal } from '../signatures/public-total.js';
import type { SourceCodes } from '../signatures/source-codes.js';
import type { StaffDesk } from '../staff/desk.js';
import type { Ownership } from './ownership.js';

export type { Person };

/** What became of an event. */
export type Outcome =
  /** Saved, and answered. */
  | 'applied'
  /** Seen before: not applied again. */
  | 'repeat'
  /** Saved, but the answer could not be sent: a redelivery is answered with the current step. */
  | 'unsent'
  /** The store failed: the person was told so, and the platform should deliver it again. */
  | 'unsaved'
  /** It failed three times for another reason: the person got an apology; delivering it again would not help. */
  | 'failed';

/** Hands an event to the conversation. */
export interface Conductor {
  /**
   * Handles one event after those before it of the same person. Never rejects.
   * @param reply sends the answer; called at most once, after the save, and told what became of the event. What it
   *   throws is logged by code and leaves the event unanswered, so that a redelivery is answered with the current step.
   */
  handle(
    person: Person,
    event: Event,
    reply: (messages: readonly Message[], outcome: Outcome) => Promise<void>,
  ): Promise<Outcome>;
}

/** What a platform can show; content that does not fit is refused at start. */
export interface Limits {
  /** The longest message, in UTF-16 code units of its text without markup. */
  readonly text: number;
  /** The longest button label, in graphemes. */
  readonly label: number;
}

/** How somebody joins on this platform: shown on the campaign page. */
export interface Invitation {
  readonly label: string;
  readonly url: string;
}

/** What an adapter adds to the campaign page. Its files are its own routes: the page allows no others. */
export interface PagePart {
  /** HTML that stands in the page as it is: the adapter answers for its being escaped. */
  readonly html: string;
  /** Addresses on this server, from the root: modules and stylesheets. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** Where in the page it is, for the link that leads to it. */
  readonly anchor: string;
}

export type Health = { readonly ok: true } | { readonly ok: false; readonly code: string };

/** A platform that is running. */
export interface Adapter {
  /** Recorded with every signature. */
  readonly channel: string;
  /** Its routes on the one HTTP server, where it has any. */
  readonly router?: Router;
  /** Null as long as it is not known how to join. */
  invitation(locale: Locale): Invitation | null;
  /** Its part of the campaign page, where people can join on the page itself. */
  pagePart?(locale: Locale): PagePart;
  health(): Health;
  /** Begins; a platform that is away is the adapter's to wait for, so this does not reject for it. */
  start(): Promise<void>;
  /** Takes nothing new, finishes what is in flight. */
  stop(): Promise<void>;
}

/** What an adapter is given. */
export interface AdapterContext {
  readonly petition: Petition;
  readonly conductor: Conductor;
  readonly total: PublicTotal;
  readonly sources: SourceCodes;
  /** How many counted signatures came through a source; rejects when the database can't be read. */
  countFrom(source: string): Promise<number>;
  readonly ownership: Ownership;
  /** What it keeps from one run to the next. */
  readonly memory: Memory;
  /** What staff can ask and do, for a platform on which they are known. */
  readonly staff: StaffDesk;
  readonly log: Logger;
}
