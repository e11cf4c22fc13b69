import { REST } from 'discord.js';
import { Agent } from 'undici';
import type { DiscordSettings } from './settings.js';

/**
 * How many connections to Discord's API there may be. discord.js opens one for each request that is under way: when
 * hundreds tap at once, the connecting alone takes longer than the 3 s that Discord waits, and then none is answered.
 * At 100 ms a request these serve 640 a second.
 */
export const CONNECTIONS = 64;

/** The connections to Discord's API, for all who make requests; to be destroyed at the end. */
export function connections(): Agent {
  return new Agent({ connections: CONNECTIONS });
}

/**
 * Requests as the bot, apart from those that answer taps. What Discord limits is refused at once, so that whoever
 * asked can wait in their own way, and stop waiting.
 * @returns the client, with its token: after one refusal discord.js would go on without
 */
export function botRequests({ token, apiRoot }: DiscordSettings, agent: Agent): () => REST {
  const rest = new REST({
    api: apiRoot,
    agent,
    // Whoever asks tries again by themselves. No signal is passed along: discord.js would listen to it for ever.
    timeout: 5_000,
    retries: 0,
    rejectOnRateLimit: () => true,
    // No timers: the few routes that are used need no sweeping.
    hashSweepInterval: 0,
    handlerSweepInterval: 0,
  });
  return () => rest.setToken(token);
}
