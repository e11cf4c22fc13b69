import type { Message } from '../conversation/message.js';
import type { Petition } from '../petition/petition.js';
import type { Person } from '../signatures/person.js';

/** What became of a message that was sent to somebody of our own accord. */
export type Delivery =
  | { readonly kind: 'sent' }
  /** The claim was not granted: nothing was sent. */
  | { readonly kind: 'skipped' }
  /** They blocked the bot, or their account is gone: nothing can ever be sent to them there. */
  | { readonly kind: 'gone' }
  /** It certainly did not arrive. */
  | { readonly kind: 'unsent'; readonly code: string }
  /** It may have arrived: the answer was lost, or makes no sense. */
  | { readonly kind: 'unknown'; readonly code: string };

/**
 * The right to write to somebody, once. It is taken at the last moment, so that whoever stops the updates while they
 * wait in line is not written to, and a process that is killed costs nobody their message but whose is on its way.
 */
export interface Claim {
  /** Takes it right before the request; false: they are not to be written to any more. */
  take(): Promise<boolean>;
  /** Gives it back where the message certainly did not arrive. Does nothing where it was not taken. */
  giveBack(): Promise<void>;
}

/** Takes messages to people who have not just done something. */
export interface Courier {
  /**
   * Delivers one message, within the platform's limits; the bot itself may be running beside and is left its share.
   * Waits as long as the platform asks for, without the claim. Never tries again what may have arrived. Rejects with
   * what the claim rejects with alone.
   */
  deliver(person: Person, message: Message, claim: Claim): Promise<Delivery>;
  /** Ends its connections. */
  close(): Promise<void>;
}

export interface CourierContext {
  readonly petition: Petition;
  /** Aborts when nothing more is to be begun: what waits is then `unsent`. */
  readonly signal: AbortSignal;
}

/** Node.js's and undici's codes of connections that were never made: what was to be sent over them certainly did not arrive. */
const NOT_CONNECTED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** What a request that brought no answer comes to. */
export function withoutAnswer(code: string): Delivery {
  return { kind: NOT_CONNECTED.includes(code) ? 'unsent' : 'unknown', code };
}
