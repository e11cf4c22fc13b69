import { webApi } from '@slack/bolt';
import type { CheckLine } from '../../src/channel/platform.js';
import { failureOf, refusesToken, slackError } from './failure.js';
import { EVENTS_PATH } from './http.js';
import { SCOPES } from './scopes.js';
import type { SlackSettings } from './settings.js';
import { type ChannelProblem, channelProblem } from './staff-channels.js';
import { clientOptions, webClient } from './web.js';

const APPS = 'https://api.slack.com/apps';
const WITHOUT_ADDRESS = `PUBLIC_URL is not set: set it to the https address at which Slack reaches this server; the request URLs of the app have to be that address and ${EVENTS_PATH}`;

/**
 * Checks the tokens, the scopes and the staff channels on Slack itself, for the operator. Changes nothing.
 */
export async function check(settings: SlackSettings): Promise<readonly CheckLine[]> {
  const client = webClient(settings);
  let granted: readonly string[];
  let team: string;
  try {
    const known = await client.auth.test();
    granted = known.response_metadata?.scopes ?? [];
    team = known.team ?? 'a workspace';
  } catch (error) {
    const refused = `Slack refuses SLACK_BOT_TOKEN: install the app again on the page "OAuth & Permissions" of ${APPS} and set the token anew`;
    return [line(false, 'bot token', refusesToken(error) ? refused : unreachable(settings, error))];
  }
  const missing = SCOPES.filter((scope) => !granted.includes(scope));
  return [
    line(true, 'bot token', `Slack knows the bot in ${team}`),
    line(
      missing.length === 0,
      'scopes',
      missing.length === 0
        ? 'the app has all that it needs'
        : `${missing.join(', ')} missing: add under "OAuth & Permissions" of ${APPS}, install the app again and set the token anew`,
    ),
    await checkTransport(settings),
    ...(await checkStaffChannels(settings, client)),
  ];
}

async function checkTransport(settings: SlackSettings): Promise<CheckLine> {
  const { transport } = settings;
  if (transport.mode === 'http') {
    const { publicUrl } = transport;
    return publicUrl === null
      ? { ...line(true, 'HTTP', WITHOUT_ADDRESS), warning: true }
      : line(true, 'HTTP', `the request URLs of the app have to be ${publicUrl}${EVENTS_PATH}`);
  }
  try {
    const app = new webApi.WebClient(transport.appToken, clientOptions(settings));
    await app.apps.connections.open();
    return line(true, 'app token', 'Slack opens connections for it (Socket Mode)');
  } catch (error) {
    const word = slackError(error);
    if (word === 'missing_scope') {
      return line(
        false,
        'app token',
        'SLACK_APP_TOKEN has not the scope connections:write: make another on "Basic Information"',
      );
    }
    const refused = `Slack refuses SLACK_APP_TOKEN (${word}): make an app-level token with connections:write on "Basic Information" of ${APPS}, and see that Socket Mode is on`;
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
    settings.staffChannels.map(async (channelId) => {
      try {
        const problem = await channelProblem(client, channelId);
        const subject = `staff channel ${channelId}`;
        return problem === null
          ? line(true, subject, 'private, and of this workspace alone')
          : line(false, subject, ADVICE[problem]);
      } catch (error) {
        return line(false, `staff channel ${channelId}`, unreachable(settings, error));
      }
    }),
  );
}

const ADVICE: Readonly<Record<ChannelProblem, string>> = {
  'not-found': 'not seen by the app: see that the id is right, and invite the app there (/invite)',
  public: 'not private: everybody in the workspace could read; make it private or take another',
  shared: 'shared with another workspace, or about to be: staff are answered only where nobody else is',
  archived: 'archived: unarchive it or take another',
};

function unreachable({ apiRoot }: SlackSettings, error: unknown): string {
  return `Slack could not be asked (${failureOf(error).code}): see whether this machine reaches ${apiRoot}, then try again`;
}

function line(ok: boolean, subject: string, message: string): CheckLine {
  return { ok, subject: `Slack: ${subject}`, message };
}
