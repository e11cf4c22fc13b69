import { z } from 'zod';
import { readBlocks } from './blocks.js';
import { json, type Method, read } from './method.js';
import { CommandError } from './refusal.js';
import { shown } from './world.js';

const filesSchema = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1);
const completeSchema = z.object({
  channel_id: z.string().optional(),
  channels: z.string().optional(),
  initial_comment: z.string().optional(),
});

/** `files.*`: gives an address for an upload, completes and shares the file, deletes it. */
export const fileMethods: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': {
    tier: 'four',
    token: 'bot',
    scopes: () => ['files:write'],
    run: (args, { files, origin }) => {
      const { filename, length, alt_txt } = read(
        z.object({
          filename: z.string().min(1),
          length: z.coerce.number().int(),
          alt_txt: z.string().default(''),
        }),
        args,
      );
      const { id } = files.begin(filename, length, alt_txt);
      return { upload_url: `${origin()}/upload/v1/${id}`, file_id: id };
    },
  },
  'files.delete': {
    tier: 'three',
    token: 'bot',
    scopes: () => ['files:write'],
    run: (args, { files }) => {
      files.delete(read(z.object({ file: z.string() }), args).file);
      return {};
    },
  },
  'files.completeUploadExternal': {
    tier: 'four',
    token: 'bot',
    scopes: () => ['files:write'],
    run: (args, world) => {
      const { workspace, messages } = world;
      const given = filesSchema.safeParse(json(args.files, 'invalid_arguments'));
      if (!given.success) throw new CommandError('invalid_arguments');
      const { channel_id, channels, initial_comment = '' } = read(completeSchema, args);
      const shares = [...(channels?.split(',') ?? []), ...(channel_id === undefined ? [] : [channel_id])].map(
        (id) => workspace.writable(id),
      );
      const files = given.data.map(({ id, title }) => world.files.complete(id, title));
      const blocks = args.blocks === undefined ? [] : readBlocks(json(args.blocks, 'invalid_blocks_format'));
      for (const { id: channelId } of shares) {
        const content = { text: initial_comment, blocks, files };
        const message = messages.add(channelId, workspace.botUserId, content);
        for (const file of files) file.channels.push(channelId);
        shown(message, world);
      }
      // Slack shares a file later: its answer names no channels yet.
      return { files: files.map(({ id, title, name }) => ({ id, title, name, channels: [], shares: {} })) };
    },
  },
};
