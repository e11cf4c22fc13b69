import type { types } from '@slack/bolt';
import type { Limits } from '../../src/channel/adapter.js';
import { withProgressBars } from '../../src/channel/kit/progress-bar.js';
import type { Button, Form, Message } from '../../src/conversation/message.js';
import { type Block, paragraph } from '../../src/petition/rich-text.js';
import { escaped, type Piece, piecesOf } from './mrkdwn.js';
import { abridged, shortenedEscaped, split } from './split.js';

/** Slack's limits: https://docs.slack.dev/reference/block-kit/blocks */
const SECTION_TEXT = 3_000;
const HEADER_TEXT = 150;
const LABEL = 75;
const BLOCKS_A_MESSAGE = 50;
const BUTTONS_A_ROW = 25;
/**
 * In bytes of JSON. Slack does not document its limit. It is somewhat higher than this, in bytes or in
 * characters: github.com/slackapi/bolt-js/issues/2509
 */
const BLOCKS_TOGETHER = 12_000;
/**
 * In bytes. Slack refuses to replace a message if the new text has more than 4,000, whatever its blocks are.
 */
const FALLBACK_TEXT = 3_900;
const VIEW_TITLE = 24;
const INPUT_TEXT = 3_000;

/** The limits for content. A long text becomes several messages, and a response URL accepts five. */
export const LIMITS: Limits = { text: 24_000, label: LABEL };

/** The ids of the form's field and of its view. */
export const FIELD = { block: 'field', action: 'text' } as const;
export const FORM_ID = 'form';

/** One Slack message. */
export interface Rendered {
  /** The same words for notifications and screen readers, which do not read blocks; cut if they are long. */
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

/**
 * A message as one or more Slack messages, if it is long. The last has the buttons.
 * @param own our own buttons, which belong to no conversation; they come last
 */
export function render(message: Message, own: readonly Button[]): Rendered[] {
  const { direction, share } = message;
  const body: Block[] = [
    ...withProgressBars(message.body),
    ...(share ? [{ kind: 'quote' as const, blocks: [paragraph(share.text)] }] : []),
  ];
  return inMessages([...sections(piecesOf(body, direction)), ...buttonRows([...message.buttons, ...own])]);
}

/** Blocks in as few messages as possible. Buttons stay below the text before them: alone they would say nothing. */
export function inMessages(blocks: readonly types.KnownBlock[]): Rendered[] {
  const messages: types.KnownBlock[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const group of withTheirButtons(blocks)) {
    const length = group.reduce((sum, block) => sum + Buffer.byteLength(JSON.stringify(block)) + 1, 0);
    const last = messages.at(-1);
    const full = last === undefined || last.length + group.length > BLOCKS_A_MESSAGE;
    if (full || size + length > BLOCKS_TOGETHER) {
      messages.push([...group]);
      size = length;
    } else {
      last.push(...group);
      size += length;
    }
  }
  return messages.map((message) => ({
    text: abridged(message.flatMap(wordsOf).join('\n\n'), FALLBACK_TEXT),
    blocks: message,
  }));
}

/** Each block with the buttons that follow it. */
function withTheirButtons(blocks: readonly types.KnownBlock[]): types.KnownBlock[][] {
  const groups: types.KnownBlock[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.type === 'actions' && last !== undefined) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function wordsOf(block: types.KnownBlock): readonly string[] {
  const words = block.type === 'header' || block.type === 'section' ? block.text?.text : undefined;
  return words === undefined ? [] : [words];
}

/** Pieces as blocks. A long piece is split between words. */
export function sections(pieces: readonly Piece[]): types.KnownBlock[] {
  return pieces.flatMap((piece): types.KnownBlock[] => {
    if (piece.text.trim() === '') return [];
    if (piece.kind === 'heading' && piece.text.length <= HEADER_TEXT) {
      return [{ type: 'header', text: plain(piece.text) }];
    }
    return split(piece.text, SECTION_TEXT).map((text) => ({
      type: 'section',
      text: piece.kind === 'marked' ? { type: 'mrkdwn', text, verbatim: true } : plain(text),
      // Slack would collapse long sections. People must see what they sign without another tap.
      expand: true,
    }));
  });
}

/** Text without markup. */
export function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

/** The way forward has its own row and a colour; the other buttons share as few rows as possible below it. */
export function buttonRows(buttons: readonly Button[]): types.KnownBlock[] {
  const [first, ...others] = buttons.map(buttonElement);
  if (first === undefined) return [];
  const forward: types.KnownBlock = { type: 'actions', elements: [{ ...first, style: 'primary' }] };
  return [forward, ...inRows(others)];
}

/** Buttons of equal rank: none is the way forward. */
export function equalButtons(buttons: readonly Button[]): types.KnownBlock[] {
  return inRows(buttons.map(buttonElement));
}

function inRows(elements: readonly types.Button[]): types.KnownBlock[] {
  const rows: types.KnownBlock[] = [];
  for (let index = 0; index < elements.length; index += BUTTONS_A_ROW) {
    rows.push({ type: 'actions', elements: elements.slice(index, index + BUTTONS_A_ROW) });
  }
  return rows;
}

function buttonElement(button: Button, index: number): types.Button {
  const element = {
    type: 'button',
    text: plain(shortenedEscaped(escaped(button.label), LABEL)),
    action_id: `button-${index}`,
  } as const;
  return button.kind === 'link' ? { ...element, url: button.url } : { ...element, value: button.code };
}

/**
 * A form as a modal. Slack labels the closing button by itself.
 * @param metadata comes back with the form: at most 3000 characters
 */
export function modal(form: Form, metadata: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: FORM_ID,
    private_metadata: metadata,
    title: plain(shortenedEscaped(escaped(form.title), VIEW_TITLE)),
    submit: plain(shortenedEscaped(escaped(form.submit), VIEW_TITLE)),
    blocks: [
      {
        type: 'input',
        block_id: FIELD.block,
        label: plain(escaped(form.label)),
        hint: plain(escaped(form.hint)),
        element: {
          type: 'plain_text_input',
          action_id: FIELD.action,
          max_length: Math.min(form.maxLength, INPUT_TEXT),
        },
      },
    ],
  };
}
