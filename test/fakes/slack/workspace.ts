import { slackId } from './ids.js';
import { CommandError } from './refusal.js';

/** A channel, or a direct message with the app. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'direct';
  readonly members: Set<string>;
  /** Whether the app was invited; it is always in a direct message. */
  botIn: boolean;
  /** Shared with another workspace by Slack Connect. */
  isExtShared: boolean;
  /** Invitations to share it are pending. */
  isPendingExtShared: boolean;
  isArchived: boolean;
  /** The workspace's administrators let only some people post here; the app is not among them. */
  isRestricted: boolean;
}

export interface ChannelOptions {
  readonly name?: string;
  readonly kind?: 'public' | 'private';
  readonly botIn?: boolean;
  readonly isExtShared?: boolean;
  readonly isPendingExtShared?: boolean;
}

/** A person's profile in the workspace. */
export interface Profile {
  readonly id: string;
  /** The handle in payloads of commands and presses: `amina.haddad`. */
  handle: string;
  readonly displayName: string;
  readonly locale: string;
}

/** The people and channels of one workspace, and its app. */
export class Workspace {
  readonly teamId = slackId('T');
  readonly domain = 'petitioners';
  readonly appId = slackId('A');
  readonly botId = slackId('B');
  readonly botUserId = slackId('U');
  readonly people = new Map<string, Profile>();
  readonly #channels = new Map<string, Channel>();
  readonly #directs = new Map<string, Channel>();

  addChannel(options: ChannelOptions = {}): Channel {
    const { kind = 'public', name = `channel-${this.#channels.size + 1}`, botIn = true } = options;
    const { isExtShared = false, isPendingExtShared = false } = options;
    const channel: Channel = {
      id: slackId('C'),
      name,
      kind,
      members: new Set(),
      botIn,
      isExtShared,
      isPendingExtShared,
      isArchived: false,
      isRestricted: false,
    };
    this.#channels.set(channel.id, channel);
    return channel;
  }

  /** The direct message between a person and the app. */
  directOf(personId: string): Channel {
    const known = this.#directs.get(personId);
    if (known !== undefined) return known;
    const direct: Channel = {
      id: slackId('D'),
      name: 'directmessage',
      kind: 'direct',
      members: new Set([personId]),
      botIn: true,
      isExtShared: false,
      isPendingExtShared: false,
      isArchived: false,
      isRestricted: false,
    };
    this.#directs.set(personId, direct);
    this.#channels.set(direct.id, direct);
    return direct;
  }

  /** A channel by its id, or by the id of a person for the direct message with them. */
  find(id: string): Channel | undefined {
    return this.#channels.get(id) ?? (this.people.has(id) ? this.directOf(id) : undefined);
  }

  /** A channel into which the app may write; throws the errors of `chat.postMessage`. */
  writable(id: string): Channel {
    const channel = this.find(id);
    if (channel === undefined || (channel.kind === 'private' && !channel.botIn)) {
      throw new CommandError('channel_not_found');
    }
    if (channel.isArchived) throw new CommandError('is_archived');
    if (!channel.botIn) throw new CommandError('not_in_channel');
    if (channel.isRestricted) throw new CommandError('restricted_action');
    return channel;
  }
}
