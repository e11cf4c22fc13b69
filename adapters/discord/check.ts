import { ApplicationIntegrationType, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { CheckLine } from '../../src/channel/platform.js';
import { causeOf } from '../../src/log.js';
import { AddressBanned } from './ban.js';
import { CARD_COMMAND, COMMAND, MILESTONES_COMMAND } from './commands.js';
import { refusesToken } from './failure.js';
import { serverLink } from './links.js';
import { hasOurOutline, type Registered, registeredCommands } from './registration.js';
import { botRequests, connections } from './rest.js';
import type { DiscordSettings } from './settings.js';

const PORTAL = 'https://discord.com/developers/applications';

/** The ways to install the bot that its commands need, as the developer portal names them. */
const INSTALL_CONTEXTS = [
  [ApplicationIntegrationType.GuildInstall, 'Guild Install'],
  [ApplicationIntegrationType.UserInstall, 'User Install'],
] as const;

const userSchema = z.object({ username: z.string() });
const applicationSchema = z.object({
  id: z.string(),
  interactions_endpoint_url: z.string().nullish(),
  bot_public: z.boolean().optional(),
  /** The install contexts, by number. */
  integration_types_config: z.record(z.string(), z.unknown()).nullish(),
});
type Application = z.infer<typeof applicationSchema>;

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
    const application = applicationSchema.parse(await rest().get(Routes.currentApplication()));
    const same = application.id === applicationId;
    const wrong = `the token belongs to application ${application.id}: set DISCORD_APPLICATION_ID to that, or use the token of the other application`;
    line(same, 'application', same ? 'the token belongs to this application' : wrong);
    if (!same) return lines;
    for (const [subject, message] of wrongInThePortal(application)) line(false, subject, message);
    line(true, 'commands', stateOf(await registeredCommands(rest(), applicationId)));
  } catch (error) {
    line(false, 'application', unreachable(error));
  }
  line(true, 'invite', `to add the bot to a server, open ${serverLink(applicationId)}`);
  return lines;
}

/** The settings of the developer portal with which the bot does not work, each with how to mend it. */
function* wrongInThePortal(application: Application): Iterable<readonly [subject: string, message: string]> {
  const { interactions_endpoint_url: endpoint, bot_public: isPublic, integration_types_config } = application;
  if (endpoint) {
    yield [
      'endpoint',
      `Discord sends every command and press to another address and none to this bot: empty the field "Interactions Endpoint URL" on the page "General Information" of ${PORTAL}`,
    ];
  }
  if (isPublic === false) {
    yield [
      'public',
      `only the application's owner can add the bot: switch on "Public Bot" on the page "Bot" of ${PORTAL}`,
    ];
  }
  const contexts = Object.keys(integration_types_config ?? {});
  const missing = INSTALL_CONTEXTS.filter(([type]) => !contexts.includes(String(type)));
  if (missing.length > 0) {
    const names = missing.map(([, name]) => `"${name}"`).join(' and ');
    yield ['installation', `tick ${names} on the page "Installation" of ${PORTAL}`];
  }
}

function stateOf(registered: Registered): string {
  const names = registered.map(({ name }) => name);
  if (!names.includes(COMMAND)) return 'not registered yet: the bot registers them when it starts';
  const main = registered.find(({ name }) => name === COMMAND);
  const ours = [COMMAND, CARD_COMMAND, MILESTONES_COMMAND];
  if (hasOurOutline(main) && ours.every((name) => names.includes(name))) {
    return `${ours.map((name) => `/${name}`).join(', ')} are registered`;
  }
  return "they are another version's: the bot updates them at the next start";
}

function unreachable(error: unknown): string {
  if (error instanceof AddressBanned) {
    const minutes = Math.ceil(error.waitMs / 60_000);
    return `Cloudflare has banned this machine's address from Discord, for about ${minutes} more minutes: wait that long, and see whether another program here makes requests to Discord`;
  }
  const { error: name, code } = causeOf(error);
  return `Discord did not answer (${code ?? name}): check that this machine can reach Discord, then try again`;
}
