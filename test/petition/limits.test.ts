import { describe, expect, test } from 'vitest';
import { LIMITS as TELEGRAM } from '../../adapters/telegram/limits.js';
import { CONTENT_DIR } from '../../src/paths.js';
import { longTexts, longWords, type MeasuredWords } from '../../src/petition/limits.js';
import { loadPetition } from '../../src/petition/load.js';
import { paragraph } from '../../src/petition/rich-text.js';
import type { ReadTexts } from '../../src/petition/texts.js';
import { SAMPLE_CONTENT } from './content-copy.js';

const pager = { channel: 'pager', text: 100, label: 10 };
const paper = { channel: 'paper', text: 10_000, label: 100 };

function texts(lengths: Readonly<Record<string, number>>): ReadTexts {
  return new Map(
    Object.entries(lengths).map(([name, length]) => [
      name,
      {
        file: `sample/en/${name}.md`,
        blocks: [paragraph('x'.repeat(length))],
        source: '',
        values: new Map(),
      },
    ]),
  );
}

function words(messages: Readonly<Record<string, string>>): MeasuredWords {
  const ids = Object.keys(messages);
  return {
    file: 'interface/en.ftl',
    ids,
    longest: (id) => messages[id] ?? '',
    lineOf: (id) => ids.indexOf(id) + 1,
  };
}

describe('a text must fit into one message of every platform in use', () => {
  test('with the words of the interface that stand around it', () => {
    const around = words({ 'story-page': 'x'.repeat(20), 'why-stale': 'x'.repeat(30), 'why-kept': 'x' });
    const room = 100 - 20 - 30 - 3 * '\n\n'.length;
    expect(
      longTexts({ texts: texts({ 'story/well': room }), words: around, limits: [pager, paper] }),
    ).toEqual([]);
    expect(
      longTexts({ texts: texts({ 'story/well': room + 1 }), words: around, limits: [pager, paper] }),
    ).toEqual([
      {
        file: 'sample/en/story/well.md',
        line: 1,
        problem: 'the screen with story/well.md can have 101 characters, and pager shows 100',
        remedy: 'shorten it by 1',
      },
    ]);
  });

  test('and the short notice together with the consent, because they share a screen', () => {
    expect(
      longTexts({ texts: texts({ notice: 60, consent: 50 }), words: null, limits: [pager] }),
    ).toMatchObject([
      { file: 'sample/en/notice.md', problem: expect.stringContaining('notice.md and consent.md') },
    ]);
  });

  test('which the privacy notices do in every language, also with a long name and long addresses of an organiser', () => {
    const load = () =>
      loadPetition({
        contentDir: CONTENT_DIR,
        petition: 'zefzafi',
        organiser: {
          name: 'n'.repeat(60),
          contact: `${'c'.repeat(38)}@example.org`,
          privacyUrl: `https://example.org/${'p'.repeat(50)}`,
        },
        hostingCountry: { kind: 'words', words: 'h'.repeat(60) },
        limits: [{ channel: 'telegram', ...TELEGRAM }],
      });
    expect(load).not.toThrow();
  });

  test('even while the words of the interface are broken', () => {
    expect(longTexts({ texts: texts({ letter: 120 }), words: null, limits: [pager] })).toHaveLength(1);
  });
});

describe('a label must fit on a button of every platform in use', () => {
  test('counted in what people see as characters', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(longWords('en', words({ 'button-back': family.repeat(10) }), [pager])).toEqual([]);
    expect(longWords('en', words({ title: 'x', 'button-back': 'Eleven char' }), [pager, paper])).toEqual([
      {
        file: 'interface/en.ftl',
        line: 2,
        problem: 'button-back has 11 characters, and pager shows 10',
        remedy: 'shorten it by 1',
      },
    ]);
  });

  test('and be short whatever the platforms are, as menus and titles must', () => {
    const long = {
      'button-back': 'x'.repeat(31),
      'share-label': 'x'.repeat(31),
      'name-form-title': 'x'.repeat(46),
      'command-help': 'x'.repeat(101),
      'option-receipt': 'x'.repeat(101),
      'staff-button-pause': 'x'.repeat(31),
      'chat-not-cleared': 'x'.repeat(191),
      'bot-description': 'x'.repeat(251),
    };
    expect(longWords('en', words(long), []).map(({ line, problem }) => [line, problem])).toEqual([
      [1, 'button-back has 31 characters, and it may have 30'],
      [2, 'share-label has 31 characters, and it may have 30'],
      [3, 'name-form-title has 46 characters, and it may have 45'],
      [4, 'command-help has 101 characters, and it may have 100'],
      [5, 'option-receipt has 101 characters, and it may have 100'],
      [6, 'staff-button-pause has 31 characters, and it may have 30'],
      [7, 'chat-not-cleared has 191 characters, and it may have 190'],
      [8, 'bot-description has 251 characters, and it may have 250'],
    ]);
  });
});

test('what a platform can not show keeps the petition from loading', () => {
  const load = () =>
    loadPetition({ contentDir: SAMPLE_CONTENT, petition: 'sample', organiser: null, limits: [pager] });
  expect(load).toThrow(
    /^content\/sample\/ar\/closed\.md:1: the screen with closed\.md and run-by\.md can have \d+ characters/m,
  );
  expect(load).toThrow(
    /^content\/interface\/en\.ftl:\d+: button-\S+ has \d+ characters, and pager shows 10/m,
  );
});
