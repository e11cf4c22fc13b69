import { REST } from 'discord.js';
import type { DiscordSettings } from './settings.js';

/**
 * Requests as the bot, apart from those that answer taps. What Discord limits is refused at once, so that whoever
 * asked can wait in their own way, and stop waiting.
 * @returns the client, with its token: after one refusal discord.js would go on without
 */
export function botRequests({ token, apiRoot }: DiscordSettings): () => REST {
  const rest = new REST({
    api: apiRoot,
    timeout: 5_000,
    retries: 1,
    rejectOnRateLimit: () => true,
    // No timers: the few routes that are used need no sweeping.
    hashSweepInterval: 0,
    handlerSweepInterval: 0,
  });
  return () => rest.setToken(token);
}
