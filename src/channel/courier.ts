import type { Message } from '../conversation/message.js';
import type { Petition } from '../petition/petition.js';
import type { Person } from '../signatures/person.js';

/** What became of a message that was sent to somebody of our own accord. */
export type Delivery =
  | { readonly kind: 'sent' }
  /** They blocked the bot, or their account is gone: nothing can ever be sent to them there. */
  | { readonly kind: 'gone' }
  /** It certainly did not arrive. */
  | { readonly kind: 'unsent'; readonly code: string }
  /** It may have arrived: the answer was lost, or makes no sense. */
  | { readonly kind: 'unknown'; readonly code: string };

/** Takes messages to people who have not just done something. */
export interface Courier {
  /**
   * Delivers one message, within the platform's limits; the bot itself may be running beside and is left its share.
   * Waits as long as the platform asks for. Never tries again what may have arrived. Does not reject.
   */
  deliver(person: Person, message: Message): Promise<Delivery>;
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
