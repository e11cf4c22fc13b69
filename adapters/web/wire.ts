import { z } from 'zod';
import { type BotAction, LIST_COMMAND } from '../../src/channel/adapter.js';
import { progressIn } from '../../src/channel/kit/progress-bar.js';
import { COMMANDS, OPENINGS, type Surroundings } from '../../src/conversation/event.js';
import type { Button, Message } from '../../src/conversation/message.js';
import { blocksToHtml } from '../../src/petition/html.js';
import type { ChatButton, ChatMessage } from './client/answer.js';

/** Real codes have at most 64 bytes. A longer one is forged, and gets the answer of an invalid code. */
const code = z.string().max(256);

/** Far above every field's limit. The engine explains its limits; this one only bounds the work. */
const written = z.string().max(4_000);

const actionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('command'),
    command: z.enum([...COMMANDS, LIST_COMMAND]),
    argument: written.exactOptional(),
    source: z.string().max(64).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('press'), code }),
  z.strictObject({ kind: z.literal('form'), code, text: written }),
  z.strictObject({ kind: z.literal('text'), text: written }),
]);

/** What the page shows, as the server wrote it into the page. */
const pageSchema = z.strictObject({
  petition: z.string().max(64),
  locale: z.string().max(35),
  open: z.boolean(),
  opening: z.enum(OPENINGS).exactOptional(),
});

const requestSchema = z.strictObject({
  id: z.uuid(),
  action: actionSchema,
  page: pageSchema.exactOptional(),
});

/** A request from the chat: one action with its own id, the same for every retry. */
export interface ChatRequest {
  readonly id: string;
  readonly action: BotAction;
  readonly page?: Surroundings;
}

/** Parses a request's body; null for anything that the chat does not send. */
export function parseRequest(body: Uint8Array): ChatRequest | null {
  try {
    // Invalid UTF-8 is refused: replacing characters would mangle a name.
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return requestSchema.safeParse(value).data ?? null;
  } catch {
    return null;
  }
}

/** A press shows the text to share: the chat needs no other copy of it. */
function renderButton(button: Button): ChatButton {
  return button.kind === 'press' ? { kind: 'press', label: button.label, code: button.code } : button;
}

/** A message for the chat: the body becomes HTML, everything else stays plain text. */
export function renderMessage(message: Message): ChatMessage {
  const { role, petition, locale, direction, buttons, share, signed, ended } = message;
  const progress = progressIn(message.body);
  return {
    role,
    ...(petition === undefined ? {} : { petition }),
    locale,
    direction,
    html: blocksToHtml(message.body, { headingLevel: 3, command: (command) => command }),
    buttons: buttons.map(renderButton),
    ...(share === undefined ? {} : { share }),
    ...(progress === undefined ? {} : { progress }),
    ...(signed === undefined ? {} : { signed }),
    ...(ended === undefined ? {} : { ended }),
  };
}
