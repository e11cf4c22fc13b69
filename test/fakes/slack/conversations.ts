import { z } from 'zod';
import { type Arguments, type Method, read } from './method.js';
import { CommandError } from './refusal.js';
import type { Channel } from './workspace.js';
import type { World } from './world.js';

const SCOPE: Readonly<Record<Channel['kind'], string>> = {
  public: 'channels:read',
  private: 'groups:read',
  direct: 'im:read',
};

/** The scope for this kind of channel; any scope if the channel does not exist. */
function reading(args: Arguments, { workspace }: World): readonly string[] {
  const channel = workspace.find(String(args.channel ?? ''));
  return channel === undefined ? Object.values(SCOPE) : [SCOPE[channel.kind]];
}

/** A channel that the app sees. */
function seen(args: Arguments, { workspace }: World): Channel {
  const { channel } = read(z.object({ channel: z.string() }), args);
  const found = workspace.find(channel);
  if (found === undefined || (found.kind === 'private' && !found.botIn)) {
    throw new CommandError('channel_not_found');
  }
  return found;
}

/** `conversations.*`. */
export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.info': {
    tier: 'three',
    token: 'bot',
    scopes: reading,
    run: (args, world) => {
      const { id, name, kind, botIn, members, ...channel } = seen(args, world);
      const { teamId } = world.workspace;
      return {
        channel: {
          id,
          is_im: kind === 'direct',
          is_mpim: false,
          is_archived: channel.isArchived,
          is_org_shared: false,
          context_team_id: teamId,
          ...(kind === 'direct'
            ? { user: [...members][0] ?? '', is_user_deleted: false }
            : {
                name,
                is_channel: kind === 'public',
                is_group: false,
                is_private: kind === 'private',
                is_member: botIn,
                is_general: false,
                is_shared: channel.isExtShared,
                is_ext_shared: channel.isExtShared,
                is_pending_ext_shared: channel.isPendingExtShared,
                shared_team_ids: channel.isExtShared ? [teamId, 'T0ELSEWHERE'] : [teamId],
                pending_connected_team_ids: [],
              }),
        },
      };
    },
  },
  'conversations.members': {
    tier: 'four',
    token: 'bot',
    scopes: reading,
    run: (args, world) => ({
      members: [...seen(args, world).members],
      response_metadata: { next_cursor: '' },
    }),
  },
  'conversations.open': {
    tier: 'three',
    token: 'bot',
    scopes: () => ['im:write'],
    run: (args, { workspace }) => {
      const { users } = read(z.object({ users: z.string() }), args);
      if (users.includes(',')) throw new CommandError('missing_scope', { needed: 'mpim:write' });
      if (!workspace.people.has(users)) throw new CommandError('user_not_found');
      return { channel: { id: workspace.directOf(users).id } };
    },
  },
};
