import type { Logger } from 'pino';
import { BoundedMap } from '../../src/channel/kit/bounded.js';
import { causeOf } from '../../src/log.js';
import { type Outbox, Undelivered } from './outbox.js';

/** How many chats we remember: those of a busy day. */
const CHATS = 20_000;

/** After a text message, the screen comes as a new message. Then the buttons of the former one no longer work. */
export interface FormerScreens {
  /**
   * The person's screen is now in this message.
   * @param petition whose screen it is, where the bot has several: each has one in the chat
   */
  shown(chatId: number, messageId: number, petition?: string): void;
}

/**
 * Takes the buttons off a former screen once its chat has been idle for a while, because it costs one of the few calls
 * that Telegram allows in a chat. A process that does not know the former screen leaves its buttons; a press on them is
 * answered with the current screen.
 * @param idleMs how long we wait
 */
export function createFormerScreens(
  outbox: Pick<Outbox, 'inChat' | 'backlog'>,
  log: Logger,
  idleMs: number,
): FormerScreens {
  const screens = new BoundedMap<string, number>(CHATS);

  async function strip(chatId: number, messageId: number): Promise<void> {
    if (outbox.backlog(chatId) > 0) return;
    const payload = { chat_id: chatId, message_id: messageId, reply_markup: { inline_keyboard: [] } };
    try {
      await outbox.inChat(chatId, (send) => send('editMessageReplyMarkup', payload), { unasked: true });
    } catch (error) {
      if (error instanceof Undelivered) return;
      log.error({ channel: 'telegram', ...causeOf(error) }, 'a former screen could not be edited');
    }
  }

  return {
    shown(chatId, messageId, petition = '') {
      const key = `${chatId} ${petition}`;
      const former = screens.get(key);
      screens.set(key, messageId);
      if (former === undefined || former === messageId) return;
      setTimeout(() => void strip(chatId, former), idleMs).unref();
    },
  };
}
