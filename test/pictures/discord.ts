import { html, type Markup } from '../../src/http/markup.js';
import type { Button, Component, MessageData } from '../fakes/discord/limits.js';
import { type Effect, type Line, parseMarkdown } from '../fakes/discord/markdown.js';
import type { Part } from '../fakes/live-text.js';

/** A channel of a server, with the bot's answer to a command in it. */
export interface DiscordChannel {
  readonly channel: string;
  readonly botName: string;
  /** Who used the command, and which. */
  readonly by: string;
  readonly command: string;
  readonly data: MessageData;
  readonly time: string;
  readonly now: Date;
}

/** A channel as Discord's apps show it, near enough to be recognised. */
export function discordChannel(shown: DiscordChannel): Markup {
  const { channel, botName, by, command, data, time, now } = shown;
  return html`<section class="discord">
    <header><span class="hash">#</span><b>${channel}</b><span class="platform">Discord</span></header>
    <main>
      <p class="used"><span class="spine"></span><span class="avatar small">${by.slice(0, 1)}</span><b>${by}</b> used <a>${command}</a></p>
      <article><span class="avatar">${botName.slice(0, 1)}</span>
        <div class="body"><p class="author"><b>${botName}</b><span class="app">APP</span><time>${time}</time></p>
        ${discordMessage(data, now)}</div></article>
    </main>
    <footer>Message #${channel}</footer>
  </section>`;
}

/**
 * A message's components.
 * @param now the reader's clock, for moments such as "2 minutes ago"
 * @throws Error for what we do not know how to show
 */
export function discordMessage({ content, embeds, components }: MessageData, now: Date): readonly Markup[] {
  if (content || embeds?.length) throw new Error('unknown in a picture: a message in the older format');
  return (components ?? []).map((one) => component(one, now));
}

function component(one: Component | Button, now: Date): Markup {
  switch (one.type) {
    case 1:
      return html`<div class="row">${one.components.map((each) => component(each, now))}</div>`;
    case 2:
      return button(one);
    case 9:
      return html`<div class="section"><div>${one.components.map((each) => component(each, now))}</div>${thumbnail(one.accessory)}</div>`;
    case 10:
      return html`<div class="text">${markdown(one.content, now)}</div>`;
    case 14:
      return one.divider === false ? html`<div class="gap"></div>` : html`<hr>`;
    case 17: {
      const accent = one.accent_color ?? null;
      const color = accent === null ? 'transparent' : `#${accent.toString(16).padStart(6, '0')}`;
      return html`<div class="container" style="border-left-color: ${color}">${one.components.map((each) => component(each, now))}</div>`;
    }
    default:
      throw new Error(`unknown in a picture: the component ${JSON.stringify(one satisfies never)}`);
  }
}

/** The picture itself stays with Discord, which fetches it: here stands what it shows. */
function thumbnail({ description }: Extract<Component, { type: 9 }>['accessory']): Markup {
  return html`<span class="thumbnail">${description ?? ''}</span>`;
}

const STYLES = new Map([
  [1, 'primary'],
  [2, 'secondary'],
  [3, 'success'],
  [4, 'danger'],
  [5, 'link'],
]);

function button(one: Button): Markup {
  const style = STYLES.get(one.style);
  if (style === undefined) throw new Error(`unknown in a picture: a button of the style ${one.style}`);
  const disabled = 'disabled' in one && one.disabled === true ? ' disabled' : '';
  return html`<span class="button ${style}${disabled}">${one.label}${'url' in one ? html` <i>↗</i>` : null}</span>`;
}

/** Discord's Markdown as its apps show it. */
function markdown(source: string, now: Date): readonly Markup[] {
  return parseMarkdown(source).map((line) => lineOf(line, now));
}

function lineOf({ effects, parts }: Line, now: Date): Markup {
  const words = parts.map((each) => part(each, now));
  // An empty line keeps its height.
  return html`<div class="line ${effects.join(' ')}">${words.length === 0 ? '\u200B' : words}</div>`;
}

function part(one: Part<Effect>, now: Date): Markup {
  if (typeof one === 'string') return html`${one}`;
  const inner = one.parts.map((each) => part(each, now));
  switch (one.effect) {
    case 'bold':
      return html`<b>${inner}</b>`;
    case 'italic':
      return html`<i>${inner}</i>`;
    case 'underline':
      return html`<u>${inner}</u>`;
    case 'strike':
      return html`<s>${inner}</s>`;
    case 'code':
      return html`<code>${inner}</code>`;
    case 'command':
    case 'link':
      return html`<a>${inner}</a>`;
    case 'time':
      return html`<span class="moment">${moment(one.source, now)}</span>`;
    case 'mention':
    case 'emoji':
    case 'spoiler':
      throw new Error(`unknown in a picture: ${one.effect}, as in ${one.source}`);
    default:
      throw new Error(`unknown in a picture: ${one.effect satisfies never}`);
  }
}

/** A moment in the reader's language and time zone: here English and UTC. */
function moment(source: string, now: Date): string {
  const [, seconds, form = 'f'] = /^<t:(-?\d+)(?::(\w))?>$/.exec(source) ?? [];
  const at = new Date(Number(seconds) * 1_000);
  switch (form) {
    case 'R':
      return ago((now.getTime() - at.getTime()) / 1_000);
    case 't':
      return at.toLocaleTimeString('en', { timeStyle: 'short', timeZone: 'UTC' });
    case 'f':
      return at.toLocaleString('en', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
    default:
      throw new Error(`unknown in a picture: the form of ${source}`);
  }
}

function ago(seconds: number): string {
  if (seconds < 45) return 'a few seconds ago';
  const minutes = Math.round(seconds / 60);
  return new Intl.RelativeTimeFormat('en').format(-minutes, 'minute');
}
