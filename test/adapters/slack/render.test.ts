import { describe, expect, test } from 'vitest';
import { modal, type Rendered, render } from '../../../adapters/slack/render.js';
import { renderStaff } from '../../../adapters/slack/staff-message.js';
import type { Message } from '../../../src/conversation/message.js';
import { type Block, heading, type Inline, paragraph, text } from '../../../src/petition/rich-text.js';
import type { StaffMessage } from '../../../src/staff/desk.js';
import { readBlocks, readModal } from '../../fakes/slack/blocks.js';
import { refuseTooLong } from '../../fakes/slack/lengths.js';
import { buttonsOf, readingOf } from '../../fakes/slack/messages.js';

function message(body: readonly Block[], over: Partial<Message> = {}): Message {
  return { role: 'screen', locale: 'en', direction: 'ltr', body, buttons: [], ...over };
}

/** What Slack takes of a message, as its reader sees it; throws where Slack refuses it. */
function read({ text: summary, blocks }: Rendered) {
  return readingOf({ text: summary, blocks: readBlocks(blocks) });
}

function only<T>(all: readonly T[]): T {
  const [one, ...rest] = all;
  if (one === undefined || rest.length > 0) throw new Error(`${all.length} where one was expected`);
  return one;
}

const HOSTILE = [
  '<!channel>',
  '<@U1>',
  '<https://evil.example|here>',
  '&amp; &lt;b&gt;',
  '*bold* _italic_ ~gone~ `code`',
  ':skull: :bangbang:',
  'https://evil.example/x',
  '> said somebody',
  '@here @everyone #general',
];

