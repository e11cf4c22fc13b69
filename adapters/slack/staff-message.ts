import type { types } from '@slack/bolt';
import type { Button } from '../../src/conversation/message.js';
import type { Block } from '../../src/petition/rich-text.js';
import type { StaffMessage, StaffTable } from '../../src/staff/desk.js';
import { buttonValue, staffCancelValue } from './button-value.js';
import { piecesOf } from './mrkdwn.js';
import { buttonRows, inMessages, type Rendered, sections } from './render.js';
import { tableText } from './table.js';

/** A staff message as one or more Slack messages, if it is long. The last has the buttons. */
export function renderStaff({ body, direction, confirm }: StaffMessage): Rendered[] {
  const blocks = body.flatMap((part): types.KnownBlock[] =>
    isTable(part)
      ? sections(tableText(part).map((text) => ({ kind: 'marked', text })))
      : sections(piecesOf([part], direction)),
  );
  const buttons: Button[] =
    confirm === undefined
      ? []
      : [
          { kind: 'press', label: confirm.label, code: buttonValue('staff-confirm', confirm.code) },
          { kind: 'press', label: confirm.cancelLabel, code: staffCancelValue },
        ];
  return inMessages([...blocks, ...buttonRows(buttons)]);
}

function isTable(part: Block | StaffTable): part is StaffTable {
  return part.kind === 'table';
}
