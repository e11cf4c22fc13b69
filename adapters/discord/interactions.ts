import type { AutocompleteInteraction, Interaction } from 'discord.js';
import PQueue from 'p-queue';
import { type AdapterContext, type BotAction, LIST_COMMAND, type Unsent } from '../../src/channel/adapter.js';
import { InFlight } from '../../src/channel/kit/in-flight.js';
import { noteSaying } from '../../src/channel/kit/notes.js';
import { shortened } from '../../src/channel/kit/split.js';
import { linkCode } from '../../src/channel/links.js';
import type { ServedPetition } from '../../src/channel/served-petitions.js';
import { formOf } from '../../src/conversation/form.js';
import type { Message } from '../../src/conversation/message.js';
import { causeOf } from '../../src/log.js';
import type { LocaleTexts } from '../../src/petition/petition.js';
import { command, phrase } from '../../src/petition/phrase.js';
import { type Block, heading, paragraph, text } from '../../src/petition/rich-text.js';
import type { Words } from '../../src/petition/words.js';
import { type Answer, openAnswer } from './answer.js';
import { storyMessage } from './card.js';
import type { ChannelRequest } from './channel-requests.js';
import { CARD_COMMAND } from './commands.js';
import { NewestTaps } from './newest-taps.js';
import { languagesOf, type Request, readTap, type Tap } from './parse.js';
import type { PetitionPart, PetitionParts } from './petition-parts.js';
import { modal, type RenderStyle, render } from './render.js';
import { CONNECTIONS } from './rest.js';
import { firstCallback } from './retry.js';
import { momentOf } from './snowflake.js';

/** Discord's limits: https://docs.discord.com/developers/interactions/receiving-and-responding */
const MAX_CHOICES = 25;
const MAX_CHOICE = 100;

/** How many messages' newest tap we remember: more than people tap in minutes, while the database may hang. */
const REMEMBERED_MESSAGES = 20_000;

export interface InteractionsOptions {
  readonly context: AdapterContext;
  /** Handles requests for what everybody in a channel sees. */
  readonly handleInChannel: (asked: ChannelRequest) => Promise<void>;
  readonly parts: PetitionParts;
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
  unsent(): Unsent;
}

