import { webApi } from '@slack/bolt';
import type { CheckLine } from '../../src/channel/platform.js';
import { failureOf, refusesToken, slackError } from './failure.js';
import { EVENTS_PATH } from './http.js';
import { SCOPES } from './scopes.js';
import type { SlackSettings } from './settings.js';
import { type ChannelProblem, channelProblem } from './staff-channels.js';
import { clientOptions, webClient } from './web.js';

const APPS = 'https://api.slack.com/apps';
const WITHOUT_ADDRESS = `PUBLIC_URL is not set: set it to the https address at which Slack reaches this server; the app's request URLs must be that address, followed by ${EVENTS_PATH}`;

/**
 * Checks the tokens, the scopes and the staff channels on Slack itself, for the operator. Changes nothing.
 */
export async function check(settings: SlackSettings): Promise<readonly CheckLine[]> {
  const client = webClient(settings);
  /** Null if Slack's answer does not say it: a proxy can lose the header. */
  let granted: readonly string[] | null;
  let team: string;
  try {
    const known = await client.auth.test();
    granted = known.response_metadata?.scopes ?? null;
    team = known.team ?? 'a workspace';
  } catch (error) {
    const refused = `Slack refuses SLACK_BOT_TOKEN: install the app again on the page "OAuth & Permissions" of ${APPS} and set the variable to the new token`;
    return [line(false, 'bot token', refusesToken(error) ? refused : unreachable(settings, error))];
  }
  return [
    line(true, 'bot token', `Slack knows the bot in ${team}`),
    checkScopes(granted),
    await checkTransport(settings),
    ...(await checkStaffChannels(settings, client)),
  ];
}

function checkScopes(granted: readonly string[] | null): CheckLine {
  if (granted === null) {
    const unknown = `Slack's answer names no scopes (the header x-oauth-scopes is missing): check under "OAuth & Permissions" of ${APPS} that the app has ${SCOPES.join(', ')}`;
    return { ...line(true, 'scopes', unknown), warning: true };
  }
  const missing = SCOPES.filter((scope) => !granted.includes(scope));
  return line(
    missing.length === 0,
    'scopes',
    missing.length === 0
      ? 'the app has all scopes that it needs'
      : `${missing.join(', ')} missing: add them under "OAuth & Permissions" of ${APPS}, install the app again and set SLACK_BOT_TOKEN to the new token`,
  );
}

async function checkTransport(settings: SlackSettings): Promise<CheckLine> {
  const { transport } = settings;
  if (transport.mode === 'http') {
    const { publicUrl } = transport;
    return publicUrl === null
      ? { ...line(true, 'HTTP', WITHOUT_ADDRESS), warning: true }
      : line(true, 'HTTP', `the app's request URLs must be ${publicUrl}${EVENTS_PATH}`);
  }
  try {
    const app = new webApi.WebClient(transport.appToken, clientOptions(settings));
    await app.apps.connections.open();
    return line(true, 'app token', 'Slack opens connections with it (Socket Mode)');
  } catch (error) {
    const word = slackError(error);
    if (word === 'missing_scope') {
      return line(
        false,
        'app token',
        'SLACK_APP_TOKEN lacks the scope connections:write: make another token on the page "Basic Information"',
      );
    }
    const refused = `Slack refuses SLACK_APP_TOKEN (${word}): make an app-level token with connections:write on the page "Basic Information" of ${APPS}, and check that Socket Mode is on`;
    return line(false, 'app token', word === null ? unreachable(settings, error) : refused);
  }
}

async function checkStaffChannels(
  settings: SlackSettings,
  client: webApi.WebClient,
): Promise<readonly CheckLine[]> {
  if (settings.staffChannels.length === 0) {
    return [line(true, 'staff channels', 'none: set SLACK_STAFF_CHANNELS to use the staff commands')];
  }
  return Promise.all(
    settings.staffChannels.map(async ({ id: channelId }) => {
      try {
        const problem = await channelProblem(client, channelId);
        const subject = `staff channel ${channelId}`;
        return problem === null
          ? line(true, subject, 'private, and not shared with another workspace')
          : line(false, subject, ADVICE[problem]);
      } catch (error) {
        return line(false, `staff channel ${channelId}`, unreachable(settings, error));
      }
    }),
  );
}

const ADVICE: Readonly<Record<ChannelProblem, string>> = {
  'not-found': 'the app does not see this channel: check the id, and invite the app there (/invite)',
  public: 'not private: everybody in the workspace could read it; make it private or use another channel',
  shared:
    'shared with another workspace, or about to be: the bot answers staff only in channels of this workspace alone',
  archived: 'archived: unarchive it or use another channel',
};

function unreachable({ apiRoot }: SlackSettings, error: unknown): string {
  return `Slack did not answer (${failureOf(error).code}): check that this machine can reach ${apiRoot}, then try again`;
}

function line(ok: boolean, subject: string, message: string): CheckLine {
  return { ok, subject: `Slack: ${subject}`, message };
}
