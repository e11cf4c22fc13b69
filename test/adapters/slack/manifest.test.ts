import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { EVENTS } from '../../../adapters/slack/app.js';
import { EVENTS_PATH } from '../../../adapters/slack/http.js';
import { COMMAND } from '../../../adapters/slack/mrkdwn.js';
import { SCOPES } from '../../../adapters/slack/scopes.js';
import { COMMANDS } from '../../../src/conversation/event.js';

const FOLDER = join(import.meta.dirname, '../../../adapters/slack');

/** What of a manifest the code depends on: https://docs.slack.dev/reference/app-manifest */
const schema = z.strictObject({
  display_information: z.strictObject({
    name: z.string().max(35),
    description: z.string().max(140),
    background_color: z.string(),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: z.string().max(80), always_online: z.boolean() }),
    slash_commands: z.array(
      z.strictObject({
        command: z.string().max(32),
        url: z.string().optional(),
        description: z.string().max(2000),
        usage_hint: z.string().max(1000),
        should_escape: z.boolean(),
      }),
    ),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: z.string().optional(),
      bot_events: z.array(z.string()),
    }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: z.string().optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

const read = (name: string) => schema.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
const socket = read('manifest.json');
const http = read('manifest-http.json');

describe.for([
  ['manifest.json', socket],
  ['manifest-http.json', http],
] as const)('%s', ([, manifest]) => {
  const { features, settings, oauth_config } = manifest;

  test('asks for the scopes that check looks for, and no others', () => {
    expect(oauth_config.scopes.bot.toSorted()).toEqual([...SCOPES].sort());
  });

  test('has the one command that the code answers, and hints at everything that it can do', () => {
    expect(features.slash_commands.map(({ command }) => command)).toEqual([COMMAND]);
    const [command] = features.slash_commands;
    expect(command?.usage_hint.split(' | ')).toEqual([...COMMANDS]);
  });

  test('leaves what people type as it is', () => {
    expect(features.slash_commands[0]?.should_escape).toBe(false);
  });

  test('subscribes to the events that the code hears, and no others', () => {
    expect(settings.event_subscriptions.bot_events).toEqual([...EVENTS]);
    expect(settings.interactivity.is_enabled).toBe(true);
  });

  test('has a Home tab, and messages that nobody can answer in words', () => {
    expect(features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: true,
    });
  });
});

test('in Socket Mode no address is needed', () => {
  expect(socket.settings.socket_mode_enabled).toBe(true);
  expect(JSON.stringify(socket)).not.toContain('https://');
});

test('by HTTP all three addresses lead to the one route', () => {
  const { settings, features } = http;
  const addresses = [
    settings.event_subscriptions.request_url,
    settings.interactivity.request_url,
    features.slash_commands[0]?.url,
  ];
  expect(settings.socket_mode_enabled).toBe(false);
  for (const address of addresses) expect(new URL(address ?? '').pathname).toBe(EVENTS_PATH);
  expect(new Set(addresses).size).toBe(1);
});

test('the two differ in the transport alone', () => {
  const without = ({ features, settings, ...rest }: typeof socket) => ({
    ...rest,
    features: {
      ...features,
      slash_commands: features.slash_commands.map(({ url: _, ...command }) => command),
    },
    settings: {
      ...settings,
      event_subscriptions: { bot_events: settings.event_subscriptions.bot_events },
      interactivity: { is_enabled: settings.interactivity.is_enabled },
      socket_mode_enabled: null,
    },
  });
  expect(without(http)).toEqual(without(socket));
});
