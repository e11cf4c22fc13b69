import { REST, type RESTOptions } from 'discord.js';
import { Agent } from 'undici';
import { CloudflareBan } from './ban.js';
import type { DiscordSettings } from './settings.js';

/**
 * The most connections to Discord's API. discord.js opens one for each request in flight. If hundreds of
 * people tap at once, connecting alone takes longer than Discord's 3 s, and nobody gets an answer. With 100
 * ms for each request, this many connections serve 640 requests a second.
 */
export const CONNECTIONS = 64;

/** The way to Discord's API, shared by all requests. Close it at the end. */
export interface Connections {
  /** What discord.js's clients need to use it. */
  readonly rest: Pick<RESTOptions, 'agent' | 'makeRequest'>;
  /** How long Cloudflare still bans this machine's address, in milliseconds; 0 if it does not. */
  bannedForMs(): number;
  close(): Promise<void>;
}

/** @param onBan called when Cloudflare bans this machine's address, with how long in milliseconds */
export function connections(onBan: (waitMs: number) => void = () => undefined): Connections {
  const agent = new Agent({ connections: CONNECTIONS });
  const ban = new CloudflareBan(onBan);
  return {
    rest: { agent, makeRequest: ban.makeRequest },
    bannedForMs: () => ban.leftMs,
    close: () => agent.destroy(),
  };
}

/**
 * Makes requests as the bot, other than answers to taps. A rate limit rejects at once, so that each caller
 * can wait in its own way, and stop waiting.
 * @returns the client with its token: after one refusal, discord.js would continue without it
 */
export function botRequests({ token, apiRoot }: DiscordSettings, way: Connections): () => REST {
  const rest = new REST({
    ...way.rest,
    api: apiRoot,
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
