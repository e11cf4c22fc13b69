import { PermissionFlagsBits } from 'discord.js';

const AUTHORIZE = 'https://discord.com/oauth2/authorize';

/** The link with which a person installs the app for themselves, without a server. */
export function personalLink(applicationId: string): string {
  return link({ client_id: applicationId, integration_type: '1', scope: 'applications.commands' });
}

/**
 * The link with which a server's manager installs the bot. Viewing channels is the only permission that it
 * needs. Without it, the bot can't edit its own cards more than 15 minutes after the tap that posted them.
 */
export function serverLink(applicationId: string): string {
  return link({
    client_id: applicationId,
    integration_type: '0',
    scope: 'bot applications.commands',
    permissions: PermissionFlagsBits.ViewChannel.toString(),
  });
}

/** The link to a message in Discord's apps. */
export function messageLink(message: {
  readonly guildId: string | null;
  readonly channelId: string;
  readonly messageId: string;
}): string {
  return `https://discord.com/channels/${message.guildId ?? '@me'}/${message.channelId}/${message.messageId}`;
}

function link(parameters: Record<string, string>): string {
  return `${AUTHORIZE}?${new URLSearchParams(parameters)}`;
}
