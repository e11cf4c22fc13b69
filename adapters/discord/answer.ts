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

export interface AnswerOptions {
  /** How long the answer may take before patience is asked for, in milliseconds. */
  readonly acknowledgeAfter: number;
  /** How long Discord takes answers to a tap, in milliseconds. */
  readonly answerWithin: number;
  /** Makes a request to Discord when its turn comes. */
  readonly request: <T>(send: () => Promise<T>) => Promise<T>;
  /** Whether the person has tapped again on the same message: that answer shows where they stand. */
  readonly superseded: () => boolean;
  /** Told when patience could not be asked for. */
  readonly report: (error: unknown) => void;
}

/**
 * Opens the answer to a tap. Discord waits 3 s for the first callback: it carries the answer itself when that is
 * ready in time, and asks for patience otherwise. A late answer that nobody can get or needs any more is dropped, so
 * that it takes no time from others after the database was away.
 */
export function openAnswer(tap: Tap, options: AnswerOptions): Answer {
  const { acknowledgeAfter, answerWithin, request, superseded, report } = options;
  const opened = performance.now();
  const ownScreen = screenUnder(tap);
  let patience: Promise<void> | null = null;
  const timer = setTimeout(() => {
    const asked = firstCallback<unknown>(() =>
      request<unknown>(() =>
        ownScreen ? ownScreen.deferUpdate() : tap.deferReply({ flags: MessageFlags.Ephemeral }),
      ),
    );
    patience = asked.then(() => undefined, report);
  }, acknowledgeAfter);

  /** A command's deferred answer is a message that says "thinking": only an answer takes that away. */
  function isPointless(): boolean {
    return performance.now() - opened > answerWithin || (ownScreen !== null && superseded());
  }

  /** Fills what patience was asked for; where the person has closed that message, it comes as a new one. */
  async function fill(components: Rendered): Promise<void> {
    try {
      await laterRequest(() => request(() => tap.webhook.editMessage('@original', inPlace(components))));
    } catch (error) {
      if (!refusedWith(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
      await add(components);
    }
  }

  /** A further message; should Discord's word that it came be lost, it comes twice rather than not at all. */
  async function add(components: Rendered): Promise<void> {
    await laterRequest(() => request(() => tap.webhook.send(privately(components))));
  }

  return {
    async show(showings) {
      clearTimeout(timer);
      await patience;
      const deferred = patience !== null;
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

/** The tap as one on a screen that only this person sees, which can therefore be changed; null otherwise. */
function screenUnder(tap: Tap) {
  if (tap.isChatInputCommand() || !tap.message?.flags.has(MessageFlags.Ephemeral)) return null;
  if (tap.isModalSubmit()) return tap.isFromMessage() ? tap : null;
  return tap;
}
