import { elementsOf } from './blocks.js';
import { slackId, timestamp } from './ids.js';
import type { ShownButton, StoredMessage } from './messages.js';
import type { ModalView } from './views.js';
import type { Profile, Workspace } from './workspace.js';
import { wireMessage } from './world.js';

/** The fields of a press: a button's ids and value. */
export type Pressed = Pick<ShownButton, 'actionId'> & Partial<ShownButton>;

/** The person, team and app in the payload of a press or form. */
export function common({ id, handle }: Profile, { teamId, appId, domain }: Workspace): object {
  return {
    user: { id, username: handle, name: handle, team_id: teamId },
    api_app_id: appId,
    token: 'legacy',
    team: { id: teamId, domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** The message of a pressed button. Slack leaves the content of an ephemeral message out. */
export function onMessage(message: StoredMessage, workspace: Workspace): object {
  const { ts, channelId, seenBy } = message;
  return {
    container: { type: 'message', message_ts: ts, channel_id: channelId, is_ephemeral: seenBy !== null },
    channel: { id: channelId, name: workspace.find(channelId)?.name ?? '' },
    ...(seenBy === null ? { message: wireMessage(message, workspace) } : {}),
  };
}

export function actionOf({ actionId, blockId = 'block', value, label = '' }: Pressed): object {
  return {
    type: 'button',
    action_id: actionId,
    block_id: blockId,
    text: { type: 'plain_text', text: label, emoji: true },
    ...(value === undefined ? {} : { value }),
    action_ts: timestamp(Date.now()),
  };
}

/** An event in the envelope of the Events API. */
export function eventCallback(event: object, { teamId, appId, botUserId }: Workspace, now: number): object {
  return {
    token: 'legacy',
    team_id: teamId,
    context_team_id: teamId,
    context_enterprise_id: null,
    api_app_id: appId,
    event: { ...event, event_ts: timestamp(now) },
    type: 'event_callback',
    event_id: slackId('Ev'),
    event_time: Math.floor(now / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: teamId,
        user_id: botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  };
}

/** The values of a form: a text for its only field, or values by action id. */
export function stateOf({ data }: ModalView, values: string | Readonly<Record<string, string>>): object {
  const fields = data.blocks.flatMap((block, index) =>
    block.type === 'input'
      ? elementsOf(block).map((one) => ({ block: block.block_id ?? `block${index}`, one }))
      : [],
  );
  return Object.fromEntries(
    fields.map(({ block, one }) => {
      const actionId = one.action_id ?? 'action0';
      const value = typeof values === 'string' ? values : (values[actionId] ?? '');
      return [block, { [actionId]: { type: one.type, value: value === '' ? null : value } }];
    }),
  );
}
