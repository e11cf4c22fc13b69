import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { CheckLine } from '../../src/channel/platform.js';
import { causeOf } from '../../src/log.js';
import { AddressBanned } from './ban.js';
import { COMMAND, hasOurOutline, type Registered, registeredCommands } from './commands.js';
import { refusesToken } from './failure.js';
import { serverLink } from './links.js';
import { botRequests, connections } from './rest.js';
import type { DiscordSettings } from './settings.js';

const PORTAL = 'https://discord.com/developers/applications';

const userSchema = z.object({ username: z.string() });
const applicationSchema = z.object({ id: z.string() });

/** Checks the token, the application and the commands on Discord itself, for the operator. */
export async function check(settings: DiscordSettings): Promise<readonly CheckLine[]> {
  const way = connections();
  try {
    return await look(settings, botRequests(settings, way));
  } finally {
    await way.close();
  }
}

async function look({ applicationId }: DiscordSettings, rest: () => REST): Promise<readonly CheckLine[]> {
  const lines: CheckLine[] = [];
  const line = (ok: boolean, subject: string, message: string) => {
    lines.push({ ok, subject: `Discord: ${subject}`, message });
  };
  try {
    const { username } = userSchema.parse(await rest().get(Routes.user()));
    line(true, 'token', `Discord knows the bot as ${username}`);
  } catch (error) {
    const refused = refusesToken(error);
    line(
      false,
      'token',
      refused
        ? `Discord refuses DISCORD_BOT_TOKEN: reset the token on the page "Bot" of ${PORTAL} and set the variable to the new token`
        : unreachable(error),
    );
    return lines;
  }
  try {
    const { id } = applicationSchema.parse(await rest().get(Routes.currentApplication()));
    const same = id === applicationId;
    const wrong = `the token belongs to application ${id}: set DISCORD_APPLICATION_ID to that, or use the token of the other application`;
    line(same, 'application', same ? 'the token belongs to this application' : wrong);
    if (!same) return lines;
    line(true, 'commands', stateOf(await registeredCommands(rest(), applicationId)));
  } catch (error) {
    line(false, 'application', unreachable(error));
  }
  line(true, 'invite', `to add the bot to a server, open ${serverLink(applicationId)}`);
  return lines;
}

function stateOf(registered: Registered): string {
  const command = registered.find(({ name }) => name === COMMAND);
  if (command === undefined) return 'not registered yet: the bot registers them when it starts';
  if (hasOurOutline(command)) return `/${COMMAND} is registered`;
  return `/${COMMAND} is another version's: the bot updates it at the next start`;
}

function unreachable(error: unknown): string {
  if (error instanceof AddressBanned) {
    const minutes = Math.ceil(error.waitMs / 60_000);
    return `Cloudflare has banned this machine's address from Discord, for about ${minutes} more minutes: wait that long, and see whether another program here makes requests to Discord`;
  }
  const { error: name, code } = causeOf(error);
  return `Discord did not answer (${code ?? name}): check that this machine can reach Discord, then try again`;
}
