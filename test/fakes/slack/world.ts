import type { Files } from './files.js';
import type { Messages, StoredMessage } from './messages.js';
import type { SocketMode } from './socket-mode.js';
import type { Taps } from './taps.js';
import type { Views } from './views.js';
import type { Workspace } from './workspace.js';

/** The state of one fake Slack. */
export interface World {
  readonly workspace: Workspace;
  readonly messages: Messages;
  readonly views: Views;
  readonly files: Files;
  readonly taps: Taps;
  readonly socket: SocketMode;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: () => string;
}

/** A message in Slack's own form, as payloads and answers carry it. */
export function wireMessage({ ts, author, data, edits }: StoredMessage, workspace: Workspace): object {
  const { botId, botUserId, appId, teamId } = workspace;
  return {
    type: 'message',
    ts,
    user: author,
    team: teamId,
    text: data.text,
    ...(author === botUserId ? { bot_id: botId, app_id: appId } : {}),
    ...(data.blocks.length > 0 ? { blocks: data.blocks } : {}),
    ...(edits > 0 ? { edited: { user: author, ts } } : {}),
  };
}

/** Tells all people with open taps in the channel about a message. */
export function shown(message: StoredMessage, { workspace, taps }: World): void {
  const members = workspace.find(message.channelId)?.members;
  taps.seen(message, (personId) => members?.has(personId) ?? false);
}
