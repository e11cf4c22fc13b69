import { describe, expect, test } from 'vitest';
import { readButtonData } from '../../../adapters/telegram/button-data.js';
import { escapeHtml, htmlOf } from '../../../adapters/telegram/html.js';
import { render } from '../../../adapters/telegram/render.js';
import type { Button, Message } from '../../../src/conversation/message.js';
import { type Block, heading, type Inline, paragraph, text } from '../../../src/petition/rich-text.js';
import { parseHtml } from '../../fakes/telegram/html.js';
import { sample } from '../../transcripts/sample.js';

const html = (...blocks: readonly Block[]) => htmlOf(blocks, 'ltr').map((piece) => piece.html);

describe('rich text as Telegram’s HTML', () => {
  test.each<[string, Block, string]>([
    ['a heading', heading('Free him'), '<b>Free him</b>'],
    ['a paragraph', paragraph('One & two'), 'One &amp; two'],
    [
      'strong and emphasis',
      paragraph({ kind: 'strong', children: [{ kind: 'emphasis', children: [text('now')] }] }),
      '<b><i>now</i></b>',
    ],
    [
      'a link',
      paragraph({ kind: 'link', url: 'https://example.org/?a=1&b="2"', children: [text('there')] }),
      '<a href="https://example.org/?a=1&amp;b=&quot;2&quot;">there</a>',
    ],
    [
      'an e-mail address, which Telegram links by itself',
      paragraph({ kind: 'link', url: 'mailto:a@example.org', children: [text('a@example.org')] }),
      'a@example.org',
    ],
    ['a command', paragraph({ kind: 'command', command: 'total' }), '/total'],
    ['a receipt', paragraph({ kind: 'code', text: 'A<B' }), '<code>A&lt;B</code>'],
    ['a list', { kind: 'list', ordered: false, items: [[text('a')], [text('b')]] }, '• a\n• b'],
    ['a numbered list', { kind: 'list', ordered: true, items: [[text('a')], [text('b')]] }, '1. a\n2. b'],
    [
      'a quote in a quote, which Telegram does not have',
      { kind: 'quote', blocks: [paragraph('a'), { kind: 'quote', blocks: [paragraph('b')] }] },
      '<blockquote>a\n\nb</blockquote>',
    ],
  ])('%s', (_what, block, expected) => {
    expect(html(block)).toEqual([expected]);
  });

  test.each([
    '<b>',
    '</b>',
    '&lt;',
    '&#60;',
    '<a href="tg://user?id=1">',
    '"',
    'a & b < c > d',
    '\u0000<',
    '<!--',
  ])('lets %j be read as it was written', (words) => {
    expect(parseHtml(`x${escapeHtml(words)}x`)).toEqual({ text: `x${words}x`, entities: [] });
  });

  test('counts the text as Telegram does: after parsing, in UTF-16 code units', () => {
    const inlines: Inline[] = [text('a < b & "c" 😀'), { kind: 'strong', children: [text('d')] }];
    const [piece] = htmlOf([paragraph(...inlines)], 'ltr');
    expect(piece?.length).toBe(parseHtml(piece?.html ?? '').text.length);
  });

  test('begins every line from the right where the language is written so', () => {
    const blocks: Block[] = [
      heading('1'),
      { kind: 'list', ordered: true, items: [[text('a')], [text('b')]] },
    ];
    const lines = htmlOf(blocks, 'rtl').flatMap((piece) => piece.html.split('\n'));
    for (const line of lines) expect(line).toMatch(/^\u200F/);
  });
});

