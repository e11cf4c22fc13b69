import { z } from 'zod';
import { type Block, readBlocks } from './blocks.js';
import type { UploadedFile } from './files.js';
import { refuseTooLong, refuseTooLongChange } from './lengths.js';
import type { MessageData, StoredMessage } from './messages.js';
import { type Arguments, json, type Method, read } from './method.js';
import { CommandError } from './refusal.js';
import { contentOf } from './response-urls.js';
import { shown, type World, wireMessage } from './world.js';

const postSchema = z.object({
  channel: z.string(),
  text: z.string().optional(),
  link_names: z.unknown().optional(),
  parse: z.string().optional(),
});

const write = () => ['chat:write'];

/**
 * The files that blocks show.
 * @throws CommandError `invalid_blocks` for a file that Slack has not checked yet
 */
function filesIn(blocks: readonly Block[], { files }: World): readonly UploadedFile[] {
  return blocks.flatMap((block, index) => {
    if (block.type !== 'image' || block.slack_file === undefined) return [];
    const file = files.ready(block.slack_file.id ?? '');
    if (file !== null) return [file];
    const message = `[ERROR] invalid slack file [json-pointer:/blocks/${index}/slack_file]`;
    throw new CommandError('invalid_blocks', { response_metadata: { messages: [message] } });
  });
}

/** The content of a call; throws `no_text`, `invalid_blocks_format`, `invalid_blocks`, `msg_blocks_too_long`. */
function content(args: Arguments, world: World): MessageData {
  const { text, link_names, parse } = read(postSchema, args);
  const blocks = z.array(z.unknown()).safeParse(json(args.blocks ?? [], 'invalid_blocks_format'));
  if (!blocks.success) throw new CommandError('invalid_blocks_format');
  const said = contentOf({ text, blocks: blocks.data });
  refuseTooLong(said);
  const linked = parse === 'full' || link_names === 'true' || link_names === '1' || link_names === true;
  const files = filesIn(said.blocks, world);
  return { ...said, ...(files.length > 0 ? { files } : {}), ...(linked ? { namesLinked: true } : {}) };
}

/** A message that the app may change or delete: its own, and not an ephemeral one. */
function own(args: Arguments, { workspace, messages }: World, refusal: string): StoredMessage {
  const { channel, ts } = read(z.object({ channel: z.string(), ts: z.string() }), args);
  const found = workspace.find(channel);
  if (found === undefined) throw new CommandError('channel_not_found');
  const message = messages.find(found.id, ts);
  if (message === undefined) throw new CommandError('message_not_found');
  if (message.author !== workspace.botUserId) throw new CommandError(refusal);
  return message;
}

/** `chat.*`. */
export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': {
    tier: 'special',
    perChannel: true,
    token: 'bot',
    scopes: write,
    run: (args, world) => {
      const { workspace, messages } = world;
      const channel = workspace.writable(read(postSchema, args).channel);
      const message = messages.add(channel.id, workspace.botUserId, content(args, world));
      shown(message, world);
      return { channel: channel.id, ts: message.ts, message: wireMessage(message, workspace) };
    },
  },
  'chat.postEphemeral': {
    tier: 'four',
    token: 'bot',
    scopes: write,
    run: (args, world) => {
      const { workspace, messages } = world;
      const channel = workspace.writable(read(postSchema, args).channel);
      const { user } = read(z.object({ user: z.string() }), args);
      if (!channel.members.has(user)) throw new CommandError('user_not_in_channel');
      const message = messages.add(channel.id, workspace.botUserId, content(args, world), user);
      shown(message, world);
      return { message_ts: message.ts };
    },
  },
  'chat.update': {
    tier: 'three',
    token: 'bot',
    scopes: write,
    run: (args, world) => {
      const message = own(args, world, 'cant_update_message');
      const { text } = read(postSchema, args);
      if (args.text === undefined && args.blocks === undefined) throw new CommandError('no_text');
      // Omitted fields keep their values.
      const parsed = z.array(z.unknown()).safeParse(json(args.blocks ?? [], 'invalid_blocks_format'));
      if (!parsed.success) throw new CommandError('invalid_blocks_format');
      const blocks = args.blocks === undefined ? message.data.blocks : readBlocks(parsed.data);
      const changed = { ...message.data, text: text ?? message.data.text, blocks };
      refuseTooLongChange(changed);
      world.messages.change(message, changed);
      shown(message, world);
      return { channel: message.channelId, ts: message.ts, text: message.data.text };
    },
  },
  'chat.delete': {
    tier: 'three',
    token: 'bot',
    scopes: write,
    run: (args, world) => {
      const message = own(args, world, 'cant_delete_message');
      message.deleted = true;
      return { channel: message.channelId, ts: message.ts };
    },
  },
};
