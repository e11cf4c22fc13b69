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

/** A message for the person who tapped: a screen replaces the screen before it, a note comes beside it. */
export interface Showing {
  readonly role: 'screen' | 'note';
  readonly parts: readonly Rendered[];
}

/** The answer to one tap. It is given once, and only this person sees it. */
export interface Answer {
  /** Shows the messages; rejects with errors of discord.js. */
  show(showings: readonly Showing[]): Promise<void>;
  /** Ends the answer: there is nothing (more) to show. */
  close(): void;
}

const NO_MENTIONS = { allowedMentions: { parse: [] } } as const;

/** A new message that only this person sees. */
function privately(components: Rendered): InteractionReplyOptions {
  return { components, flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral, ...NO_MENTIONS };
}

/** A message that replaces another. */
function inPlace(components: Rendered): InteractionEditReplyOptions {
  return { components, flags: MessageFlags.IsComponentsV2, ...NO_MENTIONS };
}

export interface AnswerOptions {
  /** How long the answer may take before it is deferred, in milliseconds. */
  readonly acknowledgeAfter: number;
  /** How long Discord accepts answers to a tap, in milliseconds. */
  readonly answerWithin: number;
  /** Makes a request to Discord, in its turn. */
  readonly request: <T>(send: () => Promise<T>) => Promise<T>;
  /** Whether the person has tapped again on the same message. The newer answer shows the current step. */
  readonly superseded: () => boolean;
  /** Called if deferring failed. */
  readonly report: (error: unknown) => void;
}

/**
 * Opens the answer to a tap. Discord waits 3 s for the first callback. If the answer is ready in time, the callback
 * carries it; otherwise it defers the answer. An answer that is too late to arrive, or no longer needed, is dropped:
 * after an outage of the database, it would delay other answers.
 */
export function openAnswer(tap: Tap, options: AnswerOptions): Answer {
  const { acknowledgeAfter, answerWithin, request, superseded, report } = options;
  const opened = performance.now();
  const ownScreen = screenUnder(tap);
  let deferral: Promise<void> | null = null;
  const timer = setTimeout(() => {
    const asked = firstCallback<unknown>(() =>
      request<unknown>(() =>
        ownScreen ? ownScreen.deferUpdate() : tap.deferReply({ flags: MessageFlags.Ephemeral }),
      ),
    );
    deferral = asked.then(() => undefined, report);
  }, acknowledgeAfter);

  /** Too late, or replaced by a newer tap. A newer tap never replaces a command's answer: its message says "thinking" until then. */
  function isPointless(): boolean {
    return performance.now() - opened > answerWithin || (ownScreen !== null && superseded());
  }

  /** Fills the deferred message. If the person has closed it, the answer comes as a new message. */
  async function fill(components: Rendered): Promise<void> {
    try {
      await laterRequest(() => request(() => tap.webhook.editMessage('@original', inPlace(components))));
    } catch (error) {
      if (!refusedWith(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
      await add(components);
    }
  }

  /** Adds a message. If Discord's confirmation is lost, it comes twice: better than not at all. */
  async function add(components: Rendered): Promise<void> {
    await laterRequest(() => request(() => tap.webhook.send(privately(components))));
  }

  return {
    async show(showings) {
      clearTimeout(timer);
      await deferral;
      const deferred = deferral !== null;
      const screen = ownScreen && showings.find(({ role }) => role === 'screen');
      const ordered = screen ? [screen, ...showings.filter((showing) => showing !== screen)] : showings;
      const [start, ...rest] = ordered.flatMap(({ parts }) => parts);
      if (start === undefined || (deferred && isPointless())) return;
      if (screen && !deferred) await firstCallback(() => request(() => ownScreen.update(inPlace(start))));
      else if (screen || (deferred && !ownScreen)) await fill(start);
      else if (deferred) await add(start);
      else await firstCallback(() => request(() => tap.reply(privately(start))));
      for (const part of rest) await add(part);
    },
    close() {
      clearTimeout(timer);
    },
  };
}

/** The tap, if it was on a screen that only this person sees, so that we can replace it; else null. */
function screenUnder(tap: Tap) {
  if (tap.isChatInputCommand() || !tap.message?.flags.has(MessageFlags.Ephemeral)) return null;
  if (tap.isModalSubmit()) return tap.isFromMessage() ? tap : null;
  return tap;
}
