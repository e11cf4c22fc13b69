import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { failureOf, slackError } from './failure.js';
import { retryPatiently } from './retry.js';

/** Why a channel can't be used for staff. */
export type ChannelProblem =
  /** The app is not in it, or no channel has this id. */
  | 'not-found'
  | 'public'
  /** Shared with another workspace, or an invitation to share it is open. */
  | 'shared'
  | 'archived';

/**
 * Checks a channel on Slack itself.
 * @returns null if it is good for staff: private, and only of this workspace
 * @throws errors of Slack's client, if Slack could not be asked
 */
export async function channelProblem(
  client: webApi.WebClient,
  channelId: string,
): Promise<ChannelProblem | null> {
  try {
    const { channel } = await retryPatiently(() => client.conversations.info({ channel: channelId }));
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
    // With its one scope for this, the app can see private channels only.
    if (word === 'missing_scope') return 'public';
    throw error;
  }
}

/** Whether staff may be answered in a channel. */
export type Permission =
  | 'granted'
  | 'refused'
  /** Slack could not be asked. */
  | 'unknown';

/** The channels in which staff are answered. */
export interface StaffChannels {
  readonly all: readonly string[];
  /**
   * Whether staff may be answered here now. We ask Slack each time, since a channel can be shared at any
   * time. If Slack can't be asked, a channel that was refused before is refused again, so that its members don't
   * learn that it is on the operator's list.
   */
  permission(channelId: string): Promise<Permission>;
}

/** @param configured the operator's channel ids; we never ask Slack about other channels */
export function createStaffChannels(
  configured: readonly string[],
  client: webApi.WebClient,
  log: Logger,
): StaffChannels {
  /** The channels that were refused at the last check that succeeded. */
  const unfit = new Set<string>();
  return {
    all: configured,
    async permission(channelId) {
      if (!configured.includes(channelId)) return 'refused';
      // Its position in the variable, since logs must not contain ids.
      const place = configured.indexOf(channelId) + 1;
      try {
        const problem = await channelProblem(client, channelId);
        if (problem === null) {
          unfit.delete(channelId);
          return 'granted';
        }
        unfit.add(channelId);
        log.warn({ place, problem }, 'a staff channel can not be used for staff');
        return 'refused';
      } catch (error) {
        log.warn({ place, ...failureOf(error) }, 'a staff channel could not be checked');
        return unfit.has(channelId) ? 'refused' : 'unknown';
      }
    },
  };
}
