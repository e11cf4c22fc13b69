import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { advance, type Turn } from '../../src/conversation/advance.js';
import type { Action, Event } from '../../src/conversation/event.js';
import { loadPetition } from '../../src/petition/load.js';
import type { Petition } from '../../src/petition/petition.js';
import { plainText } from '../../src/petition/plain.js';
import { wordsIn } from '../../src/petition/reading-time.js';
import { day } from '../support/day.js';
import { People } from './people.js';

const ROOT = join(import.meta.dirname, '../..');
const TODAY = day('2026-12-01');

let petition: Petition;
beforeAll(() => {
  petition = loadPetition({
    contentDir: join(ROOT, 'content'),
    petition: 'zefzafi',
    organiser: {
      name: 'Rif Solidarity',
      contact: 'hello@example.org',
      privacyUrl: 'https://example.org/privacy',
    },
    hostingCountry: { kind: 'country', code: 'CA' },
  });
});

/** The walk of a person who always presses the first button: the words on each screen before the signature. */
function walk(locale: string): { readonly presses: number; readonly words: readonly number[] } {
  const people = new People(petition);
  let events = 0;
  const does = (action: Action): Turn => {
    events += 1;
    const event: Event = { id: `event-${events}`, action, languages: [locale], displayName: 'Amal Bennani' };
    const turn = advance(petition, people.facts('me', TODAY, event), event);
    people.commit('me', TODAY, turn.conversation, turn.change);
    return turn;
  };
  const words: number[] = [];
  let turn = does({ kind: 'command', command: 'sign' });
  let presses = 0;
  while (turn.change.kind !== 'sign') {
    const [message] = turn.messages;
    const [button] = message.buttons;
    if (button?.kind !== 'press') throw new Error('the first button is not the way forward');
    words.push(wordsIn(plainText(message.body)));
    presses += 1;
    turn = does({ kind: 'press', code: button.code });
  }
  return { presses, words };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('the way from the first message to the signature', () => {
  test('takes at most 6 presses in every language', () => {
    for (const locale of petition.locales) expect(walk(locale).presses, locale).toBeLessThanOrEqual(6);
  });

  test('has at most 650 words in English', () => {
    expect(sum(walk('en').words)).toBeLessThanOrEqual(650);
  });

  test('is as long as docs/CONTENT.md says', () => {
    const page = readFileSync(join(ROOT, 'docs/CONTENT.md'), 'utf8').split('\n');
    const rows = petition.locales.map((locale) => {
      const { presses, words } = walk(locale);
      return `| \`${locale}\` | ${[...words, sum(words), presses].join(' | ')} |`;
    });
    expect(page.filter((line) => /^\| `[a-z]{2,3}` \| \d/.test(line))).toEqual(rows);
  });
});
