import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { readBlocks } from './blocks.js';
import { refuseTooLong, refuseTooLongChange } from './lengths.js';
import type { MessageData, Messages, StoredMessage } from './messages.js';
import { CommandError } from './refusal.js';
import type { Taps } from './taps.js';

const USES = 5;
const LIFE_MS = 30 * 60_000;

/** The address at which an app answers a person's act. */
interface ResponseUrl {
  readonly channelId: string;
  readonly personId: string;
  readonly tapId: string;
  /** The message whose button was pressed; null after a command. */
  readonly source: StoredMessage | null;
  readonly until: number;
  uses: number;
}

export const replySchema = z.object({
  text: z.string().optional(),
  blocks: z.array(z.unknown()).optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
});
export type Reply = z.infer<typeof replySchema>;

/** The content of a reply; throws `no_text` and `invalid_blocks`. */
export function contentOf({ text, blocks }: Pick<Reply, 'text' | 'blocks'>): MessageData {
  if (!text && !blocks?.length) throw new CommandError('no_text');
  return { text: (text ?? '').slice(0, 40_000), blocks: readBlocks(blocks ?? []) };
}

/** Response URLs: five uses in thirty minutes each. */
export class ResponseUrls {
  readonly #all = new Map<string, ResponseUrl>();
  /** The refusals, by code. */
  readonly refusals: string[] = [];

  constructor(
    readonly messages: Messages,
    readonly taps: Taps,
    readonly now: () => number,
    readonly botUserId: string,
  ) {}

  /** The path of a new one. */
  make(what: Omit<ResponseUrl, 'until' | 'uses'>): string {
    const path = `/actions/${randomBytes(18).toString('hex')}`;
    this.#all.set(path, { ...what, until: this.now() + LIFE_MS, uses: 0 });
    return path;
  }

  /** Express handler for all of them. */
  readonly handle = (request: Request, response: Response): void => {
    try {
      this.#take(request.path, request.body);
      response.type('text').send('ok');
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      this.refusals.push(error.code);
      const gone = ['expired_url', 'used_url'].includes(error.code);
      response.status(gone ? 404 : 400).json({ ok: false, error: error.code, ...error.details });
    }
  };

  #take(path: string, body: unknown): void {
    const url = this.#all.get(path);
    if (url === undefined || this.now() > url.until) throw new CommandError('expired_url');
    if (url.uses >= USES) throw new CommandError('used_url');
    url.uses += 1;
    const reply = replySchema.safeParse(body);
    if (!reply.success) throw new CommandError('invalid_payload');
    this.show(url, reply.data);
  }

  /** Shows a reply to an act, from its response URL or from the acknowledgement. */
  show(url: Omit<ResponseUrl, 'until' | 'uses'>, reply: Reply): void {
    const { source, channelId, personId, tapId } = url;
    if (reply.delete_original) {
      if (source !== null) source.deleted = true;
      return;
    }
    const content = contentOf(reply);
    let message = source;
    if (source !== null && !source.deleted && reply.replace_original) {
      refuseTooLongChange(content);
      this.messages.change(source, content);
    } else {
      refuseTooLong(content);
      const seenBy = reply.response_type === 'in_channel' ? null : personId;
      message = this.messages.add(channelId, this.botUserId, content, seenBy);
    }
    if (message === null || this.taps.answer(tapId, { kind: 'message', message })) return;
    // A form uses the response URL of the press that opened it.
    this.taps.seen(message, (id) => id === personId);
  }
}
