import { isDeepStrictEqual } from 'node:util';
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  Locale as DiscordLocale,
  InteractionContextType,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import { COMMANDS, type Command } from '../../src/conversation/event.js';
import type { Petition } from '../../src/petition/petition.js';
import type { Words } from '../../src/petition/words.js';

/** The slash command. The petition's commands are its subcommands. */
export const COMMAND = 'petition';

/** Where people can use it. */
const CONTEXTS = [
  InteractionContextType.Guild,
  InteractionContextType.BotDM,
  InteractionContextType.PrivateChannel,
];

type Definition = readonly RESTPostAPIChatInputApplicationCommandsJSONBody[];

/**
 * The command with its subcommands, described in the petition's first language and in every other one that
 * Discord has. People can use it in servers and in direct messages, and everywhere if they installed it for
 * themselves.
 */
export function commandDefinition(petition: Petition): Definition {
  const [first, ...others] = petition.locales;
  const described = (say: (words: Words) => string) => ({
    description: say(petition.texts(first).words),
    description_localizations: Object.fromEntries(
      others.flatMap((locale) => {
        const description = say(petition.texts(locale).words);
        return discordLocales(locale).map((tag) => [tag, description]);
      }),
    ),
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
    share: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'language',
        ...described((words) => words.say('option-card-language')),
        choices: petition.locales.map((locale) => ({
          name: petition.texts(locale).languageName,
          value: locale,
        })),
      },
    ],
  };
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: COMMAND,
      ...described((words) => words.say('command-petition')),
      contexts: CONTEXTS,
      integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
      options: COMMANDS.map((name) => ({
        type: ApplicationCommandOptionType.Subcommand,
        name,
        ...described((words) => words.say(`command-${name}`)),
        options: optionsOf[name] ?? [],
      })),
    },
  ];
}

/** Discord's tags for a language: `es` has two, Spain's and Latin America's; Arabic has none. */
function discordLocales(locale: string): DiscordLocale[] {
  const known = Object.values(DiscordLocale);
  const exact = known.filter((tag) => tag === locale);
  return exact.length > 0 ? exact : known.filter((tag) => tag.split('-')[0] === locale);
}

const registeredSchema = z.array(z.looseObject({ id: z.string(), name: z.string() }));
export type Registered = z.infer<typeof registeredSchema>;

const outlineSchema = z.object({
  contexts: z.array(z.number()),
  options: z.array(z.object({ name: z.string() })),
});

/** Whether a registered command has our subcommands and contexts; its descriptions may differ. */
export function hasOurOutline(registered: unknown): boolean {
  const { data } = outlineSchema.safeParse(registered);
  const names = data?.options.map(({ name }) => name);
  return isDeepStrictEqual(names, [...COMMANDS]) && isDeepStrictEqual(data?.contexts, CONTEXTS);
}

/** Discord's registered commands; rejects with errors of discord.js. */
export async function registeredCommands(rest: REST, applicationId: string): Promise<Registered> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  return registeredSchema.parse(await rest.get(Routes.applicationCommands(applicationId), { query }));
}

/**
 * Registers the command if Discord's version differs.
 * @returns Discord's id of the command; rejects with errors of discord.js
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  definition: Definition,
): Promise<string | null> {
  let registered = await registeredCommands(rest, applicationId);
  if (!sameCommands(registered, definition)) {
    registered = registeredSchema.parse(
      await rest.put(Routes.applicationCommands(applicationId), { body: definition }),
    );
  }
  return registered.find(({ name }) => name === COMMAND)?.id ?? null;
}

/** Whether Discord already has these commands. Discord adds fields of its own and leaves out empty ones. */
export function sameCommands(registered: readonly unknown[], definition: readonly unknown[]): boolean {
  return isDeepStrictEqual(inShapeOf(definition, registered), withoutEmpty(definition));
}

/** The fields of Discord's value that our definition has too. */
function inShapeOf(shape: unknown, value: unknown): unknown {
  if (Array.isArray(shape) && Array.isArray(value)) {
    return value.map((item, index) => inShapeOf(shape[index], item));
  }
  if (!isRecord(shape) || !isRecord(value)) return value;
  return withoutEmpty(
    Object.fromEntries(Object.keys(shape).map((key) => [key, inShapeOf(shape[key], value[key])])),
  );
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isRecord(value)) return value;
  const kept = Object.entries(value)
    .map(([key, item]) => [key, withoutEmpty(item)] as const)
    .filter(([, item]) => !isEmpty(item));
  return Object.fromEntries(kept);
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
