/** What the chat is answered with: the same words on both sides of the wire. */

export interface ChatAnswer {
  /** `repeat` without a message: the answer to this event was sent before. */
  readonly outcome: 'applied' | 'repeat' | 'unsent' | 'unsaved' | 'failed';
  readonly messages: readonly ChatMessage[];
}

export interface ChatMessage {
  /** A screen takes the place of the one before; a note leaves it as it is. */
  readonly role: 'screen' | 'note';
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** The body, escaped: only the server's own renderer makes it. */
  readonly html: string;
  readonly buttons: readonly ChatButton[];
  readonly share?: { readonly text: string; readonly label: string };
  readonly progress?: { readonly total: number; readonly goal: number };
}

export type ChatButton =
  | { readonly kind: 'press'; readonly label: string; readonly code: string }
  | { readonly kind: 'form'; readonly label: string; readonly code: string; readonly form: ChatForm }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

export interface ChatForm {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  readonly maxLength: number;
}

/** What the chat sends; it is the same event as long as the id is the same. */
export interface ChatEvent {
  readonly id: string;
  readonly action: ChatAction;
}

export type ChatAction =
  | { readonly kind: 'command'; readonly command: string; readonly source?: string }
  | { readonly kind: 'press'; readonly code: string }
  | { readonly kind: 'form'; readonly code: string; readonly text: string };

/** The chat's own words and settings, which the page hands over with it. */
export interface ChatWords {
  readonly you: string;
  readonly working: string;
  readonly formClose: string;
  readonly formEmpty: string;
  readonly copy: string;
  readonly copyText: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly shared: string;
  readonly retry: string;
  readonly offline: string;
  /** No answer, or one that says that nothing is certain. */
  readonly unconfirmed: string;
  readonly tooMany: string;
  readonly outdated: string;
  readonly elsewhere: string;
  readonly goal: string;
  /** What stands after the page's address in a link that is passed on. */
  readonly sharedQuery: string;
}
