import type { Outbox } from './outbox.js';
import type { Trail } from './trail.js';

/** The most that Telegram deletes with one call: https://core.telegram.org/bots/api#deletemessages */
const A_CALL = 100;

/**
 * A process that was just started, or another one behind the same webhook, has not seen the messages before. In a
 * private chat numbers only grow, over all chats of the bot: where it is quiet, the chat's last messages are among
 * these below the pressed one. Those of other chats are not touched, whatever their numbers.
 */
const GUESSED = 100;

/**
 * Deletes the messages of a private chat, the bot's and the person's own, as far as they are known and Telegram allows
 * (48 hours). The signature is not affected.
 * @param pressed the message under which the button stood
 * @returns whether the pressed message and all known ones are gone
 * @throws Undelivered where Telegram could not be reached
 */
export async function clearChat(
  chatId: number,
  pressed: number | null,
  { outbox, trail }: { readonly outbox: Outbox; readonly trail: Trail },
): Promise<boolean> {
  const known = new Set(pressed === null ? [] : [pressed]);
  for (const id of trail.of(chatId)) known.add(id);
  const newest = Math.max(0, ...known);
  const guessed = Array.from({ length: GUESSED }, (_, index) => newest - index).filter(
    (id) => id > 0 && !known.has(id),
  );

  return outbox.inChat(chatId, async (send) => {
    const cleared = known.size > 0 && (await remove([...known].sort((a, b) => b - a).slice(0, A_CALL)));
    await remove(guessed);
    if (cleared) trail.forget(chatId);
    return cleared;

    /** Newest first: where a call fails, it is for a message that is too old, and so are all before it. */
    async function remove(ids: readonly number[]): Promise<boolean> {
      if (ids.length === 0) return true;
      const deleted = await send('deleteMessages', { chat_id: chatId, message_ids: [...ids] });
      if (deleted.ok) return true;
      if (deleted.failure.kind !== 'refused' || ids.length === 1) return false;
      const half = Math.ceil(ids.length / 2);
      return (await remove(ids.slice(0, half))) && (await remove(ids.slice(half)));
    }
  });
}
