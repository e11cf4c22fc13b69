import { PermissionFlagsBits } from 'discord.js';

const AUTHORIZE = 'https://discord.com/oauth2/authorize';

/** Where a person gets to use the bot on their own, without a server. */
export function personalLink(applicationId: string): string {
  return link({ client_id: applicationId, integration_type: '1', scope: 'applications.commands' });
}

/**
 * Where somebody who manages a server takes the bot in. Seeing a channel is the one permission that it needs: without
 * it, it can't edit its own cards there once the tap that posted them is a quarter of an hour old.
 */
export function serverLink(applicationId: string): string {
  return link({
    client_id: applicationId,
    integration_type: '0',
    scope: 'bot applications.commands',
    permissions: PermissionFlagsBits.ViewChannel.toString(),
  });
}

function link(parameters: Record<string, string>): string {
  return `${AUTHORIZE}?${new URLSearchParams(parameters)}`;
}
