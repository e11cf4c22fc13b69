import { staffCatalogue } from './staff-catalogue.js';

/**
 * Every message of the interface with the variables that it must use, by who says it.
 * A locale's `.ftl` file holds exactly these: one missing or one too many is refused at start.
 *
 * Ids that begin with `button-` are labels of buttons: at most 30 graphemes in every language, because
 * platforms cut longer ones. Where a variable is a command, a name or a receipt, the sentence is built
 * around it, so it may stand anywhere in the sentence, once.
 */
export const catalogue = {
  'language-name': [],
  /** `ltr` or `rtl`. */
  direction: [],

  // The conversation: the lines in a platform's menu of commands.
  'command-sign': [],
  'command-total': [],
  'command-share': [],
  'command-language': [],
  'command-privacy': [],
  'command-mydata': [],
  'command-withdraw': [],
  'command-stop': [],
  'command-cancel': [],
  'command-help': [],

  // The conversation: buttons.
  'button-begin': [],
  'button-continue': [],
  'button-back': [],
  'button-story': [],
  'button-next': [],
  'button-demands': [],
  'button-letter': [],
  'button-consent': [],
  'button-agree': [],
  'button-decline': [],
  'button-anonymous': [],
  /** `name`: the name that is signed with, shortened where it is long. The one label that may pass 30 graphemes. */
  'button-sign-as': ['name'],
  'button-name': [],
  'button-change-name': [],
  'button-share': [],
  'button-write-for-rights': [],
  'button-mydata': [],
  'button-read-again': [],
  'button-start': [],
  'button-restart': [],
  'button-withdraw': [],
  'button-withdraw-yes': [],
  'button-withdraw-no': [],
  'button-receipt': [],

  // The conversation: the steps of the walk.
  'preview-notice': [],
  /** `total`: a number, for the plural too. */
  'total-line': ['total'],
  'goal-line': ['goal'],
  'goal-passed': ['goal'],
  'paused-notice': [],
  'welcome-next': [],
  'welcome-read': [],
  /** Stands in the letter's text where its `{signature}` is. */
  'letter-signature': [],
  'story-page': ['page', 'pages'],
  'name-heading': [],
  /** Ends with a colon: the address at the head of the letter follows. */
  'name-recipient': [],
  'name-choice': [],
  'name-offered': ['name'],
  'name-typed': ['name'],
  'name-visible': [],
  'thanks-word': [],
  'thanks-total': ['total'],
  'thanks-receipt': ['receipt'],
  'thanks-withdraw': ['command'],

  // The privacy notice, in a preview that names nobody: what stands for `{organiser}` and its addresses.
  'organiser-unset': [],
  'contact-unset': [],
  'privacy-url-unset': [],

  // The conversation: why a screen is shown (again), or not the one that was expected.
  'why-resumed': [],
  'why-stale': [],
  'why-buttons': ['command'],
  'why-changed': [],
  'why-language-gone': ['language'],
  'why-not-open': [],
  'why-paused': [],
  'why-closed': [],
  'why-already-signed': ['day'],
  'why-display-name': [],
  'why-kept': [],

  // The conversation: what is said when a name can't be taken.
  'name-empty': [],
  'name-no-letter': [],
  'name-too-long': ['most'],
  'name-control': [],
  'name-invisible': [],
  'name-unreadable': [],
  'name-marks': [],
  'name-address': [],

  // The conversation: forms, and the questions that stand for them where a platform has none.
  'name-form-title': [],
  'name-form-label': [],
  'name-form-hint': [],
  'name-form-submit': [],
  'name-question': [],
  'receipt-form-title': [],
  'receipt-form-label': [],
  'receipt-form-hint': [],
  'receipt-form-submit': [],
  'receipt-question': [],
  'receipt-unknown': [],

  // The conversation: answers to the commands.
  'share-intro': [],
  'share-label': [],
  'language-ask': ['language'],
  'withdraw-ask': [],
  'withdraw-handed-over': [],
  'withdraw-delivered': ['day'],
  'withdraw-nothing': [],
  'withdraw-other-account': [],
  'withdrawn-heading': [],
  withdrawn: [],
  'withdrawn-receipt': [],
  'withdrawn-again': [],
  'cancelled-heading': [],
  'cancelled-unsigned': [],
  'cancelled-signed': ['command'],
  'stop-updates': [],
  'stop-instead': ['withdraw', 'cancel'],
  'help-heading': [],
  'help-intro': [],
  'help-organiser': ['organiser', 'contact'],
  'help-privacy': ['url'],
  'mydata-heading': [],
  'mydata-signed': ['day', 'language'],
  'mydata-counted': [],
  'mydata-set-aside': [],
  'mydata-unsigned': [],
  'mydata-unreadable': ['command'],
  'mydata-held': [],
  'mydata-name': [],
  'mydata-erased': ['day'],
  'mydata-withdraw': ['command'],
  'mydata-receipt': ['receipt'],
  /** Ends with a colon: the words of the consent follow. */
  'mydata-consent': [],
  'mydata-texts': [],
  /** One line of a list: a text's name, the language in which it was shown, the beginning of its fingerprint. */
  'mydata-text': ['text', 'language', 'version'],
  'mydata-conversation': ['command'],
  'mydata-platform': [],
  'text-demands': [],
  'text-letter': [],
  'text-privacy': [],
  'text-consent': [],

  // The conversation: when something went wrong on our side.
  unconfirmed: [],
  'unconfirmed-once': [],
  apology: ['command'],
  /** The database lost what a person was told: a signature may be missing, or one that was erased be back. */
  lost: [],
  'lost-check': ['mydata', 'sign', 'withdraw'],

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
  'chat-too-many': [],
  'chat-outdated': [],
  /** `address`: where the chat can be used. */
  'chat-elsewhere': ['address'],

  // Cards and servers: what is said where many read along, and what a platform's own menu needs.
  /** The menu's entry that the other commands stand under. */
  'command-petition': [],
  'option-receipt': [],
  'option-card-language': [],
  /** Stands above a card's button: what it opens is private. */
  'card-only-you': [],
  /** A card can't be posted because its poster may not write there. */
  'card-refused': [],
  /** A card can't be posted because the total can't be read. */
  'card-failed': [],
  /** `count`: a multiple of ten. */
  'server-total': ['count'],

  // Telegram: the bot's own page, its cards in groups, and clearing the chat.
  /** Below the headline on the page of a bot that somebody has not begun to talk to. */
  'bot-description': [],
  'card-private': [],
  'button-clear-chat': [],
  'chat-cleared': [],
  'chat-not-cleared': [],

  // The letter as it is handed over, on paper.
  /** `count`: all who signed. Stands in the letter's text where its `{signature}` is. */
  'export-signed': ['count'],
  'export-names': [],
  /** `count`: never 0. */
  'export-anonymous': ['count'],
  'export-as-of': ['day'],

  // Updates, for those who asked for them after signing.
  'button-updates': [],
  'button-updates-no': [],
  'button-updates-yes': [],
  'button-updates-open': [],
  'button-updates-stop': [],
  'updates-changed': [],
  'updates-on': ['command'],
  'updates-already': ['command'],
  'updates-off': [],
  /** The last line of every update. */
  'updates-reason': ['command'],
  'withdrawn-updates': [],
  'mydata-updates-on': ['command'],
  /** Its words stand below. */
  'mydata-updates-agreed': ['day', 'language', 'version'],
  'mydata-updates-off': [],

  // Slack: cards, the Home tab, and what is said where staff commands don't belong.
  /** The label of a button: at most 30 graphemes. */
  'button-post-card': [],
  'home-private': [],
  'home-no-total': [],
  /** The same in every channel, so that it tells nobody which are the staff's. */
  'staff-not-here': [],
  'staff-unconfirmed': [],
  'staff-unread': [],

  // Staff, in their rooms and on the command line.
  ...staffCatalogue,
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type WordId = keyof typeof catalogue;

type Variables<Id extends WordId> = (typeof catalogue)[Id][number];

/** What `say` takes after the id: nothing, or a value for each variable. */
export type WordArguments<Id extends WordId> = [Variables<Id>] extends [never]
  ? []
  : [Readonly<Record<Variables<Id>, string | number>>];
