import type { KnownMessages } from './known-messages.js';
import type { OnHeldBack, Outbox, Send } from './outbox.js';

/**
 * Deletes the messages of a private chat, the bot's and the person's, as far as we know them and Telegram
 * allows it (https://core.telegram.org/bots/api#deletemessages: 48 hours, 100 per call). It does not affect
 * the signature.
 * @param onHeldBack called if it has to wait
 * @returns whether all of them are gone
 * @throws Undelivered if Telegram could not be reached
 */
export function clearChat(
  chatId: number,
  { outbox, knownMessages }: { readonly outbox: Outbox; readonly knownMessages: KnownMessages },
  onHeldBack: OnHeldBack,
): Promise<boolean> {
  return outbox.inChat(chatId, clear, { onHeldBack });

  async function clear(send: Send): Promise<boolean> {
    const ids = knownMessages.of(chatId);
    const cleared = ids.length > 0 && (await remove(ids));
    if (cleared) knownMessages.forget(chatId);
    return cleared;

    /** Newest first. One message that is too old fails the whole call, so we halve the list and retry. */
    async function remove(some: readonly number[]): Promise<boolean> {
      const deleted = await send('deleteMessages', { chat_id: chatId, message_ids: [...some] });
      if (deleted.ok) return true;
      if (deleted.failure.kind !== 'refused' || some.length === 1) return false;
      const half = Math.ceil(some.length / 2);
      return (await remove(some.slice(0, half))) && remove(some.slice(half));
    }
  }
}
