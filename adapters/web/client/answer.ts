/** The chat's wire format, shared by the server and the browser. */

export interface ChatAnswer {
  /** `repeat` without a message: this event was answered before. */
  readonly outcome: 'applied' | 'repeat' | 'unsent' | 'unsaved' | 'failed';
  readonly messages: readonly ChatMessage[];
}

export interface ChatMessage {
  /** A screen replaces the screen before it; a note leaves it as it is. */
  readonly role: 'screen' | 'note';
  /** The petition that it belongs to, where the bot has several. */
  readonly petition?: string;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** The body, escaped by the server's renderer. */
  readonly html: string;
  readonly buttons: readonly ChatButton[];
  readonly share?: { readonly text: string; readonly label: string };
  readonly progress?: { readonly total: number; readonly goal: number };
  /** True on the screen after signing. */
  readonly signed?: true;
  /** True if the person has ended the conversation: nothing of it stays on the page. */
  readonly ended?: true;
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

/** A request from the chat. A retry has the same id. */
export interface ChatEvent {
  readonly id: string;
  readonly action: ChatAction;
  readonly page: ChatPage & { readonly opening?: string };
}

/** What the page around the chat shows. */
export interface ChatPage {
  readonly petition: string;
  readonly locale: string;
  /** Whether people could sign when the page was made. */
  readonly open: boolean;
}

export type ChatAction =
  | { readonly kind: 'command'; readonly command: string; readonly source?: string }
  | { readonly kind: 'press'; readonly code: string }
  | { readonly kind: 'form'; readonly code: string; readonly text: string };

/** The chat's words and settings. The page contains them. */
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
  /** For no answer, or an answer that leaves the result open. */
  readonly unconfirmed: string;
  readonly tooMany: string;
  readonly outdated: string;
  readonly elsewhere: string;
  readonly goal: string;
  readonly page: ChatPage;
  /** True if the page itself is a preview. Beside a campaign's platforms, signing here is only a trial. */
  readonly preview: boolean;
  /** The petition of this page, where the bot has several. */
  readonly petition: string | null;
  /** The page's address in shared links, from the root. */
  readonly sharedAddress: string;
}
