import type { Locale } from '../petition/formats.js';
import type { Place, Question } from './conversation.js';
import type { View } from './view.js';
import type { Why } from './why.js';

/** What an event asks for. Steps and answers decide it; `apply-move.ts` applies it. */
export type Move =
  /** Shows a place, if the gate (`gate.ts`) allows it. */
  | { readonly kind: 'show'; readonly place: Place; readonly why?: Why }
  /** The person pressed the button that led to this screen once more: nothing changes. */
  | { readonly kind: 'again' }
  /** Answers on the side. With a question, the next event may be its answer. */
  | { readonly kind: 'note'; readonly view: View; readonly question?: Question }
  | { readonly kind: 'speak'; readonly locale: Locale }
  /** The press on the consent's button. */
  | { readonly kind: 'agree' }
  /** The press on a button that signs. `button` is its step and action; a null name signs without one. */
  | { readonly kind: 'sign'; readonly name: string | null; readonly button: string }
  /** Lets a person who has signed choose the name again. */
  | { readonly kind: 'correct' }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'withdraw-by-receipt'; readonly receipt: string }
  /** The press that subscribes to announcements, below the text that explains them. */
  | { readonly kind: 'subscribe' }
  /** The same press in a preview: shows what an update looks like. */
  | { readonly kind: 'try-updates' }
  | { readonly kind: 'unsubscribe' }
  /** Cancels the conversation. */
  | { readonly kind: 'cancel' }
  /** The press on "No, thank you" beside the consent: ends the conversation. */
  | { readonly kind: 'decline' };

export function show(place: Place, why?: Why): Move {
  return why === undefined ? { kind: 'show', place } : { kind: 'show', place, why };
}
