import type { Limits } from '../../src/channel/adapter.js';

/**
 * The limits for content. Telegram allows 4,096 UTF-16 code units of text. What we add to a message (a shared
 * link, a bar, a direction mark on each line of Arabic) fits in the difference. Telegram cuts no labels, but
 * a phone's screen does.
 */
export const LIMITS: Limits = { text: 3_900, label: 64 };

/** Telegram's limit: https://core.telegram.org/bots/api#sendmessage */
export const MAX_TEXT = 4_096;

/** https://core.telegram.org/bots/api#inlinekeyboardbutton */
export const MAX_BUTTON_DATA_BYTES = 64;

/** At most so many calls in any span of so many milliseconds. */
export interface Rate {
  readonly calls: number;
  readonly ms: number;
}

/** The rates in total, in one private chat, and in one group. */
export interface Rates {
  readonly all: Rate;
  readonly chat: Rate;
  readonly group: Rate;
}

/**
 * Telegram's own limits are about 30 calls a second in total, one a second in a chat, and 20 a minute in a
 * group (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). Ours stay below
 * (25 a second) and spread calls evenly, because calls that leave one after another can arrive together. A
 * person can tap three times in a row before the limit of one a second applies.
 */
export const RATES: Rates = {
  all: { calls: 2, ms: 80 },
  chat: { calls: 3, ms: 3_000 },
  group: { calls: 18, ms: 60_000 },
};

/** The updates that we ask for. Any other update is ignored. */
export const HANDLED_UPDATES = ['message', 'callback_query'] as const;
