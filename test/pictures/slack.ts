import { html, type Markup } from '../../src/http/markup.js';
import type { Part } from '../fakes/live-text.js';
import type { Block, Element, TextObject } from '../fakes/slack/blocks.js';
import { type Effect, parseMrkdwn, QUOTE, withoutEntities } from '../fakes/slack/mrkdwn.js';

/** A message of the app in a channel. */
export interface SlackMessage {
  readonly blocks: readonly Block[];
  /** Whether one person sees it. */
  readonly ephemeral: boolean;
}

/** A channel, with what the app posted in it. */
export interface SlackChannel {
  readonly channel: string;
  readonly appName: string;
  readonly messages: readonly SlackMessage[];
  readonly time: string;
  /** The address of a file's picture. */
  readonly pictureOf: (fileId: string) => string;
}

/** A channel as Slack's apps show it, near enough to be recognised. */
export function slackChannel({ channel, appName, messages, time, pictureOf }: SlackChannel): Markup {
  const shown = messages.map(
    ({ blocks, ephemeral }) => html`<article class="${ephemeral ? 'ephemeral' : 'posted'}">
      <span class="avatar">${appName.slice(0, 1)}</span>
      <div class="body">${ephemeral ? html`<p class="only">Only visible to you</p>` : null}
      <p class="author"><b>${appName}</b><span class="app">APP</span><time>${time}</time></p>
      ${slackBlocks(blocks, pictureOf)}</div></article>`,
  );
  return html`<section class="slack">
    <header><span class="private">private channel</span><b>${channel}</b><span class="platform">Slack</span></header>
    <main>${shown}</main>
    <footer>Message #${channel}</footer>
  </section>`;
}

/**
 * A message's blocks.
 * @throws Error for what we do not know how to show
 */
export function slackBlocks(
  blocks: readonly Block[],
  pictureOf: SlackChannel['pictureOf'],
): readonly Markup[] {
  return blocks.map((block) => blockOf(block, pictureOf));
}

function blockOf(block: Block, pictureOf: SlackChannel['pictureOf']): Markup {
  switch (block.type) {
    case 'header':
      return html`<h3>${withoutEntities(block.text.text)}</h3>`;
    case 'section': {
      if (block.accessory !== undefined) throw new Error('unknown in a picture: a section with an accessory');
      const { text, fields = [] } = block;
      return html`<div class="section">${text === undefined ? null : words(text)}${
        fields.length === 0
          ? null
          : html`<div class="fields">${fields.map((one) => html`<div>${words(one)}</div>`)}</div>`
      }</div>`;
    }
    case 'context':
      return html`<div class="context">${block.elements.map((one) => {
        if (one.type === 'image') throw new Error('unknown in a picture: an image in a context');
        return words(one);
      })}</div>`;
    case 'actions':
      return html`<div class="row">${block.elements.map(element)}</div>`;
    case 'divider':
      return html`<hr>`;
    case 'image': {
      const id = block.slack_file?.id;
      if (id === undefined) throw new Error('unknown in a picture: an image that is no file of Slack’s');
      return html`<figure><figcaption>${withoutEntities(block.title?.text ?? '')}</figcaption>
        <img src="${pictureOf(id)}" alt="${block.alt_text}"></figure>`;
    }
    case 'input':
    case 'rich_text':
    case 'markdown':
      throw new Error(`unknown in a picture: the block ${block.type}`);
    default:
      throw new Error(`unknown in a picture: the block ${JSON.stringify(block satisfies never)}`);
  }
}

function element(one: Element): Markup {
  if (one.type !== 'button') throw new Error(`unknown in a picture: the element ${one.type}`);
  return html`<span class="button ${one.style ?? 'plain'}">${withoutEntities(one.text.text)}</span>`;
}

function words(text: TextObject): readonly Markup[] {
  if (text.type === 'plain_text') return [html`<div class="text">${withoutEntities(text.text)}</div>`];
  return paragraphs(text.text).map(({ quote, source }) => {
    const inner = parseMrkdwn(source, text.verbatim).map(part);
    return quote ? html`<blockquote>${inner}</blockquote>` : html`<div class="text">${inner}</div>`;
  });
}

/** Lines that belong together: those of a quote, and others. */
function paragraphs(source: string): readonly { readonly quote: boolean; readonly source: string }[] {
  const found: { quote: boolean; source: string }[] = [];
  for (const line of source.split('\n')) {
    const quote = QUOTE.test(line);
    const last = found.at(-1);
    const own = line.replace(QUOTE, '');
    if (last?.quote === quote) last.source += `\n${own}`;
    else found.push({ quote, source: own });
  }
  return found;
}

function part(one: Part<Effect>): Markup {
  if (typeof one === 'string') return html`${one}`;
  const inner = one.parts.map(part);
  switch (one.effect) {
    case 'bold':
      return html`<b>${inner}</b>`;
    case 'italic':
      return html`<i>${inner}</i>`;
    case 'strike':
      return html`<s>${inner}</s>`;
    case 'code':
      return one.source.startsWith('```') ? html`<pre>${inner}</pre>` : html`<code>${inner}</code>`;
    case 'link':
      return html`<a>${inner}</a>`;
    case 'date':
      return html`${date(one.source)}`;
    case 'mention':
    case 'broadcast':
    case 'emoji':
      throw new Error(`unknown in a picture: ${one.effect}, as in ${one.source}`);
    default:
      throw new Error(`unknown in a picture: ${one.effect satisfies never}`);
  }
}

/** A moment as Slack writes it for its reader: here in English and UTC. */
function date(source: string): string {
  const [, seconds, form = ''] = /^<!date\^(\d+)\^([^|^]*)/.exec(source) ?? [];
  const at = new Date(Number(seconds) * 1_000);
  return form.replaceAll(/\{\w+\}/g, (token) => {
    switch (token) {
      case '{time}':
        return at.toLocaleTimeString('en', { timeStyle: 'short', timeZone: 'UTC' });
      case '{date_num}':
        return at.toISOString().slice(0, 10);
      default:
        throw new Error(`unknown in a picture: ${token}`);
    }
  });
}
