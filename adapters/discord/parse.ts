import {
  type BaseInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  ComponentType,
  type ModalSubmitInteraction,
} from 'discord.js';
import { type BotAction, type BotEvent, LIST_COMMAND, type Person } from '../../src/channel/adapter.js';
import { COMMANDS, type Command } from '../../src/conversation/event.js';
import { CARD_COMMAND, MILESTONES_COMMAND, PETITION_OPTION } from './commands.js';
import { readButtonId } from './custom-id.js';
import { FIELD_ID } from './render.js';
import { accountAge, momentOf } from './snowflake.js';

/** A tap that can be answered. */
export type Tap = ChatInputCommandInteraction | ButtonInteraction | ModalSubmitInteraction;

/** What a tap asks for. */
export type Request =
  /** An event for the conversation. */
  | { readonly kind: 'event'; readonly person: Person; readonly event: BotEvent }
  /** A public card for this channel; the petition and the locale are the chosen ones, if any. */
  | { readonly kind: 'card'; readonly petition: string | null; readonly locale: string | null }
  /** Milestone posts in this channel, or none any more in this server; the locale is the chosen one, if any. */
  | {
      readonly kind: 'milestones';
      readonly on: boolean;
      readonly petition: string | null;
      readonly locale: string | null;
    }
  /** A page of the story, only for this person. */
  | { readonly kind: 'story'; readonly page: string; readonly petition: string | null };

/**
 * What a card's button asks for. It carries a server's source code, and the petition where the bot has several. The code
 * marks where a signature came from, but nobody can find the server from it.
 * @param guildId null outside of servers
 * @param petition null on the cards of a bot with one petition
 */
export type SignOf = (guildId: string | null, petition: string | null) => BotAction;

/** Parses a tap. */
export function readTap(tap: Tap, signOf: SignOf): Request {
  const converse = (action: BotAction): Request => ({
    kind: 'event',
    person: { channel: 'discord', tenant: '', id: tap.user.id },
    event: eventOf(tap, action),
  });
  if (tap.isChatInputCommand()) {
    const petition = tap.options.getString(PETITION_OPTION);
    if (tap.commandName === CARD_COMMAND) {
      return { kind: 'card', petition, locale: tap.options.getString('language') };
    }
    if (tap.commandName === MILESTONES_COMMAND) {
      const on = tap.options.getSubcommand(false) === 'on';
      return { kind: 'milestones', on, petition, locale: tap.options.getString('language') };
    }
    const argument = tap.options.getString('receipt') ?? petition;
    const command = commandIn(tap);
    return converse({ kind: 'command', command, ...(argument === null ? {} : { argument }) });
  }
  if (tap.isModalSubmit()) {
    return converse({ kind: 'form', code: tap.customId, text: writtenIn(tap) });
  }
  const meaning = readButtonId(tap.customId);
  switch (meaning.kind) {
    case 'code':
      return converse({ kind: 'press', code: meaning.code });
    case 'story':
      return meaning;
    case 'sign':
      return converse(signOf(tap.guildId, meaning.petition));
  }
}

/** The text in the form; empty if the form is not as we made it. */
function writtenIn(tap: ModalSubmitInteraction): string {
  const field = tap.fields.fields.get(FIELD_ID);
  return field?.type === ComponentType.TextInput ? field.value : '';
}

/** Fields that Discord leaves out can be missing or null, whatever the types of discord.js say. */
interface Languages {
  readonly locale?: string | null;
  readonly guildLocale?: string | null;
}

/** The languages of a tap, best first: the person's, and the server's where Discord does not tell it. */
export function languagesOf({ locale, guildLocale }: Languages): readonly string[] {
  return [locale ?? guildLocale].filter((tag) => typeof tag === 'string');
}

/** An unknown subcommand comes from an older registration of the command. */
function commandIn(tap: ChatInputCommandInteraction): Command | typeof LIST_COMMAND {
  const name = tap.options.getSubcommand(false);
  const known = [...COMMANDS, LIST_COMMAND] as const;
  return known.find((one) => one === name) ?? 'help';
}

function eventOf(tap: BaseInteraction, action: BotAction): BotEvent {
  const { member, user } = tap;
  const nick = member === null ? null : 'nickname' in member ? member.nickname : member.nick;
  // The id contains Discord's time. We use the later of the two clocks, so that a slow clock makes no account
  // look younger.
  const now = Math.max(Date.now(), momentOf(tap.id) || 0);
  return {
    id: tap.id,
    action,
    displayName: nick ?? user.globalName ?? user.username,
    languages: languagesOf(tap),
    accountAge: accountAge(user.id, now),
    // Direct messages, as far as the person's settings allow them.
    canBeMessaged: true,
  };
}
