import { z } from 'zod';
import { type Action, COMMANDS } from '../../src/conversation/event.js';
import type { Message } from '../../src/conversation/message.js';
import { blocksToHtml } from '../../src/petition/html.js';
import type { ChatMessage } from './client/answer.js';

/** Codes are at most 64 bytes; one that is longer is forged, and answered like any other that does not fit. */
const code = z.string().max(256);

/** Far above what any field takes: the engine explains what is too long, this only bounds its work. */
const written = z.string().max(4_000);

const actionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('command'),
    command: z.enum(COMMANDS),
    argument: written.exactOptional(),
    source: z.string().max(64).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('press'), code }),
  z.strictObject({ kind: z.literal('form'), code, text: written }),
  z.strictObject({ kind: z.literal('text'), text: written }),
]);

const requestSchema = z.strictObject({ id: z.uuid(), action: actionSchema });

/** What the chat sends: one action under an id of its own, the same when it is sent again. */
export interface ChatRequest {
  readonly id: string;
  readonly action: Action;
}

/** Reads a request's body; null for anything that the chat does not send. */
export function parseRequest(body: Uint8Array): ChatRequest | null {
  try {
    // Bytes that are no text are refused here: replaced characters would be somebody's mangled name.
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return requestSchema.safeParse(value).data ?? null;
  } catch {
    return null;
  }
}

/** A message as the chat shows it; the body becomes HTML here, and everything else stays plain text. */
export function renderMessage(message: Message): ChatMessage {
  const { role, locale, direction, buttons, share, progress } = message;
  return {
    role,
    locale,
    direction,
    html: blocksToHtml(message.body, { headingLevel: 3, command: (command) => command }),
    buttons,
    ...(share === undefined ? {} : { share }),
    ...(progress === undefined ? {} : { progress }),
  };
}
