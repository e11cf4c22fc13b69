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
  /** Called with the chat, the message that has the buttons of a screen, and whose screen it is. */
  readonly onScreen: (chatId: number, messageId: number, petition?: string) => void;
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
    const knownMessages = answering.knownMessages
      .of(asked.chatId)
      .filter((id) => id !== asked.press?.messageId);
    let shownIn: number | null = null;
    for (const part of render(message, { ...answering.context, knownMessages })) {
      const inPlace = message.role === 'screen' ? place : null;
      if (inPlace !== null) place = null;
      const messageId = await put(asked.chatId, inPlace, part, answering);
      if (messageId === 'ended') return;
      shownIn = messageId;
    }
    if (message.role === 'screen' && shownIn !== null) {
      answering.onScreen(asked.chatId, shownIn, message.petition);
    }
  }
}

/**
 * Shows one Telegram message.
 * @returns where it is; null if it counts as done although it is nowhere: a later screen took its place, or Telegram
 * deleted it at once. `ended` if this chat can get no more messages
 */
async function put(
  chatId: number,
  messageId: number | null,
  part: Rendered,
  { send, knownMessages, onRefused }: Answering,
): Promise<number | null | 'ended'> {
  if (messageId !== null) {
    const edited = await send('editMessageText', { chat_id: chatId, message_id: messageId, ...part });
    if (edited.ok || edited.failure.kind === 'settled') {
      knownMessages.add(chatId, messageId);
      return messageId;
    }
    if (edited.failure.kind !== 'uneditable') return ended(edited.failure, onRefused);
  }
  const sent = await send('sendMessage', { chat_id: chatId, ...part });
  if (!sent.ok) return sent.failure.kind === 'settled' ? null : ended(sent.failure, onRefused);
  knownMessages.add(chatId, sent.result.message_id);
  return sent.result.message_id;
}

function ended(failure: Failure, onRefused: Answering['onRefused']): 'ended' {
  if (failure.kind !== 'closed') onRefused(failure);
  return 'ended';
}
