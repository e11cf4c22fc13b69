import type { Message } from '../../src/conversation/message.js';
import type { Failure } from './failure.js';
import type { KnownMessages } from './known-messages.js';
import type { Send } from './outbox.js';
import type { Press } from './parse.js';
import { type RenderContext, type Rendered, render } from './render.js';

/** The private chat to answer, and the press that the answer is for, if any. */
export interface Asked {
  readonly chatId: number;
  readonly press: Press | null;
}

export interface Answering {
  readonly send: Send;
  readonly knownMessages: KnownMessages;
  readonly context: Omit<RenderContext, 'knownMessages'>;
  /** Called if Telegram refuses a message: that is our own bug. */
  readonly onRefused: (failure: Failure) => void;
}

/**
 * Sends the messages of one answer in order. A screen replaces the screen whose button was pressed;
 * everything else is a new message. A person who has blocked the bot gets nothing; that is no failure.
 * @throws Undelivered if Telegram could not be reached
 */
export async function answer(
  asked: Asked,
  messages: readonly Message[],
  answering: Answering,
): Promise<void> {
  let place = asked.press?.on === 'screen' ? asked.press.messageId : null;
  for (const message of messages) {
    if (message.shownAlready) continue;
    const knownMessages = answering.knownMessages
      .of(asked.chatId)
      .filter((id) => id !== asked.press?.messageId);
    for (const part of render(message, { ...answering.context, knownMessages })) {
      const inPlace = message.role === 'screen' ? place : null;
      if (inPlace !== null) place = null;
      if (!(await put(asked.chatId, inPlace, part, answering))) return;
    }
  }
}

/** Shows one Telegram message; false if this chat can get no more of them. */
async function put(
  chatId: number,
  messageId: number | null,
  part: Rendered,
  { send, knownMessages, onRefused }: Answering,
): Promise<boolean> {
  if (messageId !== null) {
    const edited = await send('editMessageText', { chat_id: chatId, message_id: messageId, ...part });
    if (edited.ok || edited.failure.kind === 'settled') {
      knownMessages.add(chatId, messageId);
      return true;
    }
    if (edited.failure.kind !== 'uneditable') return ended(edited.failure, onRefused);
  }
  const sent = await send('sendMessage', { chat_id: chatId, ...part });
  if (!sent.ok) return ended(sent.failure, onRefused);
  knownMessages.add(chatId, sent.result.message_id);
  return true;
}

/** A message that counts as done ends nothing: a later screen took its place, or Telegram deleted it at once. */
function ended(failure: Failure, onRefused: Answering['onRefused']): boolean {
  if (failure.kind === 'settled') return true;
  if (failure.kind !== 'closed') onRefused(failure);
  return false;
}
