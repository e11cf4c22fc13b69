import { z } from 'zod';
import {
  type Environment,
  type EnvironmentProblem,
  environmentProblems,
  isWebAddress,
  withoutEmpty,
} from '../../src/config.js';

const schema = z.object({
  DISCORD_BOT_TOKEN: z
    .string('set this variable to the bot\'s token, from the page "Bot" of the developer portal')
    .regex(/^\S+$/, 'give only the token, as the developer portal shows it, without "Bot"'),
  DISCORD_APPLICATION_ID: z
    .string(
      'set this variable to the application id, from the page "General Information" of the developer portal',
    )
    .regex(/^\d{1,20}$/, 'give the application id: a number, usually of 17 to 20 digits'),
  DISCORD_API_ROOT: z
    .string()
    .refine(isWebAddress, 'give an https address, because the bot sends the token there')
    // discord.js adds the version itself.
    .transform((value) => value.replace(/\/+$/, '').replace(/\/v\d+$/, ''))
    .default('https://discord.com/api'),
});

export interface DiscordSettings {
  readonly token: string;
  readonly applicationId: string;
  readonly apiRoot: string;
}

/** Reads Discord's environment variables; null if neither token nor application id is set. */
export function readSettings(
  env: Environment,
): DiscordSettings | { readonly problems: readonly EnvironmentProblem[] } | null {
  const set = withoutEmpty(env);
  if (set.DISCORD_BOT_TOKEN === undefined && set.DISCORD_APPLICATION_ID === undefined) return null;
  const parsed = schema.safeParse(set);
  if (!parsed.success) return { problems: environmentProblems(parsed.error) };
  const { DISCORD_BOT_TOKEN, DISCORD_APPLICATION_ID, DISCORD_API_ROOT } = parsed.data;
  return { token: DISCORD_BOT_TOKEN, applicationId: DISCORD_APPLICATION_ID, apiRoot: DISCORD_API_ROOT };
}
