import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  Locale as DiscordLocale,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { LIST_COMMAND } from '../../src/channel/adapter.js';
import { COMMANDS, type Command } from '../../src/conversation/event.js';
import type { LocaleTexts, Petition } from '../../src/petition/petition.js';
import type { Words } from '../../src/petition/words.js';

/** The main slash command. The petition's commands are its subcommands. */
export const COMMAND = 'petition';

/**
 * Posts a card. It is a command of its own: a server's administrators can forbid each command in the server's settings,
 * and forbidding cards must not forbid signing.
 */
export const CARD_COMMAND = 'petition-card';

/** Switches the milestone posts of a server on and off. */
export const MILESTONES_COMMAND = 'petition-milestones';

/** The option that names a petition, where the bot has several. */
export const PETITION_OPTION = 'petition';

/** The petitions, as the commands speak of them. */
export type Spoken = Pick<Petition, 'locales' | 'texts'> & { readonly several?: boolean };

/** Where people can use the main command. */
export const CONTEXTS = [
  InteractionContextType.Guild,
  InteractionContextType.BotDM,
  InteractionContextType.PrivateChannel,
];

/** Discord's tags that every version of its interface has. */
export const USUAL_TAGS: readonly string[] = Object.values(DiscordLocale);

/** Further tags in Discord's machine-readable description. It may refuse them all the same. */
export const FURTHER_TAGS: readonly string[] = ['ar', 'he'];

/**
 * One command. Discord's machine-readable description has a bit set as a number here, and gives it back as a text:
 * https://github.com/discord/discord-api-spec
 */
type CommandBody = Omit<RESTPostAPIChatInputApplicationCommandsJSONBody, 'default_member_permissions'> & {
  readonly default_member_permissions?: number;
};
export type Definition = readonly CommandBody[];

/**
 * The commands, described in the petition's first language and in every other one that Discord has. People can use the
 * main one in servers and in direct messages, and everywhere if they installed it for themselves.
 * @param tags the tags of Discord's languages
 */
export function commandDefinition(petitions: Spoken, tags: readonly string[]): Definition {
  const described = (say: (words: Words) => string) => describedIn(petitions, tags, say);
  const petition = (required: boolean): APIApplicationCommandStringOption[] =>
    petitions.several
      ? [
          {
            type: ApplicationCommandOptionType.String,
            name: PETITION_OPTION,
            ...described((words) => words.say('option-petition')),
            required,
            autocomplete: true,
          },
        ]
      : [];
  const language = (say: (words: Words) => string): APIApplicationCommandStringOption => ({
    type: ApplicationCommandOptionType.String,
    name: 'language',
    ...described(say),
    choices: petitions.locales.map((locale) => choiceOf(petitions.texts(locale))),
  });
  const optionsOf: Partial<Record<Command, APIApplicationCommandBasicOption[]>> = {
    withdraw: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'receipt',
        ...described((words) => words.say('option-receipt')),
        max_length: 100,
      },
    ],
    sign: petition(false),
    total: petition(false),
    share: petition(false),
  };
  const names = petitions.several ? ([...COMMANDS, LIST_COMMAND] as const) : COMMANDS;
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: COMMAND,
      ...described((words) => words.say('command-petition')),
      contexts: CONTEXTS,
      integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
      options: names.map((name) => ({
        type: ApplicationCommandOptionType.Subcommand,
        name,
        ...described((words) => words.say(`command-${name}`)),
        options: name === LIST_COMMAND ? [] : (optionsOf[name] ?? []),
      })),
    },
    {
      type: ApplicationCommandType.ChatInput,
      name: CARD_COMMAND,
      ...described((words) => words.say('command-card')),
      contexts: [InteractionContextType.Guild, InteractionContextType.PrivateChannel],
      integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
      options: [...petition(true), language((words) => words.say('option-card-language'))],
    },
    {
      type: ApplicationCommandType.ChatInput,
      name: MILESTONES_COMMAND,
      ...described((words) => words.say('command-milestones')),
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
      default_member_permissions: Number(PermissionFlagsBits.ManageGuild),
      options: [
        {
          type: ApplicationCommandOptionType.Subcommand,
          name: 'on',
          ...described((words) => words.say('command-milestones-on')),
          options: [...petition(true), language((words) => words.say('option-milestones-language'))],
        },
        {
          type: ApplicationCommandOptionType.Subcommand,
          name: 'off',
          ...described((words) => words.say('command-milestones-off')),
        },
      ],
    },
  ];
}

/**
 * Writes a command so that a tap fills it in; as plain text while Discord's id of it is not known.
 * @param name a subcommand of the main command, or another command with its subcommand: `petition-milestones off`
 * @param ids Discord's ids by command
 */
export function commandMention(name: string, ids: ReadonlyMap<string, string>): string {
  const [first = ''] = name.split(' ');
  const isOwn = first === CARD_COMMAND || first === MILESTONES_COMMAND;
  const id = ids.get(isOwn ? first : COMMAND);
  const path = isOwn ? name : `${COMMAND} ${name}`;
  return id === undefined ? `\`/${path}\`` : `</${path}:${id}>`;
}

function describedIn(petitions: Spoken, tags: readonly string[], say: (words: Words) => string) {
  const [first, ...others] = petitions.locales;
  return {
    description: say(petitions.texts(first).words),
    description_localizations: Object.fromEntries(
      others.flatMap((locale) => {
        const description = say(petitions.texts(locale).words);
        return tagsOf(locale, tags).map((tag) => [tag, description]);
      }),
    ),
  };
}

function choiceOf({ languageName, locale }: LocaleTexts) {
  return { name: languageName, value: locale };
}

/** Discord's tags for a language: `es` has two, Spain's and Latin America's. */
function tagsOf(locale: string, tags: readonly string[]): readonly string[] {
  return tags.includes(locale) ? [locale] : tags.filter((tag) => tag.split('-')[0] === locale);
}
