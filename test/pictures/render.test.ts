import { describe, expect, test } from 'vitest';
import { card as discordCard } from '../../adapters/discord/card.js';
import { renderStaff } from '../../adapters/slack/staff-message.js';
import { card as telegramCard } from '../../adapters/telegram/card.js';
import { html, type Markup } from '../../src/http/markup.js';
import { text } from '../../src/petition/rich-text.js';
import type { Status } from '../../src/petition/status.js';
import type { StaffMessage } from '../../src/staff/desk.js';
import { messageSchema } from '../fakes/discord/limits.js';
import { readBlocks } from '../fakes/slack/blocks.js';
import { formatted, type ShownMessage } from '../fakes/telegram/chats.js';
import { sample } from '../transcripts/sample.js';
import { discordMessage } from './discord.js';
import { slackBlocks } from './slack.js';
import { telegramMessage } from './telegram.js';

const OPEN: Status = { phase: 'open', delivered: null, closing: null };
const NOW = new Date('2026-12-09T17:41:00Z');
const COMPONENTS_V2 = 32_768;

/** The HTML without the room between its elements. */
const compact = (markup: Markup | readonly Markup[]) => html`${markup}`.toString().replaceAll(/\n {2,}/g, '');

describe('a picture of Telegram', async () => {
  const petition = await sample();
  const shown = (sent: string, more: Partial<ShownMessage> = {}): ShownMessage => ({
    ...formatted({ text: sent, html: true, keyboard: [], threadId: null }),
    id: 1,
    fromBot: true,
    sentAt: 0,
    edits: 0,
    threadId: null,
    ...more,
  });

  test('shows what an adapter sends: bold words, the total, and the button that opens a link', () => {
    const sent = telegramCard(petition, petition.texts('en'), OPEN, 1_240, 'https://t.me/petition_bot');
    const { inline_keyboard: keyboard } = sent.reply_markup;
    const drawn = compact(telegramMessage(shown(sent.text, { keyboard }), '17:41'));
    expect(drawn).toContain(`<b>${petition.texts('en').headline}</b>`);
    expect(drawn).toContain('1,240 people');
    expect(drawn).toContain('<i>↗</i></span>');
  });

  test('shows markup within markup, and a quote on lines of its own', () => {
    const sent =
      'Say <b>it <i>now</i></b> &amp; here:\n\n<blockquote><code>A1</code></blockquote>\n\n/withdraw it';
    expect(compact(telegramMessage(shown(sent), '17:41'))).toContain(
      'Say <b>it <i>now</i></b> &amp; here:\n<blockquote><code>A1</code></blockquote>\n<a>/withdraw</a> it',
    );
  });

  test('refuses a message that it does not know', () => {
    const entities = JSON.parse('[{"type":"spoiler","offset":0,"length":2}]');
    expect(() => telegramMessage(shown('Hi', { entities }), '17:41')).toThrow(
      'unknown in a picture: the entity',
    );
    expect(() => telegramMessage(shown('Hi', { photo: 'a.png' }), '17:41')).toThrow('unknown in a picture');
    expect(() => telegramMessage(shown('Hi', { keyboard: [[{ text: 'On' }]] }), '17:41')).toThrow(
      'does nothing',
    );
  });
});

describe('a picture of Discord', async () => {
  const petition = await sample();

  test('shows a card with its edge, its moment and its buttons', () => {
    const texts = petition.texts('en');
    const asOf = new Date(NOW.getTime() - 180_000);
    const components = discordCard(petition, texts, { total: 1_240, asOf, status: OPEN }, false);
    const drawn = compact(discordMessage(messageSchema.parse({ components, flags: COMPONENTS_V2 }), NOW));
    expect(drawn).toContain('border-left-color: #2f5d8a');
    expect(drawn).toContain('<div class="line heading">1,240 people have taken action so far.</div>');
    expect(drawn).toContain('<span class="moment">3 minutes ago</span>');
    expect(drawn).toContain('<span class="button primary">Read and sign</span>');
  });

  test('refuses what it does not know', () => {
    const draw = (content: string) => () => discordMessage({ components: [{ type: 10, content }] }, NOW);
    expect(draw('Hello <@123>')).toThrow('unknown in a picture: mention');
    expect(draw('At <t:0:X>')).toThrow('unknown in a picture: the form');
    expect(() => discordMessage({ content: 'Hello' }, NOW)).toThrow('unknown in a picture');
    expect(() => discordMessage(JSON.parse('{"components":[{"type":12}]}'), NOW)).toThrow('the component');
  });
});

describe('a picture of Slack', () => {
  const report: StaffMessage = {
    locale: 'en',
    direction: 'ltr',
    body: [
      { kind: 'heading', children: [text('The total: 1,240')] },
      { kind: 'paragraph', children: [{ kind: 'moment', at: NOW, form: 'time', text: '17:41 UTC' }] },
      {
        kind: 'quote',
        blocks: [{ kind: 'paragraph', children: [{ kind: 'strong', children: [text('Well')] }] }],
      },
      { kind: 'table', columns: ['Platform', 'Signatures'], rows: [['slack', '455']] },
    ],
    picture: { png: new Uint8Array(), alt: 'Five a day', title: 'Signatures', fileName: 'a.png' },
    questions: [{ words: 'report 7d', label: '7 days' }],
  };

  test('shows a report with its moments, its table, its picture and its buttons', () => {
    const blocks = renderStaff(report, 'F1').flatMap((part) => readBlocks(part.blocks));
    const drawn = compact(slackBlocks(blocks, (id) => `file:${id}`));
    expect(drawn).toContain('<h3>The total: 1,240</h3>');
    expect(drawn).toContain('<div class="text">5:41 PM</div>');
    expect(drawn).toContain('<blockquote><b>Well</b></blockquote>');
    expect(drawn).toMatch(/<pre>Platform {2}Signatures\n[─ ]+\nslack +455\n<\/pre>/);
    expect(drawn).toContain('<img src="file:F1" alt="Five a day">');
    expect(drawn).toContain('<span class="button plain">7 days</span>');
  });

  test('refuses what it does not know', () => {
    const draw = (block: object) => () => slackBlocks(readBlocks([block]), () => '');
    const marked = (said: string) => ({ type: 'section', text: { type: 'mrkdwn', text: said } });
    expect(draw({ type: 'rich_text', elements: [] })).toThrow('unknown in a picture: the block rich_text');
    expect(draw(marked('Hello <@U1>'))).toThrow('unknown in a picture: mention');
    expect(draw(marked('<!date^0^{ago}|then>'))).toThrow('unknown in a picture: {ago}');
    expect(draw({ type: 'image', image_url: 'https://example.org/a.png', alt_text: 'a' })).toThrow('unknown');
  });
});