describe('a message on Telegram', async () => {
  const context = { username: 'petition_bot', petition: await sample(), knownMessages: [] };
  const button = (label: string): Button => ({ kind: 'press', label, code: `abcdef1.story.${label}` });
  const message = (over: Partial<Message>): Message => ({
    role: 'screen',
    locale: 'en',
    direction: 'ltr',
    body: [paragraph('Words')],
    buttons: [],
    ...over,
  });
  const only = (over: Partial<Message>) => {
    const [rendered, ...others] = render(message(over), context);
    if (rendered === undefined || others.length > 0) throw new Error('not one message');
    return rendered;
  };
  const labels = (over: Partial<Message>) =>
    only(over).reply_markup.inline_keyboard.map((row) => row.map(({ text }) => text));

  test('has a button a row, the way forward first', () => {
    expect(labels({ buttons: [button('forward'), button('back')] })).toEqual([['forward'], ['back']]);
  });

  test('passes on a link that is the same for everybody, right after the way forward', () => {
    const rendered = only({
      share: { text: 'Read & sign', label: 'Share' },
      buttons: [button('a'), button('b')],
    });
    expect(rendered.text).toBe(
      'Words\n\n<blockquote>Read &amp; sign\nhttps://t.me/petition_bot?start=share</blockquote>',
    );
    const share = rendered.reply_markup.inline_keyboard[1]?.[0];
    expect(share).toEqual({
      text: 'Share',
      url: 'https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fpetition_bot%3Fstart%3Dshare&text=Read%20%26%20sign',
    });
  });

  test('opens the dialogue for sharing at once where a button leads to a text to share', () => {
    const passesOn = { ...button('Share'), passesOn: 'Read & sign' };
    const rendered = only({ petition: 'sample', buttons: [passesOn, button('more')] });
    expect(rendered.reply_markup.inline_keyboard[0]).toEqual([
      {
        text: 'Share',
        url: 'https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fpetition_bot%3Fstart%3Dsample-share&text=Read%20%26%20sign',
      },
    ]);
  });

  test('copies the receipt that it shows, and no version of a text', () => {
    const body: Block[] = [
      paragraph('Your receipt: ', { kind: 'code', text: 'AAAA-BBBB' }),
      { kind: 'list', ordered: false, items: [[{ kind: 'code', text: '12345678' }]] },
    ];
    const rows = only({ body, buttons: [button('forward'), button('back')] }).reply_markup.inline_keyboard;
    expect(rows.map(([first]) => first?.text)).toEqual(['forward', 'Copy the receipt', 'back']);
    expect(rows[1]).toEqual([{ text: 'Copy the receipt', copy_text: { text: 'AAAA-BBBB' } }]);
    expect(labels({ body: body.slice(1), buttons: [button('forward')] })).toEqual([['forward']]);
    const long = paragraph({ kind: 'code', text: 'x'.repeat(257) });
    expect(labels({ body: [long], buttons: [button('forward')] })).toEqual([['forward']]);
  });

  test('offers to clear the chat last, where the person may want no trace', () => {
    expect(labels({ sensitive: true, buttons: [button('share')] })).toEqual([['share'], ['Clear this chat']]);
  });

  test('shows the way to the next goal as a bar, below the total', () => {
    const progress = { total: 100, goal: 200, percent: '50%' };
    const total = { kind: 'paragraph', children: [{ kind: 'text', text: '100 people' }], progress } as const;
    expect(only({ body: [total, paragraph('Words')] }).text).toBe('100 people\n\n▰▰▰▰▰▰▱▱▱▱▱▱ 50%\n\nWords');
  });

  test('is several where it is too long for one, with the buttons on the last', () => {
    const body = Array.from({ length: 9 }, (_, index) => paragraph(String(index).repeat(1000)));
    const parts = render(message({ body, buttons: [button('on')] }), context);
    expect(parts.map(({ text }) => text.length)).toEqual([4006, 4006, 1000]);
    expect(parts.map(({ reply_markup }) => reply_markup.inline_keyboard.length)).toEqual([0, 0, 1]);
  });

  test('marks a note’s buttons, so that a press on one does not overwrite the note', () => {
    const data = (role: Message['role']) => {
      const first = only({ role, buttons: [button('on')] }).reply_markup.inline_keyboard[0]?.[0];
      return first !== undefined && 'callback_data' in first ? first.callback_data : null;
    };
    expect(data('screen')).toBe('abcdef1.story.on');
    expect(data('note')).toBe('~abcdef1.story.on');
  });

  test('lets its buttons carry the last messages of the chat, as far as there is room', () => {
    const knownMessages = [5_000_000_003, 5_000_000_002, 71];
    const [rendered] = render(message({ buttons: [button('on'), button('x'.repeat(43))] }), {
      ...context,
      knownMessages,
    });
    const data = rendered?.reply_markup.inline_keyboard
      .flat()
      .map((one) => ('callback_data' in one ? one.callback_data : ''));
    expect(data?.map((one) => readButtonData(one))).toMatchObject([
      { code: 'abcdef1.story.on', knownMessages },
      { code: `abcdef1.story.${'x'.repeat(43)}`, knownMessages: [] },
    ]);
  });

  test('refuses a code that is longer than a button carries', () => {
    expect(() => only({ buttons: [button('x'.repeat(60))] })).toThrow(RangeError);
  });
});
