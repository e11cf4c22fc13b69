/**
 * Every message of the interface with the variables that it must use, by who says it.
 * A locale's `.ftl` file holds exactly these: one missing or one too many is refused at start.
 */
export const catalogue = {
  'language-name': [],
  /** `ltr` or `rtl`. */
  direction: [],

  // The campaign page.
  'page-skip': [],
  'page-languages': [],
  /** Stands on its own below a number, whatever the number is. */
  'page-total-label': [],
  'page-goal-label': [],
  'page-total-unknown': [],
  'page-offset': ['count', 'source', 'day'],
  'page-preview': [],
  'page-noscript': [],
  'page-join-heading': [],
  'page-join-chat': [],
  'page-join-none': [],
  'page-story-heading': [],
  'page-demands-heading': [],
  'page-letter-heading': [],
  'page-letter-signature': [],
  'page-privacy-heading': [],
  'page-source-heading': [],
  'page-source': ['organisation'],
  'page-organiser-heading': [],
  'page-organiser': ['organiser'],
  'page-contact': [],
  'page-error-heading': [],
  'page-error-not-found': [],
  'page-error-refused': [],
  'page-error-too-many': [],
  'page-error-unavailable': [],
  'page-error-home': [],

  // The campaign page's preview chat.
  'chat-heading': [],
  'chat-intro': [],
  'chat-begin': [],
  'chat-continue': [],
  'chat-log': [],
  'chat-you': [],
  'chat-working': [],
  'chat-menu': [],
  'chat-form-close': [],
  'chat-form-empty': [],
  'chat-copy': [],
  'chat-copy-text': [],
  'chat-copied': [],
  'chat-copy-failed': [],
  'chat-shared': [],
  'chat-retry': [],
  'chat-offline': [],
  'chat-unanswered': [],
  'chat-too-many': [],
  'chat-outdated': [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type WordId = keyof typeof catalogue;

type Variables<Id extends WordId> = (typeof catalogue)[Id][number];

/** What `say` takes after the id: nothing, or a value for each variable. */
export type WordArguments<Id extends WordId> = [Variables<Id>] extends [never]
  ? []
  : [Readonly<Record<Variables<Id>, string | number>>];
