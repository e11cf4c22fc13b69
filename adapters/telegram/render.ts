import { withProgressBars } from '../../src/channel/kit/progress-bar.js';
import { telegramShare } from '../../src/channel/share-links.js';
import type { Button, Message } from '../../src/conversation/message.js';
import type { Petition } from '../../src/petition/petition.js';
import type { Block } from '../../src/petition/rich-text.js';
import type { KeyboardButton } from './api.js';
import { writeButtonData } from './button-data.js';
import { htmlOf, type Piece, quoteHtml } from './html.js';
import { MAX_COPIED, MAX_TEXT } from './limits.js';
import { sharedLink } from './links.js';

/** One Telegram message, for sendMessage and editMessageText. */
export interface Rendered {
  readonly text: string;
  readonly parse_mode: 'HTML';
  readonly link_preview_options: { readonly is_disabled: true };
  readonly reply_markup: { readonly inline_keyboard: KeyboardButton[][] };
}

export interface RenderContext {
  /** The bot's username, without the `@`. */
  readonly username: string;
  /** The words of this adapter's own buttons. */
  readonly petition: Pick<Petition, 'texts'>;
  /** The ids of other messages in the chat, newest first: see `writeButtonData`. */
  readonly knownMessages: readonly number[];
}

/** The longest label of which a phone of 320 pixels shows two beside each other. */
const MAX_IN_PAIR = 12;

const BETWEEN = '\n\n';

/** A message as one or more Telegram messages, if it is too long for one. The last has the buttons. */
export function render(message: Message, context: RenderContext): readonly Rendered[] {
  const pieces = htmlOf(withProgressBars(message.body), message.direction);
  if (message.share) {
    pieces.push(
      quoteHtml(
        `${message.share.text}\n${sharedLink(context.username, message.petition)}`,
        message.direction,
      ),
    );
  }
  const texts = gathered(pieces);
  return texts.map((text, index) =>
    rendered(text, index === texts.length - 1 ? keyboard(message, context) : []),
  );
}

/** A message with text and buttons. */
export function rendered(text: string, buttons: KeyboardButton[][]): Rendered {
  return {
    text,
    parse_mode: 'HTML',
    // A preview would put a page's picture and text into the conversation.
    link_preview_options: { is_disabled: true },
    reply_markup: { inline_keyboard: buttons },
  };
}

/** Joins pieces into as few texts as Telegram's limit allows. */
export function gathered(pieces: readonly Piece[]): readonly string[] {
  const texts: { html: string; length: number }[] = [];
  for (const { html, length } of pieces) {
    const last = texts.at(-1);
    if (last === undefined || last.length + BETWEEN.length + length > MAX_TEXT) {
      texts.push({ html, length });
    } else {
      last.html += BETWEEN + html;
      last.length += BETWEEN.length + length;
    }
  }
  return texts.map(({ html }) => html);
}

/**
 * One button per row, so that phones show whole labels; short ones in a sequence, such as languages, stand in pairs. The
 * way forward is first, then sharing and the receipt; clearing the chat is last.
 */
function keyboard(
  message: Message,
  { username, petition, knownMessages }: RenderContext,
): KeyboardButton[][] {
  const shareButton = (label: string, text: string): KeyboardButton => ({
    text: label,
    url: telegramShare(sharedLink(username, message.petition), text),
  });
  const [first, ...others] = message.buttons.map((button) =>
    button.kind === 'press' && button.passesOn !== undefined
      ? shareButton(button.label, button.passesOn)
      : buttonOf(button, message.role, knownMessages),
  );
  const share = message.share && shareButton(message.share.label, message.share.text);
  const { words } = petition.texts(message.locale);
  const receipt = receiptIn(message.body);
  const copy =
    receipt === undefined
      ? undefined
      : { text: words.say('button-copy-receipt'), copy_text: { text: receipt } };
  const clear = message.sensitive && {
    text: words.say('button-clear-chat'),
    callback_data: writeButtonData({ kind: 'clear', locale: message.locale }, knownMessages),
  };
  const alone = (button: KeyboardButton | undefined) => (button === undefined ? [] : [[button]]);
  return [...[first, share, copy].flatMap(alone), ...inPairs(others), ...alone(clear)];
}

/** The buttons in rows: two short ones in a sequence share a row. */
function inPairs(buttons: readonly KeyboardButton[]): KeyboardButton[][] {
  const rows: KeyboardButton[][] = [];
  for (const button of buttons) {
    const last = rows.at(-1);
    if (last?.length === 1 && [...last, button].every(({ text }) => text.length <= MAX_IN_PAIR))
      last.push(button);
    else rows.push([button]);
  }
  return rows;
}

/** The receipt that a message shows: the first code in a paragraph. The codes of lists are versions of texts. */
function receiptIn(body: readonly Block[]): string | undefined {
  return body
    .flatMap((block) => (block.kind === 'paragraph' ? block.children : []))
    .flatMap((inline) =>
      inline.kind === 'code' && inline.text.length <= MAX_COPIED ? [inline.text] : [],
    )[0];
}

/** A button for a form: here the question comes as a message, and the next text is its answer. */
function buttonOf(button: Button, on: Message['role'], knownMessages: readonly number[]): KeyboardButton {
  if (button.kind === 'link') return { text: button.label, url: button.url };
  return {
    text: button.label,
    callback_data: writeButtonData({ kind: 'code', code: button.code, on }, knownMessages),
  };
}
