import { type Interaction, PermissionFlagsBits } from 'discord.js';
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
import { type Request, readTap, type Tap } from './parse.js';
import { modal, type RenderStyle, render } from './render.js';
import { firstCallback } from './retry.js';
import type { ServerCounts } from './server-counts.js';

export interface InteractionsOptions {
  readonly context: AdapterContext;
  readonly cards: Cards;
  readonly serverCounts: ServerCounts;
  /** How long an answer may take before Discord is asked for patience, in milliseconds. */
  readonly acknowledgeAfter: number;
  readonly style: () => RenderStyle;
}

export interface Interactions {
  /** Takes what the gateway tells of; never throws. */
  take(interaction: Interaction): void;
  /** Resolves when all that was taken has been dealt with. */
  drained(): Promise<void>;
}

/** Hands taps to the conversation, and answers them. */
export function createInteractions(options: InteractionsOptions): Interactions {
  const { petition, conductor, sources, log } = options.context;
  const inFlight = new InFlight();

  const failed = (what: string) => (error: unknown) => log.warn(causeOf(error), what);

  function show(answer: Answer, messages: readonly Message[]): Promise<void> {
    const style = options.style();
    return answer.show(messages.map((message) => ({ role: message.role, parts: render(message, style) })));
  }

  async function handle(tap: Tap): Promise<void> {
    const form = tap.isButton() ? formOf(petition, tap.customId) : null;
    if (tap.isButton() && form !== null) {
      // At once, without the store: Discord opens no form once it has been asked for patience.
      await firstCallback(() => tap.showModal(modal(form, tap.customId)));
      return;
    }
    const request = readTap(tap, (guildId) => sources.mint('discord', guildId));
    const answer = openAnswer(tap, options.acknowledgeAfter, failed('an answer could not be deferred'));
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
        return show(answer, [storyMessage(here, request.page)]);
      case 'card': {
        // The card is the answer, and for all to see: nobody is asked for patience in private before it.
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

  /** Beside the total, in a server: how many signatures have come through it. */
  async function withServerCount(
    tap: Tap,
    { event: { action } }: Request & { kind: 'event' },
    messages: readonly Message[],
  ): Promise<readonly Message[]> {
    const [first, ...rest] = messages;
    if (action.kind !== 'command' || action.command !== 'total' || !tap.guildId || !first) return messages;
    const count = await options.serverCounts.of(tap.guildId);
    if (count === null) return messages;
    const line = paragraph(petition.texts(first.locale).words.say('server-total', { count }));
    return [{ ...first, body: [...first.body, line] }, ...rest];
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
