import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord.js';
import { progressBar } from '../../src/channel/kit/progress-bar.js';
import { splitAtParagraphs } from '../../src/channel/kit/split.js';
import type { Button, Message } from '../../src/conversation/message.js';
import { summarySentence } from '../../src/petition/first-sentence.js';
import type { LocaleTexts, Petition, StoryPage } from '../../src/petition/petition.js';
import { creditOf } from '../../src/petition/picture.js';
import { plainText } from '../../src/petition/plain.js';
import { type Block, heading, paragraph, text } from '../../src/petition/rich-text.js';
import { progressShown, type Status } from '../../src/petition/status.js';
import { closingLines, countLine, goalLine, whyNotOpen } from '../../src/petition/status-texts.js';
import { signButtonId, storyButtonId } from './custom-id.js';
import { type MarkdownStyle, markdown, sentenceAround } from './markdown.js';
import { rows, textDisplay } from './render.js';

/** The blue of the card's edge. */
const ACCENT = 0x2f5d8a;

/** How much of the outcome, or of why nobody can sign, a card shows. The buttons open the full story. */
const NEWS_TEXT = 2000;

/** The most buttons to pages of the story: one row. */
const STORY_BUTTONS = 5;

/** What a card shows at a moment. */
export interface Look {
  /** The public total, offset included. */
  readonly total: number;
  /** When it was counted. */
  readonly asOf: Date;
  readonly status: Status;
  /** Where Discord finds the petition's picture; null without one. */
  readonly pictureUrl?: string | null;
}

/**
 * A public card: the total, the progress, two lines about the petition or its outcome, and buttons to begin or to read.
 * @param last whether the card will not be edited any more; it says so then
 * @param named the petition's name, where the bot has several
 */
export function card(
  petition: Petition,
  texts: LocaleTexts,
  { total, asOf, status, pictureUrl = null }: Look,
  last: boolean,
  named?: string,
): APIMessageTopLevelComponent[] {
  const style = styleOf(texts);
  const onlyYou = markdown([paragraph(texts.words.say('card-only-you'))], style);
  const counted = sentenceAround(asOf, texts, (moment) =>
    texts.words.say(last ? 'card-last' : 'card-as-of', { moment }),
  );
  const first = textDisplay(markdown(numbers(petition, texts, status, total), style).join('\n'));
  const picture = pictureUrl === null ? null : petition.picture;
  const credit = picture === null ? [] : markdown([paragraph(creditOf(picture))], style);
  return container([
    picture === null || pictureUrl === null
      ? first
      : withThumbnail(first, { url: pictureUrl, description: picture.alt[texts.locale] ?? '' }),
    { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small },
    textDisplay(about(texts, status).join('\n')),
    textDisplay([...onlyYou, counted, ...credit].map((line) => `-# ${line}`).join('\n')),
    ...rows([
      beginButton(texts, status, 'button-story', named),
      ...texts.story.slice(0, STORY_BUTTONS).map((page) => storyButton(page, named)),
    ]),
  ]);
}

/**
 * What a card says after a newer one took over in its channel.
 * @param url the newer card
 */
export function movedCard(
  texts: LocaleTexts,
  status: Status,
  url: string,
  named?: string,
): APIMessageTopLevelComponent[] {
  const { words, headline } = texts;
  const said = [strong(headline), paragraph(words.say('card-moved'))];
  return container([
    textDisplay(markdown(said, styleOf(texts)).join('\n')),
    ...rows([
      beginButton(texts, status, 'button-story', named),
      { kind: 'link', label: words.say('button-newer-card'), url },
    ]),
  ]);
}

/** A post in a server: how many people signed through it. */
export function milestonePost(
  texts: LocaleTexts,
  status: Status,
  count: number,
  named?: string,
): APIMessageTopLevelComponent[] {
  const said = [heading(texts.words.say('server-milestone', { count })), paragraph(texts.headline)];
  return container([
    textDisplay(markdown(said, styleOf(texts)).join('\n')),
    ...rows([beginButton(texts, status, 'button-story', named)]),
  ]);
}

function container(components: APIComponentInContainer[]): APIMessageTopLevelComponent[] {
  return [{ type: ComponentType.Container, accent_color: ACCENT, components }];
}

/** A small picture beside a text. */
function withThumbnail(
  words: APITextDisplayComponent,
  { url, description }: { readonly url: string; readonly description: string },
): APIComponentInContainer {
  return {
    type: ComponentType.Section,
    components: [words],
    accessory: { type: ComponentType.Thumbnail, media: { url }, description },
  };
}

/** Cards contain no commands. */
function styleOf({ direction }: LocaleTexts): MarkdownStyle {
  return { direction, command: (name) => name };
}

/** The total and, while people can sign, the progress to the next goal and when signing closes. */
function numbers(petition: Petition, texts: LocaleTexts, status: Status, total: number): readonly Block[] {
  const progress = progressShown(petition, texts, status, total);
  const goal = goalLine(petition, texts, status, total);
  return [
    heading(countLine(texts, status, total)),
    ...(progress === null ? [] : [paragraph(progressBar(progress))]),
    ...(goal === null ? [] : [paragraph(goal)]),
    // A card can stay as it is for days.
    ...closingLines(texts, status, { lasting: true }),
  ];
}

/** The headline, why people can't sign now if they can't, and what it is about in one sentence. */
function about(texts: LocaleTexts, status: Status): readonly string[] {
  const style = styleOf(texts);
  const news = splitAtParagraphs(markdown(whyNotOpen(texts, status), style), NEWS_TEXT).slice(0, 1);
  const sentence = status.phase === 'closed' ? [] : [paragraph(summarySentence(texts))];
  return [...markdown([strong(texts.headline)], style), ...news, ...markdown(sentence, style)];
}

function strong(said: string): Block {
  return { kind: 'paragraph', children: [{ kind: 'strong', children: [text(said)] }] };
}

/**
 * A page of the story as a message for one person, with buttons to go on.
 * @param name the page's name; if the petition no longer has it, the first page is shown
 */
export function storyMessage(texts: LocaleTexts, status: Status, name: string, named?: string): Message {
  const index = Math.max(
    texts.story.findIndex((page) => page.name === name),
    0,
  );
  const { words, locale, direction } = texts;
  const next = texts.story[index + 1];
  const count = words.say('story-page', { page: index + 1, pages: texts.story.length });
  const begin = beginButton(texts, status, 'button-updates-open', named);
  return {
    role: 'screen',
    locale,
    direction,
    body: [
      ...(texts.story[index]?.blocks ?? []),
      { kind: 'paragraph', children: [{ kind: 'emphasis', children: [text(count)] }] },
    ],
    buttons:
      next === undefined
        ? [begin]
        : [{ ...storyButton(next, named), label: words.say('button-next') }, begin],
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
  named: string | undefined,
): Button {
  const label = words.say(phase === 'open' ? 'button-begin' : reading);
  return { kind: 'press', label, code: signButtonId(named) };
}

/** A button that opens a page of the story, labelled with the page's heading. */
function storyButton({ name, blocks }: StoryPage, named: string | undefined): Button & { kind: 'press' } {
  return { kind: 'press', label: titleOf(blocks) ?? name, code: storyButtonId(name, named) };
}

function titleOf(blocks: readonly Block[]): string | null {
  const found = blocks.find((block) => block.kind === 'heading');
  return found === undefined ? null : plainText([found]);
}
