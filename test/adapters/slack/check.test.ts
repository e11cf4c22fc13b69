import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check } from '../../../adapters/slack/check.js';
import { SCOPES } from '../../../adapters/slack/scopes.js';
import type { SlackSettings } from '../../../adapters/slack/settings.js';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.js';

describe('what check says of Slack', () => {
  let slack: FakeSlack;
  beforeEach(async () => {
    slack = await startFakeSlack();
    slack.grants.scopes = [...SCOPES];
  });
  afterEach(() => slack.stop());

  const settings = (over: Partial<SlackSettings> = {}): SlackSettings => ({
    botToken: slack.botToken,
    apiRoot: slack.apiRoot,
    transport: { mode: 'socket', appToken: slack.appToken },
    staffChannels: [],
    ...over,
  });
  const said = async (over?: Partial<SlackSettings>) =>
    (await check(settings(over))).map(
      ({ ok, warning, subject, message }) => `${ok ? (warning ? 'but' : 'ok') : 'no'} ${subject}: ${message}`,
    );

  test('all is well', async () => {
    const staff = slack.channel({ kind: 'private' });
    const lines = await said({ staffChannels: [{ id: staff.id, petition: null }] });
    expect(lines.filter((line) => line.startsWith('no'))).toEqual([]);
    expect(lines.join('\n')).toMatch(/bot token.*\n.*scopes.*\n.*app token.*\n.*private/);
  });

  test('a bot token that Slack refuses ends the look', async () => {
    expect(await said({ botToken: 'xoxb-other' })).toEqual([
      expect.stringMatching(/^no Slack: bot token: Slack refuses SLACK_BOT_TOKEN/),
    ]);
  });

  test('scopes that are missing are named', async () => {
    slack.grants.scopes = ['commands', 'chat:write'];
    expect((await said())[1]).toMatch(/^no Slack: scopes: im:write, groups:read, files:write missing/);
  });

  test('scopes that the answer does not name are not called missing', async () => {
    slack.grants.hidesScopes = true;
    expect((await said())[1]).toMatch(/^but Slack: scopes: Slack's answer names no scopes/);
  });

  test('an app token that Slack refuses, or that may not connect', async () => {
    expect((await said({ transport: { mode: 'socket', appToken: 'xapp-other' } }))[2]).toMatch(
      /^no Slack: app token: Slack refuses SLACK_APP_TOKEN/,
    );
    slack.grants.appScopes = [];
    expect((await said())[2]).toMatch(/^no Slack: app token: .*connections:write/);
  });

  test('by HTTP, where the request URLs have to lead', async () => {
    const transport = {
      mode: 'http',
      signingSecret: 'x',
      publicUrl: 'https://petition.example.net',
    } as const;
    expect((await said({ transport }))[2]).toMatch(
      /^ok Slack: HTTP: .*https:\/\/petition\.example\.net\/slack\/events$/,
    );
  });

  test('by HTTP without an address of ours, that it has to be set', async () => {
    const transport = { mode: 'http', signingSecret: 'x', publicUrl: null } as const;
    expect((await said({ transport }))[2]).toMatch(
      /^but Slack: HTTP: PUBLIC_URL is not set.*\/slack\/events$/,
    );
  });

  test('staff channels that are not fit for staff, each with its reason', async () => {
    const channels = [
      slack.channel({ kind: 'public' }),
      slack.channel({ kind: 'private', isExtShared: true }),
      slack.channel({ kind: 'private', isPendingExtShared: true }),
      slack.channel({ kind: 'private', botIn: false }),
    ];
    const lines = await said({ staffChannels: channels.map(({ id }) => ({ id, petition: null })) });
    expect(lines.slice(3)).toEqual([
      expect.stringMatching(/^no .*not private/),
      expect.stringMatching(/^no .*shared with another workspace/),
      expect.stringMatching(/^no .*shared with another workspace/),
      expect.stringMatching(/^no .*invite the app/),
    ]);
  });

  test('Slack that cannot be reached', async () => {
    await slack.leave();
    expect(await said()).toEqual([expect.stringMatching(/^no Slack: bot token: Slack did not answer/)]);
    await slack.arrive();
  });
});
