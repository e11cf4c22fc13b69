import type { Locale } from '../petition/petition.js';
import type { Block } from '../petition/rich-text.js';

/** A field that a button opens; the adapter shows it as a modal, an inline field, or a question. */
export interface Form {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  /** The label of the button that sends it. */
  readonly submit: string;
  /** In UTF-16 code units: a bound for the platform's field; the engine's own check is stricter. */
  readonly maxLength: number;
}

export type Button =
  | { readonly kind: 'press'; readonly label: string; readonly code: string }
  /** Opens a form; an adapter can open it at once, without asking the store. */
  | { readonly kind: 'form'; readonly label: string; readonly code: string; readonly form: Form }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

/**
 * What a person is told. The first button is always the way forward.
 *
 * A `screen` is the step where the person stands: it takes the place of the one before.
 * A `note` answers on the side (a total, an error) and leaves the screen as it is.
 */
export interface Message {
  readonly role: 'screen' | 'note';
  readonly locale: Locale;
  readonly direction: 'ltr' | 'rtl';
  readonly body: readonly Block[];
  readonly buttons: readonly Button[];
  /**
   * Present where the message is for passing on. The body does not repeat the text: the adapter shows it below the
   * body with its own link, and labels its share button, where it has one, with the label.
   */
  readonly share?: { readonly text: string; readonly label: string };
  /** The progress to the next goal, where the message speaks of the total. */
  readonly progress?: { readonly total: number; readonly goal: number };
  /**
   * Present where the person may want no trace of the conversation to stay: once they have signed, and when it is over.
   * An adapter that can clear the chat offers it here.
   */
  readonly sensitive?: true;
}
