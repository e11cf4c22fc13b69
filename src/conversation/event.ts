import type { AccountAge } from '../petition/change.js';
import type { Locale } from '../petition/formats.js';

/** The supporters' commands. `sign` begins the conversation or resumes it. */
export const COMMANDS = [
  'sign',
  'total',
  'share',
  'language',
  'privacy',
  'mydata',
  'withdraw',
  'stop',
  'cancel',
  'help',
] as const;
export type Command = (typeof COMMANDS)[number];

/** What a person did. */
export type Action =
  /** `source` is named by the content or signed by the bot. The conductor drops any other. */
  | {
      readonly kind: 'command';
      readonly command: Command;
      readonly argument?: string;
      readonly source?: string;
    }
  /** A press on a button, with the button's code as it arrived. */
  | { readonly kind: 'press'; readonly code: string }
  /** A form that a button opened and the person sent: the button's code and the written text. */
  | { readonly kind: 'form'; readonly code: string; readonly text: string }
  /** A text message that answers no form. */
  | { readonly kind: 'text'; readonly text: string };

/** The first screen's buttons that begin to read, by their actions: the story page by page, or all texts on one screen. */
export const OPENINGS = ['forward', 'whole'] as const;
export type Opening = (typeof OPENINGS)[number];

/**
 * The page around a chat. It shows the headline, the summary, who runs this and the total of one petition in one
 * language. It clears the chat when the person ends the conversation.
 */
export interface Surroundings {
  /** The petition's name. */
  readonly petition: string;
  readonly locale: Locale;
  /** Whether people could sign when the page was made. */
  readonly open: boolean;
  /** With `sign`: the opening that the person has chosen on the page, in place of the first screen. */
  readonly opening?: Opening;
}

/** One thing that a person did on a platform. */
export interface Event {
  /**
   * The platform's own id of the event: the same on every redelivery, and unique among this person's events.
   */
  readonly id: string;
  readonly action: Action;
  /** The name that the platform shows for the person. We offer it for signing and do not keep it before. */
  readonly displayName?: string;
  /** The person's languages as the platform gives them, best first. */
  readonly languages?: readonly string[];
  readonly accountAge?: AccountAge;
  /** Present if the platform lets us write to this person later. We offer announcements only then. */
  readonly canBeMessaged?: true;
  /** Present if the chat is part of a page. */
  readonly page?: Surroundings;
}