/** Passes taps to the conversation, and answers them. */
export function createInteractions(options: InteractionsOptions): Interactions {
  const { parts } = options;
  const { petitions, conductor, log } = options.context;
  const inFlight = new InFlight();
  const requests = new PQueue({ concurrency: CONNECTIONS });
  const newestTaps = new NewestTaps(REMEMBERED_MESSAGES);

  const failed = (what: string) => (error: unknown) => log.warn(causeOf(error), what);

  function show(answer: Answer, messages: readonly Message[]): Promise<void> {
    const style = options.style();
    return answer.show(messages.map((message) => ({ role: message.role, parts: render(message, style) })));
  }

  /** Opens the petition of a card, or the list if the bot no longer has it. */
  function signOf(guildId: string | null, petition: string | null): BotAction {
    const part = parts.of(petition);
    if (part === null) return { kind: 'command', command: LIST_COMMAND };
    const { served } = part;
    const minted = guildId === null ? null : served.sources.mint('discord', guildId);
    const source = petitions.several ? linkCode(served.petition.id, minted) : minted;
    return { kind: 'command', command: 'sign', ...(source === null ? {} : { source }) };
  }

  async function handle(tap: Tap): Promise<void> {
    const form = tap.isButton() ? formOf(petitions, tap.customId) : null;
    if (tap.isButton() && form !== null) {
      // At once, without asking the store: Discord refuses a form after a deferred answer.
      await firstCallback(() => tap.showModal(modal(form, tap.customId)));
      return;
    }
    const request = readTap(tap, signOf);
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
    const here = petitions.texts(petitions.negotiate(languagesOf(tap)));
    switch (request.kind) {
      case 'event':
        await conductor.handle(request.person, request.event, async (messages) =>
          show(answer, await withServersPart(tap, request, messages)),
        );
        return;
      case 'story': {
        const part = parts.of(request.petition);
        if (part === null) return show(answer, [allPetitions(here)]);
        const { served } = part;
        const texts = petitions.textsOf(served, here.locale);
        const status = await served.status.orLastKnown();
        const named = petitions.several ? served.petition.id : undefined;
        return show(answer, [storyMessage(texts, status, request.page, named)]);
      }
      case 'card':
      case 'milestones': {
        const part =
          request.kind === 'milestones' && !request.on ? parts.of(null) : meant(request.petition, here);
        if (part === null) return show(answer, [allPetitions(here)]);
        const there = petitions.textsOf(part.served, request.locale ?? here.locale);
        return options.handleInChannel({ tap, request, part, answer, here, there });
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
    const { words } = petitions.texts(last.locale);
    // An answer of the bot's own is about no petition.
    if (petitions.several && last.petition === undefined) return messages;
    const added = await serversPart({ guildId, petition: last.petition ?? null }, action.command, words);
    return [...messages.slice(0, -1), { ...last, body: [...last.body, ...added] }];
  }

  async function serversPart(
    { guildId, petition }: { readonly guildId: string; readonly petition: string | null },
    asked: string,
    words: Words,
  ): Promise<Block[]> {
    if (asked === 'share') {
      const card = command(CARD_COMMAND);
      return [
        { kind: 'paragraph', children: phrase((put) => words.say('share-card', { command: put(card) })) },
      ];
    }
    const count =
      asked === 'total' ? ((await parts.of(petition)?.serverCounts.shown(guildId)) ?? null) : null;
    return count === null ? [] : [paragraph(words.say('server-total', { count }))];
  }

  /** The petitions whose headline or name has these words in it. */
  function fitting(typed: string, locale: string): readonly ServedPetition[] {
    const words = typed.trim().toLowerCase();
    return petitions.all.filter(
      (served) =>
        petitions.textsOf(served, locale).headline.toLowerCase().includes(words) ||
        served.petition.id.includes(words),
    );
  }

  /** The part of a petition that a person has named; null if it can be none or several. */
  function meant(typed: string | null, { locale }: LocaleTexts): PetitionPart | null {
    const named = typed === null && petitions.several ? null : parts.of(typed);
    if (named !== null) return named;
    const [only, ...others] = fitting(typed ?? '', locale);
    return only === undefined || others.length > 0 ? null : parts.of(only.petition.id);
  }

  /** For a person who has named no petition of the bot. */
  function allPetitions(here: LocaleTexts): Message {
    const items = petitions.all.map((served) => [text(petitions.textsOf(served, here.locale).headline)]);
    const list: Block = { kind: 'list', ordered: false, items };
    return { ...noteSaying(here, ''), body: [heading(here.words.say('chooser-heading')), list] };
  }

  /** Suggests the petitions that fit what the person has typed so far. */
  async function suggest(typing: AutocompleteInteraction): Promise<void> {
    const locale = petitions.negotiate(languagesOf(typing));
    const choices = fitting(typing.options.getFocused(), locale).map((served) => ({
      name: shortened(petitions.textsOf(served, locale).headline, MAX_CHOICE),
      value: served.petition.id,
    }));
    await typing.respond(choices.slice(0, MAX_CHOICES));
  }

  return {
    take(interaction) {
      if (interaction.isAutocomplete()) {
        void inFlight.track(suggest(interaction).catch(failed('a choice could not be suggested')));
        return;
      }
      if (!interaction.isChatInputCommand() && !interaction.isButton() && !interaction.isModalSubmit())
        return;
      void inFlight.track(handle(interaction).catch(failed('a tap could not be answered')));
    },
    drained: () => inFlight.idle(),
    unsent: () => inFlight.unsent(),
  };
}
