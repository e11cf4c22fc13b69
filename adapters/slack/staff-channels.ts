import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { failureOf, slackError } from './failure.js';
import { retryBriefly } from './retry.js';

/** Why staff must not be answered in a channel. */
export type ChannelProblem =
  /** The app is not in it, or there is none with this id. */
  | 'not-found'
  | 'public'
  /** With another workspace, or somebody was invited to share it. */
  | 'shared'
  | 'archived';

/**
 * Looks at a channel on Slack itself.
 * @returns null where staff may be answered in it: private, and of this workspace alone
 * @throws what Slack's client throws, where Slack could not be asked
 */
export async function channelProblem(
  client: webApi.WebClient,
  channelId: string,
): Promise<ChannelProblem | null> {
  try {
    const { channel } = await retryBriefly(() => client.conversations.info({ channel: channelId }));
    if (channel === undefined) return 'not-found';
    if (channel.is_archived) return 'archived';
    if (channel.is_private !== true || channel.is_im || channel.is_mpim) return 'public';
    const shared =
      channel.is_shared ||
      channel.is_ext_shared ||
      channel.is_org_shared ||
      channel.is_global_shared ||
      channel.is_pending_ext_shared ||
      (channel.pending_shared ?? []).length > 0;
    return shared ? 'shared' : null;
  } catch (error) {
    const word = slackError(error);
    if (word === 'channel_not_found') return 'not-found';
    // With the one scope that the app has for it, Slack tells of private channels and of no others.
    if (word === 'missing_scope') return 'public';
    throw error;
  }
}

/** The channels in which staff are answered. */
export interface StaffChannels {
  readonly all: readonly string[];
  /** Whether staff may be answered here now: looked up each time, since a channel can be shared at any time. */
  permits(channelId: string): Promise<boolean>;
}

/** @param configured the ids that the operator names; no other channel is ever looked at */
export function createStaffChannels(
  configured: readonly string[],
  client: webApi.WebClient,
  log: Logger,
): StaffChannels {
  return {
    all: configured,
    async permits(channelId) {
      if (!configured.includes(channelId)) return false;
      // Its place in the variable, since logs carry no ids.
      const place = configured.indexOf(channelId) + 1;
      try {
        const problem = await channelProblem(client, channelId);
        if (problem !== null) log.warn({ place, problem }, 'a staff channel is not fit for staff');
        return problem === null;
      } catch (error) {
        log.warn({ place, ...failureOf(error) }, 'a staff channel could not be looked at');
        return false;
      }
    },
  };
}
