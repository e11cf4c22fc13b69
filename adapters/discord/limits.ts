import type { Limits } from '../../src/channel/adapter.js';

/** Discord's limit for a button label. */
export const MAX_LABEL = 80;

/**
 * The limits for content. A long text becomes several messages. In a server that has not installed the bot,
 * an app may send at most five messages after one tap, and markup needs some of the text.
 */
export const LIMITS: Limits = { text: 12_000, label: MAX_LABEL };
