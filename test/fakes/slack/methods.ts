import { z } from 'zod';
import { chatMethods } from './chat.js';
import { conversationMethods } from './conversations.js';
import { fileMethods } from './file-methods.js';
import { json, type Method, read } from './method.js';
import { CommandError } from './refusal.js';

const none = () => [];

/** Slack's Web API by the names of its methods. */
export const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': {
    tier: 'special',
    token: 'bot',
    scopes: none,
    run: (_args, { workspace }) => ({
      url: `https://${workspace.domain}.slack.example/`,
      team: 'Petitioners',
      user: 'petition',
      team_id: workspace.teamId,
      user_id: workspace.botUserId,
      bot_id: workspace.botId,
      is_enterprise_install: false,
    }),
  },
  'bots.info': {
    tier: 'three',
    token: 'bot',
    scopes: () => ['users:read'],
    run: (_args, { workspace: { botId, appId, botUserId } }) => ({
      bot: { id: botId, app_id: appId, user_id: botUserId, name: 'Petition', deleted: false },
    }),
  },
  'users.info': {
    tier: 'four',
    token: 'bot',
    scopes: () => ['users:read'],
    run: (args, { workspace }) => {
      const { user } = read(z.object({ user: z.string() }), args);
      const found = workspace.people.get(user);
      if (found === undefined) throw new CommandError('user_not_found');
      const { id, handle, displayName, locale } = found;
      const profile = { display_name: displayName, real_name: displayName };
      return { user: { id, team_id: workspace.teamId, name: handle, profile, locale } };
    },
  },
  'apps.connections.open': {
    tier: 'one',
    token: 'app',
    scopes: () => ['connections:write'],
    run: (_args, { socket, workspace, origin }) => {
      const ticket = socket.ticket();
      if (ticket === null) throw new CommandError('too_many_websockets');
      return { url: `${origin().replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${workspace.appId}` };
    },
  },
  'views.open': {
    tier: 'four',
    token: 'bot',
    scopes: none,
    run: (args, { views, taps }) => {
      const { trigger_id } = read(z.object({ trigger_id: z.string() }), args);
      const modal = views.open(trigger_id, json(args.view, 'invalid_arguments'));
      taps.answer(modal.tapId, { kind: 'modal', modal });
      return { view: views.wire(modal) };
    },
  },
  'views.update': {
    tier: 'four',
    token: 'bot',
    scopes: none,
    run: (args, { views }) => {
      const { view_id, hash } = read(z.object({ view_id: z.string(), hash: z.string().optional() }), args);
      return { view: views.wire(views.update(view_id, json(args.view, 'invalid_arguments'), hash)) };
    },
  },
  'views.publish': {
    tier: 'four',
    token: 'bot',
    scopes: none,
    run: (args, { views, taps }) => {
      const { user_id, hash } = read(z.object({ user_id: z.string(), hash: z.string().optional() }), args);
      const home = views.publish(user_id, json(args.view, 'invalid_arguments'), hash);
      taps.published(user_id, home);
      return { view: views.wire(home) };
    },
  },
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
};
