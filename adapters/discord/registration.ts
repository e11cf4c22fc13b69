import { isDeepStrictEqual } from 'node:util';
import { type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import { z } from 'zod';
import { LIST_COMMAND } from '../../src/channel/adapter.js';
import { COMMANDS } from '../../src/conversation/event.js';
import {
  CONTEXTS,
  commandDefinition,
  type Definition,
  FURTHER_TAGS,
  type Spoken,
  USUAL_TAGS,
} from './commands.js';
import { refusedWith } from './failure.js';

const registeredSchema = z.array(z.looseObject({ id: z.string(), name: z.string() }));
export type Registered = z.infer<typeof registeredSchema>;

const outlineSchema = z.object({
  contexts: z.array(z.number()),
  options: z.array(z.object({ name: z.string() })),
});

/** Whether the registered main command has our subcommands and contexts, for one petition or several; its descriptions may differ. */
export function hasOurOutline(registered: unknown): boolean {
  const { data } = outlineSchema.safeParse(registered);
  const names = data?.options.map(({ name }) => name);
  const ours = names?.filter((name) => name !== LIST_COMMAND);
  return isDeepStrictEqual(ours, [...COMMANDS]) && isDeepStrictEqual(data?.contexts, CONTEXTS);
}

/** Discord's registered commands; rejects with errors of discord.js. */
export async function registeredCommands(rest: REST, applicationId: string): Promise<Registered> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  return registeredSchema.parse(await rest.get(Routes.applicationCommands(applicationId), { query }));
}

/**
 * Registers the commands if Discord's versions differ. Languages that Discord may not take are tried, and left out if it
 * refuses them.
 * @returns Discord's ids by command; rejects with errors of discord.js
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  petitions: Spoken,
): Promise<ReadonlyMap<string, string>> {
  const usual = commandDefinition(petitions, USUAL_TAGS);
  const full = commandDefinition(petitions, [...USUAL_TAGS, ...FURTHER_TAGS]);
  const registered = await registeredCommands(rest, applicationId);
  if (sameCommands(registered, full) || sameCommands(registered, usual)) return idsOf(registered);
  const write = async (definition: Definition) =>
    idsOf(
      registeredSchema.parse(await rest.put(Routes.applicationCommands(applicationId), { body: definition })),
    );
  try {
    return await write(full);
  } catch (error) {
    if (!refusedWith(error, RESTJSONErrorCodes.InvalidFormBodyOrContentType)) throw error;
    return write(usual);
  }
}

function idsOf(registered: Registered): ReadonlyMap<string, string> {
  return new Map(registered.map(({ name, id }) => [name, id]));
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
  // A bit set comes back as a text.
  if (typeof shape === 'number' && typeof value === 'string') return Number(value);
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
