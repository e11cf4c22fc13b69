import type { Limits } from '../../src/channel/adapter.js';

/**
 * What content may hold here. Telegram takes 4,096 UTF-16 code units of text; what we add to a message (a link to pass
 * on, a bar, a direction mark at each line of Arabic) fits into the difference. Telegram cuts no label by itself, but a
 * phone shows only so much.
 */
export const LIMITS: Limits = { text: 3_900, label: 64 };

/** Telegram's own: https://core.telegram.org/bots/api#sendmessage */
export const LONGEST_TEXT = 4_096;

/** https://core.telegram.org/bots/api#inlinekeyboardbutton */
export const LONGEST_BUTTON_DATA_BYTES = 64;

/** So many calls in any span of so many milliseconds. */
export interface Rate {
  readonly calls: number;
  readonly ms: number;
}

/** How fast the bot may speak: over all, in one private chat, in one group. */
export interface Rates {
  readonly all: Rate;
  readonly chat: Rate;
  readonly group: Rate;
}

/**
 * Telegram's own limits are about 30 calls a second, one a second to a chat, and 20 a minute to a group
 * (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). These stay below them (25 a
 * second), because calls that leave one after the other can arrive together, and are spread evenly for the same
 * reason. A person may tap three times in a row before the one a second is felt.
 */
export const RATES: Rates = {
  all: { calls: 2, ms: 80 },
  chat: { calls: 3, ms: 3_000 },
  group: { calls: 18, ms: 60_000 },
};

/** The updates that are handled. All others are not asked for; should one come all the same, it is let go. */
export const HANDLED_UPDATES = ['message', 'callback_query'] as const;
