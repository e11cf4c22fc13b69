import { type APIMessageTopLevelComponent, ComponentType, SeparatorSpacingSize } from 'discord.js';
import { progressLines } from '../../src/channel/kit/public-total.js';
import { splitAtParagraphs } from '../../src/channel/kit/split.js';
import type { Button, Message } from '../../src/conversation/message.js';
import type { LocaleTexts, Petition, StoryPage } from '../../src/petition/petition.js';
import { plainText } from '../../src/petition/plain.js';
import { type Block, heading, paragraph, text } from '../../src/petition/rich-text.js';
import type { Status } from '../../src/petition/status.js';
import { introduction } from '../../src/petition/status-texts.js';
import { signButtonId, storyButtonId } from './custom-id.js';
import { markdown } from './markdown.js';
import { rows, textDisplay } from './render.js';

/** A calm blue for the card's edge. */
const ACCENT = 0x2f5d8a;

/** The most text of the summary on a card. The buttons open the full story. */
const SUMMARY_TEXT = 2000;

/** The most buttons to pages of the story: one row. */
const STORY_BUTTONS = 5;

/**
 * A public card: the headline, the summary or what became of the petition, the total, and buttons to begin or to read.
 * @param total the public total, offset included
 */
export function card(
  petition: Petition,
  texts: LocaleTexts,
  status: Status,
  total: number,
): APIMessageTopLevelComponent[] {
  const { words, direction } = texts;
  const style = { direction, command: (name: string) => name };
  const [summary = ''] = splitAtParagraphs(markdown(introduction(texts, status), style), SUMMARY_TEXT);
  const progress = markdown(progressLines(petition, texts, status, total), style);
  const begin = beginButton(texts, status, 'button-story');
  const story = texts.story.slice(0, STORY_BUTTONS).map(storyButton);
  return [
    {
      type: ComponentType.Container,
      accent_color: ACCENT,
      components: [
        textDisplay([...markdown([heading(texts.headline)], style), summary].join('\n\n')),
        { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small },
        textDisplay(progress.join('\n')),
        textDisplay(markdown([paragraph(words.say('card-only-you'))], style).join('\n')),
        ...rows([begin, ...story]),
      ],
    },
  ];
}

/**
 * A page of the story as a message for one person, with buttons to go on.
 * @param name the page's name; if the petition no longer has it, the first page is shown
 */
export function storyMessage(texts: LocaleTexts, status: Status, name: string): Message {
  const index = Math.max(
    texts.story.findIndex((page) => page.name === name),
    0,
  );
  const { words, locale, direction } = texts;
  const next = texts.story[index + 1];
  const count = words.say('story-page', { page: index + 1, pages: texts.story.length });
  const begin = beginButton(texts, status, 'button-updates-open');
  return {
    role: 'screen',
    locale,
    direction,
    body: [
      ...(texts.story[index]?.blocks ?? []),
      { kind: 'paragraph', children: [{ kind: 'emphasis', children: [text(count)] }] },
    ],
    buttons:
      next === undefined ? [begin] : [{ ...storyButton(next), label: words.say('button-next') }, begin],
  };
}

/**
 * The button that opens the private conversation.
 * @param reading its label while people can't sign: the conversation is for reading then
 */
function beginButton(
  { words }: LocaleTexts,
  { phase }: Status,
  reading: 'button-story' | 'button-updates-open',
): Button {
  const label = words.say(phase === 'open' ? 'button-begin' : reading);
  return { kind: 'press', label, code: signButtonId };
}

/** A button that opens a page of the story, labelled with the page's heading. */
function storyButton({ name, blocks }: StoryPage): Button & { kind: 'press' } {
  return { kind: 'press', label: titleOf(blocks) ?? name, code: storyButtonId(name) };
}

function titleOf(blocks: readonly Block[]): string | null {
  const found = blocks.find((block) => block.kind === 'heading');
  return found === undefined ? null : plainText([found]);
}
