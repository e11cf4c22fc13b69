import type { types } from '@slack/bolt';
import { shortened } from '../../src/channel/kit/split.js';
import type { Button } from '../../src/conversation/message.js';
import type { Block } from '../../src/petition/rich-text.js';
import type { StaffMessage, StaffTable } from '../../src/staff/desk.js';
import { buttonValue, staffCancelValue } from './button-value.js';
import { escaped, piecesOf } from './mrkdwn.js';
import { buttonRows, equalButtons, inMessages, plain, type Rendered, sections } from './render.js';
import { shortenedEscaped } from './split.js';
import { tableText } from './table.js';

/** Slack's limits for an image block: https://docs.slack.dev/reference/block-kit/blocks/image-block */
const ALT_TEXT = 2_000;
const TITLE = 2_000;

/**
 * A staff message as one or more Slack messages, if it is long. The last has the buttons.
 * @param fileId the message's picture as Slack keeps it; without it the picture is left out
 */
export function renderStaff(message: StaffMessage, fileId?: string): Rendered[] {
  const { body, direction, confirm, questions = [], picture } = message;
  const image = fileId === undefined || picture === undefined ? [] : [imageBlock(fileId, picture)];
  // The picture stands above the tables: it says most on a telephone.
  const above = body.findIndex(isTable);
  const place = above < 0 ? body.length : above;
  const render = (parts: StaffMessage['body']) => parts.flatMap((part) => blocksOf(part, direction));
  const blocks = [...render(body.slice(0, place)), ...image, ...render(body.slice(place))];
  const asked = questions.map(
    ({ words, label, again }): Button => ({
      kind: 'press',
      label,
      code: buttonValue(again ? 'staff-ask-again' : 'staff-ask', words),
    }),
  );
  const buttons: Button[] =
    confirm === undefined
      ? []
      : [
          { kind: 'press', label: confirm.label, code: buttonValue('staff-confirm', confirm.code) },
          { kind: 'press', label: confirm.cancelLabel, code: staffCancelValue },
        ];
  return inMessages([...blocks, ...buttonRows(buttons), ...equalButtons(asked)]);
}

function blocksOf(part: Block | StaffTable, direction: StaffMessage['direction']): types.KnownBlock[] {
  return isTable(part)
    ? sections(tableText(part).map((text) => ({ kind: 'marked', text })))
    : sections(piecesOf([part], direction));
}

function imageBlock(id: string, { alt, title }: NonNullable<StaffMessage['picture']>): types.KnownBlock {
  return {
    type: 'image',
    slack_file: { id },
    alt_text: shortened(alt, ALT_TEXT),
    title: plain(shortenedEscaped(escaped(title), TITLE)),
  };
}

function isTable(part: Block | StaffTable): part is StaffTable {
  return part.kind === 'table';
}
