import { PermissionFlagsBits } from 'discord.js';
import type { Logger } from 'pino';
import { noteSaying } from '../../src/channel/kit/notes.js';
import type { Message } from '../../src/conversation/message.js';
import { causeOf } from '../../src/log.js';
import type { LocaleTexts } from '../../src/petition/petition.js';
import { command, phrase } from '../../src/petition/phrase.js';
import type { Answer } from './answer.js';
import { MILESTONES_COMMAND } from './commands.js';
import { sentenceAround } from './markdown.js';
import type { Request, Tap } from './parse.js';
import type { PetitionPart, PetitionParts } from './petition-parts.js';
import { type RenderStyle, render, textDisplay } from './render.js';
import type { Threads } from './threads.js';

export interface ChannelRequestsOptions {
  readonly parts: PetitionParts;
  readonly threads: Threads;
  readonly style: () => RenderStyle;
  readonly log: Logger;
}

/** A request for something that everybody in a channel sees. */
export interface ChannelRequest {
  readonly tap: Tap;
  readonly request: Extract<Request, { kind: 'card' | 'milestones' }>;
  /** The petition that the request is about. */
  readonly part: PetitionPart;
  readonly answer: Answer;
  /** The texts for the person. */
  readonly here: LocaleTexts;
  /** The texts for the channel: in the language that was chosen, or in the person's. */
  readonly there: LocaleTexts;
}

/**
 * Posts cards and switches milestone posts, or tells the person why not.
 * @returns handles one request; it rejects with errors of discord.js
 */
export function channelRequests(options: ChannelRequestsOptions): (asked: ChannelRequest) => Promise<void> {
  const { parts, threads, log } = options;

  const show = (answer: Answer, message: Message) =>
    answer.show([{ role: message.role, parts: render(message, options.style()) }]);

  /** In a thread, Discord asks for another permission to write. */
  const writing = (tap: Tap) =>
    threads.has(tap.id) ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;

  async function postCard({ tap, part, answer, here, there }: ChannelRequest): Promise<void> {
    // The card is a public answer, so no private answer may be deferred before it.
    answer.close();
    if (tap.guildId !== null && !tap.memberPermissions?.has(writing(tap))) {
      return show(answer, noteSaying(here, here.words.say('card-refused')));
    }
    const posting = await part.cards.post(tap, there);
    if (posting.kind === 'unread') return show(answer, noteSaying(here, here.words.say('card-failed')));
    if (posting.kind === 'too-soon') {
      const then = new Date(Date.now() + posting.waitMs);
      const said = sentenceAround(then, here, (moment) => here.words.say('card-too-soon', { moment }));
      return answer.show([{ role: 'note', parts: [[textDisplay(said)]] }]);
    }
  }

  /** Switches the posts of the tap's server; returns what to tell the person. */
  async function switchPosts({ tap, part, here, there }: ChannelRequest, on: boolean): Promise<Message> {
    const { guildId, channelId, memberPermissions, appPermissions } = tap;
    if (guildId === null || channelId === null || !memberPermissions?.has(PermissionFlagsBits.ManageGuild)) {
      return noteSaying(here, here.words.say('milestones-refused'));
    }
    if (!on) {
      await Promise.all(parts.all.map(({ milestones }) => milestones.switchOff(guildId)));
      return noteSaying(here, here.words.say('milestones-off'));
    }
    if (!appPermissions.has([PermissionFlagsBits.ViewChannel, writing(tap)])) {
      return noteSaying(here, here.words.say('milestones-muted'));
    }
    await part.milestones.switchOn({ guildId, channelId, locale: there.locale });
    const off = command(`${MILESTONES_COMMAND} off`);
    const children = phrase((put) => here.words.say('milestones-on', { command: put(off) }));
    return { ...noteSaying(here, ''), body: [{ kind: 'paragraph', children }] };
  }

  return async (asked) => {
    const { request, answer, here } = asked;
    if (request.kind === 'card') return postCard(asked);
    const said = await switchPosts(asked, request.on).catch((error: unknown) => {
      log.warn(causeOf(error), 'milestone posts could not be switched');
      return noteSaying(here, here.words.say('staff-unconfirmed'));
    });
    return show(answer, said);
  };
}
