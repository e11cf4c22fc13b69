import {
  type InteractionEditReplyOptions,
  type InteractionReplyOptions,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js';
import { refusedWith } from './failure.js';
import type { Tap } from './parse.js';
import type { Rendered } from './render.js';
import { firstCallback, laterRequest } from './retry.js';

/** A message for the person who tapped: a screen takes the place of the one before, a note stands beside it. */
export interface Showing {
  readonly role: 'screen' | 'note';
  readonly parts: readonly Rendered[];
}

/** The answer to one tap: given once, for the person's eyes alone. */
export interface Answer {
  /** Shows the messages; rejects with what discord.js throws. */
  show(showings: readonly Showing[]): Promise<void>;
  /** There is nothing (more) to show. */
  close(): void;
}

const NO_MENTIONS = { allowedMentions: { parse: [] } } as const;

/** A message that stands for itself. */
function privately(components: Rendered): InteractionReplyOptions {
  return { components, flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral, ...NO_MENTIONS };
}

/** A message that takes another's place. */
function inPlace(components: Rendered): InteractionEditReplyOptions {
  return { components, flags: MessageFlags.IsComponentsV2, ...NO_MENTIONS };
}

/**
 * Opens the answer to a tap. Discord waits 3 s for the first callback: it carries the answer itself when that is
 * ready in time, and asks for patience otherwise.
 * @param acknowledgeAfter how long the answer may take before patience is asked for, in milliseconds
 * @param report told when patience could not be asked for
 */
export function openAnswer(tap: Tap, acknowledgeAfter: number, report: (error: unknown) => void): Answer {
  const ownScreen = screenUnder(tap);
  let patience: Promise<void> | null = null;
  const timer = setTimeout(() => {
    const asked = firstCallback<unknown>(() =>
      ownScreen ? ownScreen.deferUpdate() : tap.deferReply({ flags: MessageFlags.Ephemeral }),
    );
    patience = asked.then(() => undefined, report);
  }, acknowledgeAfter);

  /** Fills what patience was asked for; where the person has closed that message, it comes as a new one. */
  async function fill(components: Rendered): Promise<void> {
    try {
      await laterRequest(() => tap.webhook.editMessage('@original', inPlace(components)));
    } catch (error) {
      if (!refusedWith(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
      await add(components);
    }
  }

  /** A further message; should Discord's word that it came be lost, it comes twice rather than not at all. */
  async function add(components: Rendered): Promise<void> {
    await laterRequest(() => tap.webhook.send(privately(components)));
  }

  return {
    async show(showings) {
      clearTimeout(timer);
      await patience;
      const deferred = patience !== null;
      const screen = ownScreen && showings.find(({ role }) => role === 'screen');
      const ordered = screen ? [screen, ...showings.filter((showing) => showing !== screen)] : showings;
      const [start, ...rest] = ordered.flatMap(({ parts }) => parts);
      if (start === undefined) return;
      if (screen && !deferred) await firstCallback(() => ownScreen.update(inPlace(start)));
      else if (screen || (deferred && !ownScreen)) await fill(start);
      else if (deferred) await add(start);
      else await firstCallback(() => tap.reply(privately(start)));
      for (const part of rest) await add(part);
    },
    close() {
      clearTimeout(timer);
    },
  };
}

/** The tap as one on a screen that only this person sees, which can therefore be changed; null otherwise. */
function screenUnder(tap: Tap) {
  if (tap.isChatInputCommand() || !tap.message?.flags.has(MessageFlags.Ephemeral)) return null;
  if (tap.isModalSubmit()) return tap.isFromMessage() ? tap : null;
  return tap;
}
