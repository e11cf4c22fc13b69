import { type APIMessageTopLevelComponent, ComponentType, SeparatorSpacingSize } from 'discord.js';
import { progressLines } from '../../src/channel/kit/public-total.js';
import { splitAtParagraphs } from '../../src/channel/kit/split.js';
import type { Button, Message } from '../../src/conversation/message.js';
import type { LocaleTexts, Petition, StoryPage } from '../../src/petition/petition.js';
import { plainText } from '../../src/petition/plain.js';
import { type Block, heading, paragraph, text } from '../../src/petition/rich-text.js';
import { signButtonId, storyButtonId } from './custom-id.js';
import { markdown } from './markdown.js';
import { rows, textDisplay } from './render.js';

/** A calm blue, at the edge of the card. */
const ACCENT = 0x2f5d8a;

/** The summary's share of a card; what is longer is in the story that the buttons open. */
const SUMMARY_TEXT = 2000;

/** Buttons to pages of the story: one row. */
const STORY_BUTTONS = 5;

/**
 * A card for all to see: the headline, what it is about, how far it has come, and the ways in.
 * @param total as the public sees it, offset included
 */
export function card(petition: Petition, texts: LocaleTexts, total: number): APIMessageTopLevelComponent[] {
  const { words, direction } = texts;
  const style = { direction, command: (name: string) => name };
  const [summary = ''] = splitAtParagraphs(markdown(texts.summary, style), SUMMARY_TEXT);
  const progress = markdown(progressLines(petition, texts, total), style);
  const sign: Button = { kind: 'press', label: words.say('button-begin'), code: signButtonId };
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
        ...rows([sign, ...story]),
      ],
    },
  ];
}

/**
 * A page of the story as a message for one person, with the ways on.
 * @param name the page's; the first page stands in for one that the petition no longer has
 */
export function storyMessage(texts: LocaleTexts, name: string): Message {
  const index = Math.max(
    texts.story.findIndex((page) => page.name === name),
    0,
  );
  const { words, locale, direction } = texts;
  const next = texts.story[index + 1];
  const count = words.say('story-page', { page: index + 1, pages: texts.story.length });
  const sign: Button = { kind: 'press', label: words.say('button-begin'), code: signButtonId };
  return {
    role: 'screen',
    locale,
    direction,
    body: [
      ...(texts.story[index]?.blocks ?? []),
      { kind: 'paragraph', children: [{ kind: 'emphasis', children: [text(count)] }] },
    ],
    buttons: next === undefined ? [sign] : [{ ...storyButton(next), label: words.say('button-next') }, sign],
  };
}

/** A button that opens a page of the story, by the page's own heading. */
function storyButton({ name, blocks }: StoryPage): Button & { kind: 'press' } {
  return { kind: 'press', label: titleOf(blocks) ?? name, code: storyButtonId(name) };
}

function titleOf(blocks: readonly Block[]): string | null {
  const found = blocks.find((block) => block.kind === 'heading');
  return found === undefined ? null : plainText([found]);
}
