import {
  type BaseInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  ComponentType,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Person } from '../../src/channel/adapter.js';
import { type Action, COMMANDS, type Command, type Event } from '../../src/conversation/event.js';
import { readButtonId } from './custom-id.js';
import { FIELD_ID } from './render.js';
import { accountAge, momentOf } from './snowflake.js';

/** A tap that can be answered. */
export type Tap = ChatInputCommandInteraction | ButtonInteraction | ModalSubmitInteraction;

/** What somebody asked for with a tap. */
export type Request =
  /** For the conversation. */
  | { readonly kind: 'event'; readonly person: Person; readonly event: Event }
  /** A card for all to see in this channel, in a language if one was chosen. */
  | { readonly kind: 'card'; readonly locale: string | null }
  /** A page of the story, for this person alone. */
  | { readonly kind: 'story'; readonly page: string };

/** Makes the code of a server, so that a signature can say where it came from and nothing says which server that is. */
export type SourceOf = (guildId: string) => string;

/** Reads what a tap asks for. */
export function readTap(tap: Tap, sourceOf: SourceOf): Request {
  const converse = (action: Action): Request => ({
    kind: 'event',
    person: { channel: 'discord', tenant: '', id: tap.user.id },
    event: eventOf(tap, action),
  });
  if (tap.isChatInputCommand()) {
    const command = commandIn(tap);
    if (command === 'share' && tap.guildId !== null) {
      return { kind: 'card', locale: tap.options.getString('language') };
    }
    const argument = tap.options.getString('receipt');
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
    case 'sign': {
      const source = tap.guildId === null ? {} : { source: sourceOf(tap.guildId) };
      return converse({ kind: 'command', command: 'sign', ...source });
    }
  }
}

/** What was written into the form; nothing where the form that came back is not as ours is. */
function writtenIn(tap: ModalSubmitInteraction): string {
  const field = tap.fields.fields.get(FIELD_ID);
  return field?.type === ComponentType.TextInput ? field.value : '';
}

/** A subcommand that is not ours comes from a registration that has been replaced since. */
function commandIn(tap: ChatInputCommandInteraction): Command {
  const name = tap.options.getSubcommand(false);
  return COMMANDS.find((known) => known === name) ?? 'help';
}

function eventOf(tap: BaseInteraction, action: Action): Event {
  const { member, user } = tap;
  const nick = member === null ? null : 'nickname' in member ? member.nickname : member.nick;
  // Discord's clock is in the id of what it sends: a clock of ours that is behind makes no account younger.
  const now = Math.max(Date.now(), momentOf(tap.id) || 0);
  return {
    id: tap.id,
    action,
    displayName: nick ?? user.globalName ?? user.username,
    languages: [tap.locale],
    accountAge: accountAge(user.id, now),
    // A direct message, as far as the person lets it come.
    updates: true,
  };
}