describe('words that people write themselves', () => {
  test.for(HOSTILE)('%s stays text wherever a name stands', (name) => {
    const bodies: Block[][] = [
      [paragraph('Your name is ', text(name), '.')],
      [paragraph('Your name is ', { kind: 'strong', children: [text(name)] }, '.')],
      [heading(name)],
      [{ kind: 'list', ordered: false, items: [[text(name)]] }],
    ];
    for (const body of bodies) {
      const rendered = only(render(message(body), []));
      const { text: words, effects } = read(rendered);
      expect(words).toContain(name);
      expect(effects.filter((effect) => effect !== 'bold')).toEqual([]);
      expect(JSON.stringify(rendered)).not.toMatch(/<[!@#h]/);
    }
  });

  test.for(HOSTILE)('%s stays text on a button', (name) => {
    const button = { kind: 'press', label: `Sign as ${name}`, code: 'abc.name.typed' } as const;
    const rendered = only(render(message([paragraph('Sign?')], { buttons: [button] }), []));
    expect(only(buttonsOf(readBlocks(rendered.blocks))).label).toBe(`Sign as ${name}`);
    expect(JSON.stringify(rendered)).not.toMatch(/<[!@#h]/);
  });
});

describe('a message', () => {
  test('has its markup where the words have none that could be mistaken', () => {
    const inlines: Inline[] = [
      text('Read '),
      { kind: 'strong', children: [text('this')] },
      text(', '),
      { kind: 'link', url: 'https://example.org/a|b', children: [text('there')] },
      text(' or with '),
      { kind: 'command', command: 'help' },
      text(': '),
      { kind: 'code', text: 'A`B' },
    ];
    const { text: words, effects } = read(only(render(message([paragraph(...inlines)]), [])));
    expect(words).toBe('Read this, there or with /petition help: AˋB');
    expect(effects).toEqual(['bold', 'link', 'code', 'code']);
  });

  test('leads only to web and e-mail addresses', () => {
    const link = (url: string) =>
      JSON.stringify(render(message([paragraph({ kind: 'link', url, children: [text('there')] })]), []));
    expect(link('mailto:a@example.org')).toContain('<mailto:a@example.org|there>');
    expect(link('javascript:alert(1)')).not.toContain('javascript');
  });

  test('says the same to those who hear it', () => {
    const body = [heading('Title'), paragraph('One & two'), paragraph('Three')];
    const { text: heard } = only(render(message(body), []));
    expect(heard).toBe('Title\n\nOne &amp; two\n\nThree');
  });

  test('shows long sections whole', () => {
    const { blocks } = only(render(message([paragraph('a'.repeat(2_000))]), []));
    expect(blocks).toEqual([expect.objectContaining({ type: 'section', expand: true })]);
  });

  test('is broken where a section, a header or a message would be too long, and loses nothing', () => {
    const words = Array.from({ length: 3_000 }, (_, index) => `word<${index}>`).join(' ');
    const body = [heading('h'.repeat(400)), paragraph(words), ...Array(60).fill(paragraph('line'))];
    const parts = render(message(body), []);
    const whole = parts.map((part) => read(part).text).join(' ');
    expect(parts.length).toBeGreaterThan(1);
    expect(whole.replace(/\s+/g, ' ')).toContain('word<0> word<1> word<2>');
    expect(whole.match(/word</g)).toHaveLength(3_000);
    expect(whole.match(/line/g)).toHaveLength(60);
  });

  test.for(['word', 'كلمة', '字字'])('of many words such as %s comes in parts that Slack takes', (word) => {
    const words = Array(5_000).fill(word).join(' ');
    const parts = render(message([paragraph(words)]), []);
    expect(parts.flatMap((part) => read(part).text.split(/\s+/))).toEqual(Array(5_000).fill(word));
    for (const { text: heard, blocks } of parts) {
      expect(Buffer.byteLength(JSON.stringify(blocks))).toBeLessThanOrEqual(12_000);
      expect(Buffer.byteLength(heard)).toBeLessThanOrEqual(3_900);
      expect(heard).toMatch(new RegExp(`^(${word}\\s+)*${word}…?$`));
    }
    expect(parts[0]?.text).toMatch(/…$/);
  });

  test('without a space anywhere is cut between characters, never within one or an entity', () => {
    for (const piece of ['🙂', '&', 'é']) {
      const parts = render(message([paragraph(piece.repeat(4_000))]), []);
      expect(
        parts
          .map((part) => read(part).text)
          .join('')
          .replaceAll('\n', ''),
      ).toBe(piece.repeat(4_000));
    }
  });

  test('has the way forward first and in colour, and every button once', () => {
    const buttons = ['On', 'Back', 'Other'].map(
      (label, index) => ({ kind: 'press', label, code: `code${index}` }) as const,
    );
    const { blocks } = only(render(message([paragraph('Well?')], { buttons }), []));
    const shown = buttonsOf(readBlocks(blocks));
    expect(shown.map(({ label, value }) => [label, value])).toEqual([
      ['On', 'code0'],
      ['Back', 'code1'],
      ['Other', 'code2'],
    ]);
    expect(JSON.stringify(blocks).match(/primary/g)).toHaveLength(1);
    expect(new Set(shown.map(({ actionId }) => actionId)).size).toBe(3);
  });

  test('has labels that Slack takes, whatever is in them', () => {
    for (const label of ['&'.repeat(90), '👩‍👩‍👧‍👦'.repeat(40), 'ن'.repeat(200)]) {
      const buttons = [{ kind: 'press', label, code: 'x' } as const];
      const { blocks } = only(render(message([paragraph('Well?')], { buttons }), []));
      expect(only(buttonsOf(readBlocks(blocks))).label).toMatch(/…$/);
    }
  });

  test('begins each line of Arabic from the right', () => {
    const items = [[text('1. أولا')], [text('Zefzafi')]];
    const body: Block[] = [paragraph('“Nasser” اسم'), { kind: 'list', ordered: true, items }];
    const { blocks } = only(render(message(body, { direction: 'rtl' }), []));
    const lines = blocks.flatMap((block) =>
      block.type === 'section' ? (block.text?.text.split('\n') ?? []) : [],
    );
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/^\u200F/);
  });

  test('speaks of the total with a bar, and quotes what is to be passed on', () => {
    const progress = { total: 50, goal: 100, percent: '50%' };
    const total = { kind: 'paragraph', children: [{ kind: 'text', text: '50 people' }], progress } as const;
    const over = { share: { text: 'Pass this on', label: 'Share' } };
    const body = [total, paragraph('Share')];
    const { text: words, effects } = read(only(render(message(body, over), [])));
    expect(words).toMatch(/50 people\s+▰▰▰▰▰▰▱▱▱▱▱▱ 50%\s+Share/);
    expect(words).toContain('Pass this on');
    expect(effects).toEqual(['quote']);
  });

  test('has buttons of the adapter behind its own', () => {
    const [on, own] = ['On', 'Clear'].map((label) => ({ kind: 'press', label, code: label }) as const);
    if (on === undefined || own === undefined) throw new Error('no buttons');
    const { blocks } = only(render(message([paragraph('Well?')], { buttons: [on] }), [own]));
    expect(buttonsOf(readBlocks(blocks)).map(({ label }) => label)).toEqual(['On', 'Clear']);
  });
});

test.each([...Array(40).keys()].map((count) => 60 + count * 8))(
  'no message has buttons without words, however long an Arabic text is (%i sentences)',
  (count) => {
    const text = 'يطالب الموقّعون بالإفراج عنه فورًا. '.repeat(count);
    const buttons = ['التوقيع', 'العودة', 'الخصوصية'].map(
      (label, index) =>
        ({ kind: 'press', label: label.repeat(5), code: `k3Xp_-5.name.write.${index}` }) as const,
    );
    const messages = render(message([paragraph(text)], { direction: 'rtl', buttons }), []);
    for (const rendered of messages) {
      expect(rendered.text).not.toBe('');
      refuseTooLong({ ...rendered, blocks: readBlocks(rendered.blocks) });
    }
    expect(buttonsOf(readBlocks(messages.at(-1)?.blocks)).map(({ label }) => label)).toHaveLength(3);
  },
);

test('a form fits whatever its words are', () => {
  const words = 'Words & more words, '.repeat(10);
  const form = { locale: 'en', title: words, label: words, hint: words, submit: words, maxLength: 10_000 };
  const view = readModal(modal(form, '{}'));
  expect(view.title.text.length).toBeLessThanOrEqual(24);
  expect(view.blocks).toHaveLength(1);
});

describe('what staff are told', () => {
  const staff = (over: Partial<StaffMessage>): StaffMessage => ({
    locale: 'en',
    direction: 'ltr',
    body: [],
    ...over,
  });

  test('has tables in columns, in which nothing is live', () => {
    const table = {
      kind: 'table',
      columns: ['Channel', 'Signatures'],
      rows: [
        ['slack', '1,234'],
        ['<!channel> `x`', '5'],
      ],
    } as const;
    const rendered = only(renderStaff(staff({ body: [paragraph('By channel'), table] })));
    const { text: words, effects } = read(rendered);
    expect(words).toContain('slack                1,234');
    expect(words).toContain('<!channel> ˋxˋ           5');
    expect(effects).toEqual(['code']);
  });

  test('goes on below where a table is long, each part with its head', () => {
    const rows = Array.from({ length: 400 }, (_, index) => [`source ${index}`, String(index)]);
    const parts = renderStaff(staff({ body: [{ kind: 'table', columns: ['Source', 'Signed'], rows }] }));
    const whole = parts.map((part) => read(part).text).join('\n');
    expect(whole.match(/source \d/g)).toHaveLength(400);
    expect((whole.match(/Signed/g) ?? []).length).toBeGreaterThan(1);
  });

  test("says instants in the reader's time zone, and in UTC where Slack can't", () => {
    const at = new Date('2026-11-28T14:05:00Z');
    const moment = { kind: 'moment', at, form: 'time', text: '14:05 UTC' } as const;
    const rendered = only(renderStaff(staff({ body: [paragraph('As of ', moment, '.')] })));
    expect(JSON.stringify(rendered.blocks)).toContain('As of <!date^1795874700^{time}|14:05 UTC>.');
    expect(read(rendered)).toMatchObject({ text: 'As of 14:05 UTC.', effects: ['date'] });
  });

  test('says an instant in UTC beside words that Slack could take for markup', () => {
    const at = new Date('2026-11-28T14:05:00Z');
    const moment = { kind: 'moment', at, form: 'day-and-time', text: '28 November at 14:05 UTC' } as const;
    const rendered = only(
      renderStaff(staff({ body: [paragraph('Since ', moment, ', by staff code _a*b_.')] })),
    );
    expect(read(rendered)).toEqual({
      text: 'Since 28 November at 14:05 UTC, by staff code _a*b_.',
      effects: [],
    });
  });

  test('has its picture above the tables, in one message', () => {
    const picture = { png: new Uint8Array(), alt: 'Five <a> day', title: 'A & B', fileName: 'a.png' };
    const table = { kind: 'table', columns: ['A', 'B'], rows: [['a', '1']] } as const;
    const message = staff({ body: [heading('Report'), paragraph('Total'), table], picture });
    expect(only(renderStaff(message, 'F123')).blocks.map(({ type }) => type)).toEqual([
      'header',
      'section',
      'image',
      'section',
    ]);
    const [, , image] = readBlocks(only(renderStaff(message, 'F123')).blocks);
    expect(image).toMatchObject({ slack_file: { id: 'F123' }, alt_text: 'Five <a> day' });
    expect(only(renderStaff(message)).blocks).toHaveLength(3);
  });

  test('keeps the columns of a table in words from right to left in their order', () => {
    const table = { kind: 'table', columns: ['المنصة', 'التوقيعات'], rows: [['المجموع', '9.076']] } as const;
    const { text: words } = read(only(renderStaff(staff({ direction: 'rtl', body: [table] }))));
    expect(words).toContain('\u2068المنصة\u2069   \u2068التوقيعات\u2069');
    expect(words).toContain('\u2068المجموع\u2069      9.076');
  });

  test('offers what to ask next in one row of equal buttons', () => {
    const questions = [
      { words: 'total', label: 'Refresh', again: true as const },
      { words: 'report 7d', label: '7 days' },
    ];
    const { blocks } = only(renderStaff(staff({ body: [paragraph('Total')], questions })));
    expect(buttonsOf(readBlocks(blocks))).toMatchObject([
      { label: 'Refresh', value: 'staff:again:total' },
      { label: '7 days', value: 'staff:ask:report 7d' },
    ]);
    expect(JSON.stringify(blocks)).not.toContain('primary');
  });

  test('asks with two buttons', () => {
    const confirm = { code: 'abc_123', label: 'Pause', cancelLabel: 'Cancel' };
    const { blocks } = only(renderStaff(staff({ body: [paragraph('Pause?')], confirm })));
    expect(buttonsOf(readBlocks(blocks))).toMatchObject([
      { label: 'Pause', value: 'staff:confirm:abc_123' },
      { label: 'Cancel', value: 'staff:cancel' },
    ]);
  });
});
