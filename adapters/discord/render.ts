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
import type { Limits } from '../../src/channel/adapter.js';
import { progressBar } from '../../src/channel/kit/progress-bar.js';
import { shortened, splitAtParagraphs } from '../../src/channel/kit/split.js';
import type { Button, Form, Message } from '../../src/conversation/message.js';
import { type Block, type Inline, paragraph, text } from '../../src/petition/rich-text.js';
import { markdown } from './markdown.js';

/** Discord's own: all text of one message together, and the buttons of one row. */
const MESSAGE_TEXT = 4000;
const BUTTONS_A_ROW = 5;
const LABEL = 80;

/**
 * What the content may hold here. A long text becomes several messages; five messages are the most that an app may
 * send in answer to one tap where it is not a member, and markup takes its share.
 */
export const LIMITS: Limits = { text: 12_000, label: LABEL };

/** The field of a form, which holds one. */
export const FIELD_ID = 'text';

/**
 * One Discord message. Written in components, not in an embed: on a phone their text has the size of everybody's
 * messages and the full width, and the buttons stand right below it.
 */
export type Rendered = APIMessageTopLevelComponent[];

export interface RenderStyle {
  /** Where somebody gets to use the bot: goes along with what is for passing on. */
  readonly inviteUrl: string;
  /** Writes a command so that a tap fills it in. */
  readonly command: (name: string) => string;
}

/** A message as Discord messages: several where it is long, the buttons on the last. */
export function render(message: Message, style: RenderStyle): Rendered[] {
  const { locale, direction, share, progress } = message;
  const blocks = [
    ...message.body,
    ...(share ? [passedOn(share.text), paragraph(linkTo(style.inviteUrl))] : []),
    ...(progress ? [paragraph(progressBar(progress, locale))] : []),
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

/** Text in Discord's Markdown, at most 4000 characters with all others of its message. */
export function textDisplay(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

/** The way forward stands alone and in colour; the others share rows below it. */
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
  const label = shortened(button.label, LABEL);
  return button.kind === 'link'
    ? { type: ComponentType.Button, style: ButtonStyle.Link, label, url: button.url }
    : {
        type: ComponentType.Button,
        style: forward ? ButtonStyle.Primary : ButtonStyle.Secondary,
        label,
        custom_id: button.code,
      };
}

/** A form as a modal; it comes back with the button's code. Discord names the button that sends it by itself. */
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
