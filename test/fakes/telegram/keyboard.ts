import { z } from 'zod';
import { badRequest } from './refusal.js';

/** A button under a message: a code that comes back when it is pressed, an address that it opens, or a text to copy. */
const buttonSchema = z.strictObject({
  text: z.string(),
  callback_data: z.string().optional(),
  url: z.string().optional(),
  copy_text: z.strictObject({ text: z.string() }).optional(),
});
export type InlineButton = z.infer<typeof buttonSchema>;
export type Keyboard = readonly (readonly InlineButton[])[];

export const keyboardSchema = z.strictObject({ inline_keyboard: z.array(z.array(buttonSchema)) });

/** @throws CommandError 400 for a keyboard that Telegram does not take */
export function checkKeyboard(keyboard: Keyboard): Keyboard {
  const buttons = keyboard.flat();
  if (buttons.length > 100) throw badRequest('REPLY_MARKUP_TOO_LONG');
  if (keyboard.some((row) => row.length > 8)) throw badRequest('REPLY_MARKUP_TOO_LONG');
  for (const { text, callback_data: data, url, copy_text: copied } of buttons) {
    if (text.trim() === '')
      throw badRequest("can't parse inline keyboard button: Text buttons are unallowed");
    if ([data, url, copied].filter((field) => field !== undefined).length !== 1) {
      throw badRequest("can't parse inline keyboard button: Exactly one optional field must be specified");
    }
    const bytes = data === undefined ? 1 : Buffer.byteLength(data);
    if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID');
    if (copied !== undefined && (copied.text === '' || [...copied.text].length > 256)) {
      throw badRequest('BUTTON_COPY_TEXT_INVALID');
    }
    if (url !== undefined && !/^(https?|tg):\/\/\S+$/.test(url)) {
      throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
    }
  }
  return keyboard.filter((row) => row.length > 0);
}
