import { type Logger, LogLevel, webApi } from '@slack/bolt';
import type { SlackSettings } from './settings.js';

/** No call takes longer; people wait. */
const CALL_MS = 10_000;

/** What Slack's libraries log holds payloads, and with them what people wrote: we log codes of our own instead. */
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
 * How the Web API is called. Whoever calls tries again in their own way: Slack's client would go on for half an hour,
 * and stop all calls because of one that came too often.
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

/** The Web API, as the bot. */
export function webClient(settings: Pick<SlackSettings, 'apiRoot' | 'botToken'>): webApi.WebClient {
  return new webApi.WebClient(settings.botToken, clientOptions(settings));
}
