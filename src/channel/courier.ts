import type { Message } from '../conversation/message.js';
import type { Petition } from '../petition/petition.js';
import type { Memory } from '../signatures/memory.js';
import type { Person } from '../signatures/person.js';

/** The result of a message that we sent without a request from the person. */
export type Delivery =
  | { readonly kind: 'sent' }
  /** The claim was refused: nothing was sent. */
  | { readonly kind: 'skipped' }
  /** They have blocked the bot, or their account is gone: no message can ever reach them there. */
  | { readonly kind: 'gone' }
  /** It certainly did not arrive. */
  | { readonly kind: 'unsent'; readonly code: string }
  /** It may have arrived: the answer was lost or unreadable. */
  | { readonly kind: 'unknown'; readonly code: string };

/**
 * The right to send one message to a recipient. It is taken right before the request. So a person who
 * unsubscribes while waiting gets no message, and a killed process leaves open only the messages in flight.
 */
export interface Claim {
  /** Takes the claim; false if this recipient must not get the message any more. */
  take(): Promise<boolean>;
  /** Releases the claim if the message certainly did not arrive. Does nothing if it was not taken. */
  giveBack(): Promise<void>;
}

/** Sends messages to people without a request from them. */
export interface Courier {
  /**
   * Delivers one message within the platform's limits. The bot may run at the same time and keeps its share
   * of them. Waits as long as the platform asks, without holding the claim. Never retries a message that may
   * have arrived. Rejects only with errors of the claim.
   */
  deliver(person: Person, message: Message, claim: Claim): Promise<Delivery>;
  /** Closes its connections. */
  close(): Promise<void>;
}

export interface CourierContext {
  readonly petition: Petition;
  /** What the bot's adapters remember about this petition. */
  readonly memory: Pick<Memory, 'recall'>;
  /** Aborts when nothing more may be started: messages in the queue are then `unsent`. */
  readonly signal: AbortSignal;
}

/** Codes of Node.js and undici for connections that were never made: the message certainly did not arrive. */
const NOT_CONNECTED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** The result of a request that got no answer. */
export function withoutAnswer(code: string): Delivery {
  return { kind: NOT_CONNECTED.includes(code) ? 'unsent' : 'unknown', code };
}
