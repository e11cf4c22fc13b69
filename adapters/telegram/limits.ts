import type { Limits } from '../../src/channel/adapter.js';
import type { PaceOptions } from './pacer.js';

/**
 * The limits for content. Telegram allows 4,096 UTF-16 code units of text. What we add to a message (a shared
 * link, a bar, a direction mark on each line of Arabic) fits in the difference. Telegram cuts no labels, but
 * a phone's screen does.
 */
export const LIMITS: Limits = { text: 3_900, label: 64 };

/** Telegram's limit: https://core.telegram.org/bots/api#sendmessage */
export const MAX_TEXT = 4_096;

/** Telegram's limit for the text below a picture: https://core.telegram.org/bots/api#sendphoto */
export const MAX_CAPTION = 1_024;

/** https://core.telegram.org/bots/api#inlinekeyboardbutton */
export const MAX_BUTTON_DATA_BYTES = 64;

/** The longest text that a button copies, in characters: https://core.telegram.org/bots/api#copytextbutton */
export const MAX_COPIED = 256;

/** At most `calls` calls in any span of `ms` milliseconds. */
export interface Rate {
  readonly calls: number;
  readonly ms: number;
}

/** How fast we send. */
export interface Rates {
  /** Messages over all chats: see `pacer.ts`. */
  readonly all: PaceOptions;
  /** The limits in one private chat, and in one group. All of a chat's limits are kept. */
  readonly chat: readonly Rate[];
  readonly group: readonly Rate[];
}

/**
 * Telegram names a limit over all chats only for mass messages, about 30 a second. We begin below it, and learn. In one
 * chat it allows about one message or edit a second with short bursts, and about 20 a minute
 * (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this,
 * https://github.com/tdlib/td/issues/2592). A person can tap three times in a row before the limit of one a second
 * applies.
 */
export const RATES: Rates = {
  all: { begin: 25, most: 500, inFlight: 200, backOff: 0.95 },
  chat: [
    { calls: 3, ms: 3_000 },
    { calls: 20, ms: 60_000 },
  ],
  group: [{ calls: 18, ms: 60_000 }],
};

/** Timers can end a little early, but a pause that Telegram asks for must not. */
export const TIMER_GRACE_MS = 50;

/** A longer pause is a matter for the operator. */
export const LONG_HOLD_MS = 60_000;

/** The updates that we ask for. Any other update is ignored. */
export function handledUpdates(inline: boolean): readonly ('message' | 'callback_query' | 'inline_query')[] {
  return ['message', 'callback_query', ...(inline ? (['inline_query'] as const) : [])];
}
