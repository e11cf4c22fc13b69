import type { Locale } from '../petition/formats.js';
import type { Block } from '../petition/rich-text.js';

/** A field that a button opens. Adapters show it as a modal, an inline field, or a question. */
export interface Form {
  readonly locale: Locale;
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  /** The label of the button that sends it. */
  readonly submit: string;
  /** In UTF-16 code units: a limit for the platform's field. The engine's own check is stricter. */
  readonly maxLength: number;
}

export type Button =
  | {
      readonly kind: 'press';
      readonly label: string;
      readonly code: string;
      /**
       * Present if the press leads to a note with this text to share. An adapter can open its platform's own dialogue
       * at once, without a press: then nobody learns who shares.
       */
      readonly passesOn?: string;
    }
  /** Opens a form. An adapter can open it at once, without asking the store. */
  | { readonly kind: 'form'; readonly label: string; readonly code: string; readonly form: Form }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

/**
 * A message for a person. The first button is always the way forward.
 *
 * A `screen` shows the person's current step and replaces the screen before it. A `note` answers on the side
 * (a total, an error) and leaves the screen as it is.
 */
export interface Message {
  readonly role: 'screen' | 'note';
  /** The petition that it belongs to, where the bot has several. Links that lead to the bot then name it. */
  readonly petition?: string;
  readonly locale: Locale;
  readonly direction: 'ltr' | 'rtl';
  readonly body: readonly Block[];
  readonly buttons: readonly Button[];
  /**
   * Present if the message is for sharing. The body does not repeat the text: the adapter shows it below the
   * body with its own link. If the adapter has a share button, this is its label.
   */
  readonly share?: { readonly text: string; readonly label: string };
  /**
   * Present if the person may want to clear the chat: after signing, and after withdrawing or cancelling.
   * Adapters that can clear the chat offer it here.
   */
  readonly sensitive?: true;
  /** Present on the screen after signing: the person has signed this petition. */
  readonly signed?: true;
  /** Present if the person has ended the conversation. A chat that can clear the earlier messages does so now. */
  readonly ended?: true;
  /**
   * Present if a screen says something besides its step that the person must read, such as that the words of the
   * consent have changed. A later screen must not take its place before it is sent.
   */
  readonly explains?: true;
  /**
   * Present if the person has this screen already, and only pressed the button that led to it once more. Adapters
   * that can acknowledge a press need not show it.
   */
  readonly shownAlready?: true;
}
