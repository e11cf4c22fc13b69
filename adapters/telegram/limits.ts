import type { Limits } from '../../src/channel/adapter.js';

/**
 * What content may hold here. Telegram takes 4,096 UTF-16 code units of text; what we add to a message (a link to pass
 * on, a bar, a direction mark at each line of Arabic) fits into the difference. Telegram cuts no label by itself, but a
 * phone shows only so much.
 */
export const LIMITS: Limits = { text: 3_900, label: 64, buttonsPerMessage: 40 };

/** Telegram's own: https://core.telegram.org/bots/api#sendmessage */
export const LONGEST_TEXT = 4_096;

/** https://core.telegram.org/bots/api#inlinekeyboardbutton */
export const LONGEST_BUTTON_DATA_BYTES = 64;

/**
 * Calls a second over all, messages to one private chat, and messages to one group in a minute. Telegram's own are
 * about 30, 1 and 20 (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this); a little below
 * them, because calls that leave one after the other can arrive together. A person may tap three times in a row before
 * the one a second is felt.
 */
export const CALLS_PER_SECOND = 28;
export const CHAT_PACE = { calls: 3, ms: 3_000 } as const;
export const GROUP_PACE = { calls: 18, ms: 60_000 } as const;

/** The updates that are handled. All others are not asked for; should one come all the same, it is let go. */
export const HANDLED_UPDATES = ['message', 'callback_query'] as const;
