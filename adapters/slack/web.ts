import { type Logger, LogLevel, webApi } from '@slack/bolt';
import type { SlackSettings } from './settings.js';

/** The time limit of a call: people are waiting. */
const CALL_MS = 10_000;

/** Slack's libraries log payloads with people's words. We silence them and log our own codes. */
export const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

/**
 * Options for the Web API. Callers retry in their own way: Slack's client would retry for half an hour, and
 * one rate-limited call would stop all others.
 */
export function clientOptions({ apiRoot }: Pick<SlackSettings, 'apiRoot'>): webApi.WebClientOptions {
  return {
    slackApiUrl: apiRoot,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_MS,
    logger: SILENT,
  };
}

/** The Web API client with the bot's token. */
export function webClient(settings: Pick<SlackSettings, 'apiRoot' | 'botToken'>): webApi.WebClient {
  return new webApi.WebClient(settings.botToken, clientOptions(settings));
}
