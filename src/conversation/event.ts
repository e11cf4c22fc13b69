/** What a supporter can ask for by name; `sign` begins the conversation or takes it up. */
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
  /** `source` is one that the content names or the bot signed; the conductor drops any other. */
  | {
      readonly kind: 'command';
      readonly command: Command;
      readonly argument?: string;
      readonly source?: string;
    }
  /** A press on a button: the code that it carried, as it came. */
  | { readonly kind: 'press'; readonly code: string }
  /** A form that a button opened, sent: the button's code and what was written. */
  | { readonly kind: 'form'; readonly code: string; readonly text: string }
  /** A text message out of the blue. */
  | { readonly kind: 'text'; readonly text: string };

/** How old the person's account is, nothing finer; `unknown` where the platform does not tell. */
export const ACCOUNT_AGES = ['under-7-days', 'under-30-days', 'older', 'unknown'] as const;
export type AccountAge = (typeof ACCOUNT_AGES)[number];

/** One thing that a person did on a platform. */
export interface Event {
  /** The platform's own id of it: the same on every redelivery, and never of another event of this person. */
  readonly id: string;
  readonly action: Action;
  /** The name that the platform shows for the person, as it came; offered for signing, never kept before. */
  readonly displayName?: string;
  /** The person's languages as the platform tells them, best first. */
  readonly languages?: readonly string[];
  readonly accountAge?: AccountAge;
  /** Where the platform lets us write to this person later, of our own accord: updates are offered only there. */
  readonly updates?: true;
}
