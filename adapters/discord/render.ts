import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { withProgressBars } from '../../src/channel/kit/progress-bar.js';
import { shortened, splitAtParagraphs } from '../../src/channel/kit/split.js';
import type { Button, Form, Message } from '../../src/conversation/message.js';
import { type Block, type Inline, paragraph, text } from '../../src/petition/rich-text.js';
import { MAX_LABEL } from './limits.js';
import { markdown } from './markdown.js';

/** Discord's limits: the text of one message, the buttons of one row. */
const MESSAGE_TEXT = 4000;
const BUTTONS_A_ROW = 5;

/** The id of the form's only field. */
export const FIELD_ID = 'text';

/**
 * One Discord message. We use components, not an embed: on a phone their text has the normal size and the
 * full width, and the buttons are right below it.
 */
export type Rendered = APIMessageTopLevelComponent[];

export interface RenderStyle {
  /** The link to the bot, for shared messages. */
  readonly inviteUrl: string;
  /** Writes a command so that a tap fills it in. */
  readonly command: (name: string) => string;
}

/** A message as one or more Discord messages, if it is long. The last has the buttons. */
export function render(message: Message, style: RenderStyle): Rendered[] {
  const { direction, share } = message;
  const blocks = [
    ...withProgressBars(message.body),
    ...(share ? [passedOn(share.text), paragraph(linkTo(style.inviteUrl))] : []),
  ];
  const paragraphs = markdown(blocks, { direction, command: style.command });
  const texts = splitAtParagraphs(paragraphs, MESSAGE_TEXT);
  return texts.map((content, index) => [
    textDisplay(content),
    ...(index === texts.length - 1 ? rows(message.buttons) : []),
  ]);
}

function passedOn(words: string): Block {
  return { kind: 'quote', blocks: [paragraph(words)] };
}

function linkTo(url: string): Inline {
  return { kind: 'link', url, children: [text(url)] };
}

/** Text in Discord's Markdown. All texts of one message have at most 4000 characters together. */
export function textDisplay(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

/** The way forward has its own row and a colour; the other buttons share rows below it. */
export function rows(buttons: readonly Button[]): APIActionRowComponent<APIButtonComponent>[] {
  const [first, ...others] = buttons.map((button, index) => buttonComponent(button, index === 0));
  if (first === undefined) return [];
  const groups = [[first]];
  for (let index = 0; index < others.length; index += BUTTONS_A_ROW) {
    groups.push(others.slice(index, index + BUTTONS_A_ROW));
  }
  return groups.map((components) => ({ type: ComponentType.ActionRow, components }));
}

function buttonComponent(button: Button, forward: boolean): APIButtonComponent {
  const label = shortened(button.label, MAX_LABEL);
  return button.kind === 'link'
    ? { type: ComponentType.Button, style: ButtonStyle.Link, label, url: button.url }
    : {
        type: ComponentType.Button,
        style: forward ? ButtonStyle.Primary : ButtonStyle.Secondary,
        label,
        custom_id: button.code,
      };
}

/**
 * A form as a modal, which comes back with the button's code. Discord labels the sending button by itself.
 */
export function modal(form: Form, code: string): APIModalInteractionResponseCallbackData {
  return {
    custom_id: code,
    title: shortened(form.title, 45),
    components: [
      {
        type: ComponentType.Label,
        label: shortened(form.label, 45),
        description: shortened(form.hint, 100),
        component: {
          type: ComponentType.TextInput,
          custom_id: FIELD_ID,
          style: TextInputStyle.Short,
          max_length: Math.min(form.maxLength, 4000),
          required: true,
        },
      },
    ],
  };
}
