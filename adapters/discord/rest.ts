import { REST } from 'discord.js';
import { Agent } from 'undici';
import type { DiscordSettings } from './settings.js';

/**
 * The most connections to Discord's API. discord.js opens one for each request in flight. If hundreds of
 * people tap at once, connecting alone takes longer than Discord's 3 s, and nobody gets an answer. With 100
 * ms for each request, this many connections serve 640 requests a second.
 */
export const CONNECTIONS = 64;

/** The connections to Discord's API, shared by all requests. Destroy them at the end. */
export function connections(): Agent {
  return new Agent({ connections: CONNECTIONS });
}

/**
 * Makes requests as the bot, other than answers to taps. A rate limit rejects at once, so that each caller
 * can wait in its own way, and stop waiting.
 * @returns the client with its token: after one refusal, discord.js would continue without it
 */
export function botRequests({ token, apiRoot }: DiscordSettings, agent: Agent): () => REST {
  const rest = new REST({
    api: apiRoot,
    agent,
    // Callers retry by themselves. We pass no signal: discord.js would never remove its listener.
    timeout: 5_000,
    retries: 0,
    rejectOnRateLimit: () => true,
    // No timers: we use few routes, so there is nothing to sweep.
    hashSweepInterval: 0,
    handlerSweepInterval: 0,
  });
  return () => rest.setToken(token);
}
