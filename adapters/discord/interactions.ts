import type { Interaction } from 'discord.js';
import PQueue from 'p-queue';
import type { AdapterContext } from '../../src/channel/adapter.js';
import { InFlight } from '../../src/channel/kit/in-flight.js';
import type { Command } from '../../src/conversation/event.js';
import { formOf } from '../../src/conversation/form.js';
import type { Message } from '../../src/conversation/message.js';
import { causeOf } from '../../src/log.js';
import type { LocaleTexts } from '../../src/petition/petition.js';
import { command, phrase } from '../../src/petition/phrase.js';
import { type Block, paragraph } from '../../src/petition/rich-text.js';
import { type Answer, openAnswer } from './answer.js';
import { storyMessage } from './card.js';
import type { ChannelRequest } from './channel-requests.js';
import { CARD_COMMAND } from './commands.js';
import { NewestTaps } from './newest-taps.js';
import { languagesOf, type Request, readTap, type Tap } from './parse.js';
import { modal, type RenderStyle, render } from './render.js';
import { CONNECTIONS } from './rest.js';
import { firstCallback } from './retry.js';
import type { ServerCounts } from './server-counts.js';
import { momentOf } from './snowflake.js';

/** How many messages' newest tap we remember: more than people tap in minutes, while the database may hang. */
const REMEMBERED_MESSAGES = 20_000;

export interface InteractionsOptions {
  readonly context: AdapterContext;
  /** Handles requests for what everybody in a channel sees. */
  readonly handleInChannel: (asked: ChannelRequest) => Promise<void>;
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
    const here = petition.texts(petition.negotiate(languagesOf(tap)));
    switch (request.kind) {
      case 'event':
        await conductor.handle(request.person, request.event, async (messages) =>
          show(answer, await withServersPart(tap, request, messages)),
        );
        return;
      case 'story':
        return show(answer, [storyMessage(here, await options.context.status.orLastKnown(), request.page)]);
      case 'card':
      case 'milestones': {
        const chosen = petition.locales.find((locale) => locale === request.locale);
        const there = chosen === undefined ? here : petition.texts(chosen);
        return options.handleInChannel({ tap, request, answer, here, there });
      }
    }
  }

  /**
   * In a server, adds to the total how many signatures came through this server, and to the text to pass on how to post
   * a card.
   */
  async function withServersPart(
    { guildId }: Tap,
    { event: { action } }: Request & { kind: 'event' },
    messages: readonly Message[],
  ): Promise<readonly Message[]> {
    const last = messages.at(-1);
    if (action.kind !== 'command' || guildId === null || last === undefined) return messages;
    const added = await serversPart(guildId, action.command, petition.texts(last.locale));
    return [...messages.slice(0, -1), { ...last, body: [...last.body, ...added] }];
  }

  async function serversPart(guildId: string, asked: Command, { words }: LocaleTexts): Promise<Block[]> {
    if (asked === 'share') {
      const card = command(CARD_COMMAND);
      return [
        { kind: 'paragraph', children: phrase((put) => words.say('share-card', { command: put(card) })) },
      ];
    }
    const count = asked === 'total' ? await options.serverCounts.shown(guildId) : null;
    return count === null ? [] : [paragraph(words.say('server-total', { count }))];
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
