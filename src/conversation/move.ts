import type { Locale } from '../petition/petition.js';
import type { Place } from './conversation.js';
import type { View } from './view.js';
import type { Why } from './why.js';

/** What an event asks for: decided by the steps and answers, carried out in one place (`advance.ts`). */
export type Move =
  /** Shows a place. Whether the person may stand there is not the mover's to know: `settle.ts` looks at that. */
  | { readonly kind: 'show'; readonly place: Place; readonly why?: Why }
  /** Answers on the side. With a question, the next text message is its answer. */
  | { readonly kind: 'note'; readonly view: View; readonly question?: 'receipt' }
  | { readonly kind: 'speak'; readonly locale: Locale }
  /** The press on the consent's own button. */
  | { readonly kind: 'agree' }
  /** The press on a button that signs: which one, its step and action. Null: without a name. */
  | { readonly kind: 'sign'; readonly name: string | null; readonly button: string }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'withdraw-by-receipt'; readonly receipt: string }
  /** The press that asks for updates, below the words that were shown. */
  | { readonly kind: 'subscribe' }
  | { readonly kind: 'unsubscribe' }
  /** Forgets the conversation. */
  | { readonly kind: 'forget' };

/** Shows a place. */
export function show(place: Place, why?: Why): Move {
  return why === undefined ? { kind: 'show', place } : { kind: 'show', place, why };
}
