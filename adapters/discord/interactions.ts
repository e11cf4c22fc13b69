import { type Interaction, PermissionFlagsBits } from 'discord.js';
import PQueue from 'p-queue';
import type { AdapterContext } from '../../src/channel/adapter.js';
import { InFlight } from '../../src/channel/kit/in-flight.js';
import { noteSaying } from '../../src/channel/kit/notes.js';
import { formOf } from '../../src/conversation/form.js';
import type { Message } from '../../src/conversation/message.js';
import { causeOf } from '../../src/log.js';
import { paragraph } from '../../src/petition/rich-text.js';
import { type Answer, openAnswer } from './answer.js';
import { storyMessage } from './card.js';
import type { Cards } from './cards.js';
import { NewestTaps } from './newest-taps.js';
import { type Request, readTap, type Tap } from './parse.js';
import { modal, type RenderStyle, render } from './render.js';
import { CONNECTIONS } from './rest.js';
import { firstCallback } from './retry.js';
import type { ServerCounts } from './server-counts.js';
import { momentOf } from './snowflake.js';

/** How many messages' newest tap we remember: more than people tap in minutes, while the database may hang. */
const REMEMBERED_MESSAGES = 20_000;

export interface InteractionsOptions {
  readonly context: AdapterContext;
  readonly cards: Cards;
  readonly serverCounts: ServerCounts;
  /** How long an answer may take before it is deferred, in milliseconds. */
  readonly acknowledgeAfter: number;
  /** How long Discord accepts answers to a tap, in milliseconds. */
  readonly answerWithin: number;
  readonly style: () => RenderStyle;
}

export interface Interactions {
  /** Handles an interaction from the gateway; never throws. */
  take(interaction: Interaction): void;
  /** Resolves when all interactions are handled. */
  drained(): Promise<void>;
}

/** Passes taps to the conversation, and answers them. */
export function createInteractions(options: InteractionsOptions): Interactions {
  const { petition, conductor, sources, log } = options.context;
  const inFlight = new InFlight();
  const requests = new PQueue({ concurrency: CONNECTIONS });
  const newestTaps = new NewestTaps(REMEMBERED_MESSAGES);

  const failed = (what: string) => (error: unknown) => log.warn(causeOf(error), what);

  function show(answer: Answer, messages: readonly Message[]): Promise<void> {
    const style = options.style();
    return answer.show(messages.map((message) => ({ role: message.role, parts: render(message, style) })));
  }

  async function handle(tap: Tap): Promise<void> {
    const form = tap.isButton() ? formOf(petition, tap.customId) : null;
    if (tap.isButton() && form !== null) {
      // At once, without asking the store: Discord refuses a form after a deferred answer.
      await firstCallback(() => tap.showModal(modal(form, tap.customId)));
      return;
    }
    const request = readTap(tap, (guildId) => sources.mint('discord', guildId));
    const answer = openAnswer(tap, {
      acknowledgeAfter: options.acknowledgeAfter,
      answerWithin: options.answerWithin,
      // Discord's ids begin with their time: the newest tap's request goes first in the queue.
      request: (send) => requests.add(send, { priority: momentOf(tap.id) }),
      superseded: newestTaps.record(tap),
      report: failed('an answer could not be deferred'),
    });
    try {
      await meet(tap, request, answer);
    } finally {
      answer.close();
    }
  }

  async function meet(tap: Tap, request: Request, answer: Answer): Promise<void> {
    const here = petition.texts(petition.negotiate([tap.locale]));
    switch (request.kind) {
      case 'event':
        await conductor.handle(request.person, request.event, async (messages) =>
          show(answer, await withServerCount(tap, request, messages)),
        );
        return;
      case 'story':
        return show(answer, [storyMessage(here, await options.context.status.orLastKnown(), request.page)]);
      case 'card': {
        // The card is a public answer, so no private answer may be deferred before it.
        answer.close();
        if (!tap.memberPermissions?.has(PermissionFlagsBits.SendMessages)) {
          return show(answer, [noteSaying(here, here.words.say('card-refused'))]);
        }
        const chosen = petition.locales.find((locale) => locale === request.locale);
        const texts = chosen === undefined ? here : petition.texts(chosen);
        if (!(await options.cards.post(tap, texts)))
          await show(answer, [noteSaying(here, here.words.say('card-failed'))]);
      }
    }
  }

  /** Adds to the total, in a server, how many signatures came through this server. */
  async function withServerCount(
    tap: Tap,
    { event: { action } }: Request & { kind: 'event' },
    messages: readonly Message[],
  ): Promise<readonly Message[]> {
    const total = messages.at(-1);
    if (action.kind !== 'command' || action.command !== 'total' || !tap.guildId || !total) return messages;
    const count = await options.serverCounts.of(tap.guildId);
    if (count === null) return messages;
    const line = paragraph(petition.texts(total.locale).words.say('server-total', { count }));
    return [...messages.slice(0, -1), { ...total, body: [...total.body, line] }];
  }

  return {
    take(interaction) {
      if (!interaction.isChatInputCommand() && !interaction.isButton() && !interaction.isModalSubmit())
        return;
      void inFlight.track(handle(interaction).catch(failed('a tap could not be answered')));
    },
    drained: () => inFlight.idle(),
  };
}
