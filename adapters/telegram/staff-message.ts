import type { InlineKeyboardButton } from 'telegraf/types';
import type { Block } from '../../src/petition/rich-text.js';
import type { StaffMessage, StaffTable } from '../../src/staff/desk.js';
import { plainTable } from '../../src/staff/plain.js';
import { htmlOf, type Piece, preHtml } from './html.js';
import { MAX_BUTTON_DATA_BYTES } from './limits.js';
import { gathered, type Rendered, rendered } from './render.js';
import { type Asker, writeStaffPress } from './staff-press.js';

/** This many rows of a table stay far below Telegram's limit for a message. */
const MAX_ROWS = 40;

/**
 * A staff message as one or more Telegram messages, if it is long; without its picture. The last has the buttons.
 * @param asker who asked: only they can confirm
 */
export function renderStaff(message: StaffMessage, asker: Asker = 'named'): readonly Rendered[] {
  const { body, direction } = message;
  const texts = gathered(body.flatMap((part) => piecesOf(part, direction)));
  return texts.map((text, index) =>
    rendered(text, index === texts.length - 1 ? keyboard(message, asker) : []),
  );
}

function piecesOf(part: Block | StaffTable, direction: StaffMessage['direction']): readonly Piece[] {
  if (part.kind !== 'table') return htmlOf([part], direction);
  const { columns, rows } = part;
  const parts = Array.from({ length: Math.ceil(rows.length / MAX_ROWS) }, (_, index) =>
    rows.slice(index * MAX_ROWS, (index + 1) * MAX_ROWS),
  );
  return parts.map((some) => preHtml(plainTable({ kind: 'table', columns, rows: some })));
}

function keyboard({ confirm, questions = [] }: StaffMessage, asker: Asker): InlineKeyboardButton[][] {
  const answers: InlineKeyboardButton[] =
    confirm === undefined
      ? []
      : [
          {
            text: confirm.label,
            callback_data: writeStaffPress({ kind: 'confirm', code: confirm.code, asker }),
          },
          { text: confirm.cancelLabel, callback_data: writeStaffPress({ kind: 'cancel' }) },
        ];
  const next = questions.map(({ words, label }) => ({
    text: label,
    callback_data: writeStaffPress({ kind: 'ask', words }),
  }));
  const fits = next.filter(({ callback_data: data }) => Buffer.byteLength(data) <= MAX_BUTTON_DATA_BYTES);
  return [answers, ...fits.map((button) => [button])].filter((row) => row.length > 0);
}
