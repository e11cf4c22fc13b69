import { type Block, elementsOf } from './blocks.js';
import type { UploadedFile } from './files.js';
import { timestamp } from './ids.js';
import { type Reading, readBlock, readMrkdwn, withoutEntities } from './mrkdwn.js';

/** The content of a message. */
export interface MessageData {
  /** Shown if there are no blocks; otherwise the text of notifications. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly files?: readonly UploadedFile[];
  /** Slack turns names such as `@channel` into mentions (`link_names`, or `parse=full`). */
  readonly namesLinked?: boolean;
}

/** A message as Slack keeps it. */
export interface StoredMessage {
  readonly ts: string;
  readonly channelId: string;
  /** The person who sees an ephemeral message; null if everybody in the channel sees the message. */
  readonly seenBy: string | null;
  /** The person or the bot that wrote it. */
  readonly author: string;
  data: MessageData;
  deleted: boolean;
  /** How often it was changed. */
  edits: number;
  /** Grows with every change to any message. It tells which screen of a person is the newest. */
  touched: number;
}

/** A button as a person sees it. */
export interface ShownButton {
  readonly label: string;
  readonly actionId: string;
  readonly blockId: string;
  readonly value?: string;
  readonly url?: string;
}

/** All messages of one fake Slack. */
export class Messages {
  readonly #all: StoredMessage[] = [];
  #changes = 0;

  constructor(readonly now: () => number) {}

  add(channelId: string, author: string, data: MessageData, seenBy: string | null = null): StoredMessage {
    const ts = timestamp(this.now());
    const touched = ++this.#changes;
    const message = { ts, channelId, seenBy, author, data, deleted: false, edits: 0, touched };
    this.#all.push(message);
    return message;
  }

  change(message: StoredMessage, data: MessageData): void {
    message.data = data;
    message.edits += 1;
    message.touched = ++this.#changes;
  }

  /** Finds a message for the API, which can't reach ephemeral ones. */
  find(channelId: string, ts: string): StoredMessage | undefined {
    return this.#all.find(
      (one) => one.channelId === channelId && one.ts === ts && one.seenBy === null && !one.deleted,
    );
  }

  /** The public messages of a channel, oldest first. */
  inChannel(channelId: string): StoredMessage[] {
    return this.#all.filter((one) => one.channelId === channelId && one.seenBy === null && !one.deleted);
  }

  /** The bot's messages that only this person sees, the last changed at the end. */
  screensOf(personId: string, dmId: string): StoredMessage[] {
    return this.#all
      .filter(({ seenBy, channelId, author, deleted }) => {
        if (deleted || author === personId) return false;
        return seenBy === personId || (seenBy === null && channelId === dmId);
      })
      .sort((one, other) => one.touched - other.touched);
  }

  /** Every message that could notify a person. */
  ringing(): StoredMessage[] {
    return this.#all.filter(({ data }) => {
      if (data.namesLinked && /@\w/.test(data.text)) return true;
      const { effects } = readMrkdwn(data.text);
      const all = [...effects, ...data.blocks.flatMap((block) => readBlock(block).effects)];
      return all.includes('mention') || all.includes('broadcast');
    });
  }
}

/** The text of a message as its reader sees it, without buttons. */
export function readingOf({ text, blocks }: Pick<MessageData, 'text' | 'blocks'>): Reading {
  if (blocks.length === 0) return readMrkdwn(text);
  return readingOfBlocks(blocks);
}

/** The text of a modal or a Home tab. */
export function readingOfBlocks(blocks: readonly Block[]): Reading {
  const parts = blocks.map(readBlock).filter((part) => part.text !== '');
  return {
    text: parts.map((part) => part.text).join('\n\n'),
    effects: parts.flatMap(({ effects }) => effects),
  };
}

/** The buttons among blocks, in their order. */
export function buttonsOf(blocks: readonly Block[]): ShownButton[] {
  return blocks.flatMap((block, index) =>
    elementsOf(block).flatMap((one, place): ShownButton[] => {
      if (one.type !== 'button') return [];
      return [
        {
          label: withoutEntities(one.text.text),
          // Slack fills in missing ids.
          actionId: one.action_id ?? `action${place}`,
          blockId: block.block_id ?? `block${index}`,
          ...(one.value === undefined ? {} : { value: one.value }),
          ...(one.url === undefined ? {} : { url: one.url }),
        },
      ];
    }),
  );
}
