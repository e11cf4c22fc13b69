import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../adapters/slack/settings.js';

const BOT = { SLACK_BOT_TOKEN: 'xoxb-1-2-abc' };
const SOCKET = { ...BOT, SLACK_APP_TOKEN: 'xapp-1-abc' };
const HTTP = { ...BOT, SLACK_SIGNING_SECRET: '8f742231b10e8888abcd99yyyzzz85a5' };

function variablesIn(env: Record<string, string>): readonly string[] {
  const settings = readSettings(env);
  return settings !== null && 'problems' in settings
    ? settings.problems.map(({ variable }) => variable).sort()
    : [];
}

describe("Slack's part of the environment", () => {
  test('without any of it, Slack is left out', () => {
    expect(readSettings({})).toBeNull();
    expect(readSettings({ SLACK_BOT_TOKEN: ' ', SLACK_API_ROOT: 'https://slack.com/api/' })).toBeNull();
  });

  test('a bot token and an app token mean Socket Mode', () => {
    expect(readSettings(SOCKET)).toEqual({
      botToken: 'xoxb-1-2-abc',
      transport: { mode: 'socket', appToken: 'xapp-1-abc' },
      apiRoot: 'https://slack.com/api/',
      staffChannels: [],
    });
  });

  test('a bot token and a signing secret mean HTTP', () => {
    expect(readSettings(HTTP)).toMatchObject({
      transport: { mode: 'http', signingSecret: '8f742231b10e8888abcd99yyyzzz85a5', publicUrl: null },
    });
    expect(readSettings({ ...HTTP, PUBLIC_URL: 'https://petition.example.net/' })).toMatchObject({
      transport: { publicUrl: 'https://petition.example.net' },
    });
  });

  test('with both, or neither, it is not known how Slack reaches us', () => {
    expect(variablesIn({ ...SOCKET, ...HTTP })).toEqual(['SLACK_APP_TOKEN']);
    expect(variablesIn(BOT)).toEqual(['SLACK_APP_TOKEN']);
  });

  test('the other variables without the bot token are a problem', () => {
    expect(variablesIn({ SLACK_APP_TOKEN: 'xapp-1-abc' })).toEqual(['SLACK_BOT_TOKEN']);
    expect(variablesIn({ SLACK_SIGNING_SECRET: 'secret' })).toEqual(['SLACK_BOT_TOKEN']);
  });

  test('staff channels are read one by one, named twice or not', () => {
    const settings = readSettings({ ...SOCKET, SLACK_STAFF_CHANNELS: 'C0123ABCD, G0456EFGH,,C0123ABCD' });
    expect(settings).toMatchObject({
      staffChannels: [
        { id: 'C0123ABCD', petition: null },
        { id: 'G0456EFGH', petition: null },
      ],
    });
  });

  test('the API root ends with one slash', () => {
    for (const root of ['https://proxy.example.org/api', 'https://proxy.example.org/api//']) {
      expect(readSettings({ ...SOCKET, SLACK_API_ROOT: root })).toMatchObject({
        apiRoot: 'https://proxy.example.org/api/',
      });
    }
  });

  test('all that is wrong is said at once, and no value is repeated', () => {
    const env = {
      SLACK_BOT_TOKEN: 'xapp-mixed-up',
      SLACK_APP_TOKEN: 'xoxb-mixed-up',
      SLACK_API_ROOT: 'http://far.example.org/api',
      SLACK_STAFF_CHANNELS: '#staff, D0123ABCD',
    };
    expect(variablesIn(env)).toEqual([
      'SLACK_API_ROOT',
      'SLACK_APP_TOKEN',
      'SLACK_BOT_TOKEN',
      'SLACK_STAFF_CHANNELS',
    ]);
    expect(JSON.stringify(readSettings(env))).not.toMatch(/mixed-up|#staff|far\.example/);
  });
});
