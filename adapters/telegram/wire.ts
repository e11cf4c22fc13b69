import { z } from 'zod';

/**
 * The fields of Telegram's updates that we use; other fields are allowed:
 * https://core.telegram.org/bots/api#update
 */

/** A person or a bot. */
const userSchema = z.object({
  id: z.number().int(),
  is_bot: z.boolean().default(false),
  first_name: z.string().default(''),
  last_name: z.string().optional(),
  language_code: z.string().optional(),
});
export type User = z.infer<typeof userSchema>;

const chatSchema = z.object({ id: z.number().int(), type: z.string() });

export const messageSchema = z.looseObject({
  message_id: z.number().int(),
  from: userSchema.optional(),
  chat: chatSchema,
  /** The group itself, if an administrator writes anonymously. */
  sender_chat: z.object({ id: z.number().int() }).optional(),
  /** A channel's post that Telegram forwarded to the channel's group by itself. */
  is_automatic_forward: z.boolean().optional(),
  message_thread_id: z.number().int().optional(),
  is_topic_message: z.boolean().optional(),
  text: z.string().optional(),
});
export type TelegramMessage = z.infer<typeof messageSchema>;

/** A press with just enough to acknowledge it. */
export const strayPressSchema = z.object({ id: z.string() });

/** A callback query: Telegram's term for a press on a button. */
export const callbackQuerySchema = z.object({
  id: z.string(),
  from: userSchema,
  /** A date of 0 marks a message that is no longer accessible. */
  message: z
    .object({
      message_id: z.number().int(),
      chat: chatSchema,
      date: z.number().optional(),
      message_thread_id: z.number().int().optional(),
      is_topic_message: z.boolean().optional(),
    })
    .optional(),
  data: z.string().optional(),
});
export type CallbackQuery = z.infer<typeof callbackQuerySchema>;

/** What a person writes after the bot's name in any chat. We don't read the words. */
export const inlineQuerySchema = z.object({ id: z.string(), from: userSchema });

export const updateSchema = z.looseObject({ update_id: z.number().int().nonnegative() });
