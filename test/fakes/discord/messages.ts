import {
  COMPONENTS_V2,
  type Component,
  EPHEMERAL,
  embeddedTexts,
  flatten,
  type MessageData,
} from './limits.js';
import { type Reading, readMarkdown } from './markdown.js';
import { snowflake } from './snowflake.js';

/** A message as Discord keeps it. */
export interface StoredMessage {
  readonly id: string;
  readonly channelId: string;
  /** The person who sees an ephemeral message; null if everybody in the channel sees the message. */
  readonly seenBy: string | null;
  data: MessageData;
  deleted: boolean;
  /** The moments of its edits by the bot's own token, in milliseconds since 1970. */
  readonly edits: number[];
  /** Grows with every change to any message. It tells which screen of a person is the newest. */
  touched: number;
}

/** A button as a person sees it. */
export interface ShownButton {
  readonly label: string;
  readonly customId?: string;
  readonly url?: string;
}

/** All messages of one fake Discord. */
export class Messages {
  readonly #all = new Map<string, StoredMessage>();
  #changes = 0;

  add(channelId: string, personId: string, data: MessageData): StoredMessage {
    const ephemeral = ((data.flags ?? 0) & EPHEMERAL) !== 0;
    const message: StoredMessage = {
      id: snowflake(),
      channelId,
      seenBy: ephemeral ? personId : null,
      data,
      deleted: false,
      edits: [],
      touched: ++this.#changes,
    };
    this.#all.set(message.id, message);
    return message;
  }

  /** Replaces the changed fields. A message with the newer components keeps that format. */
  change(message: StoredMessage, change: MessageData): void {
    const flags = (message.data.flags ?? 0) | ((change.flags ?? 0) & COMPONENTS_V2);
    message.data = { ...message.data, ...change, flags, allowed_mentions: change.allowed_mentions };
    message.touched = ++this.#changes;
  }

  find(id: string): StoredMessage | undefined {
    const message = this.#all.get(id);
    return message?.deleted ? undefined : message;
  }

  /** The public messages of a channel, oldest first. */
  inChannel(channelId: string): StoredMessage[] {
    return [...this.#all.values()].filter(
      (message) => message.channelId === channelId && message.seenBy === null && !message.deleted,
    );
  }

  /** The public messages of all channels. */
  public(): StoredMessage[] {
    return [...this.#all.values()].filter(({ seenBy, deleted }) => seenBy === null && !deleted);
  }

  /** The messages that only this person sees, the last changed at the end. */
  screensOf(personId: string): StoredMessage[] {
    return [...this.#all.values()]
      .filter(({ seenBy, deleted }) => seenBy === personId && !deleted)
      .sort((one, other) => one.touched - other.touched);
  }

  /** Every message that could notify a person. Only an empty `parse` list is safe. */
  ringing(): StoredMessage[] {
    return [...this.#all.values()].filter(
      ({ data }) => textOf(data) !== '' && data.allowed_mentions?.parse?.length !== 0,
    );
  }
}

/** The text of a message, as it came over the wire. */
export function textOf(data: MessageData): string {
  const displays = flatten(data.components ?? []).flatMap((one) => (one.type === 10 ? [one.content] : []));
  return [data.content ?? '', ...(data.embeds ?? []).flatMap(embeddedTexts), ...displays]
    .filter(Boolean)
    .join('\n\n');
}

/** The text of a message, as its reader sees it. */
export function readingOf(data: MessageData): Reading {
  return readMarkdown(textOf(data));
}

/** The buttons of a message, in their order. */
export function buttonsOf(data: MessageData): ShownButton[] {
  return flatten(data.components ?? []).flatMap((one): ShownButton[] => {
    if (one.type !== 2) return [];
    return 'url' in one
      ? [{ label: one.label, url: one.url }]
      : [{ label: one.label, customId: one.custom_id }];
  });
}

/** A message in Discord's own form, as interactions and answers carry it. */
export function wireMessage(message: StoredMessage, bot: object): object {
  const components: readonly Component[] = message.data.components ?? [];
  return {
    id: message.id,
    channel_id: message.channelId,
    author: bot,
    content: message.data.content ?? '',
    timestamp: new Date().toISOString(),
    edited_timestamp: message.edits.length > 0 ? new Date(message.edits.at(-1) ?? 0).toISOString() : null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: message.data.embeds ?? [],
    components,
    pinned: false,
    type: 20,
    flags: message.data.flags ?? 0,
  };
}
