import { beforeAll, describe, expect, it } from 'vitest';
import type { Petition } from '../../../src/petition/petition.js';
import { sample } from '../../transcripts/sample.js';
import { says } from '../talk.js';
import { Bot, caseOf, Talker } from './bot.js';

let base: Petition;
beforeAll(async () => {
  base = await sample();
});

const botOf = (...ids: string[]) => new Bot(ids.map((id) => caseOf(base, id)));
const words = () => base.texts('en').words;
const labels = ({ last }: Talker) => last?.buttons.map(({ label }) => label) ?? [];

describe('choosing a petition', () => {
  it('begins with the list for a person who has chosen none', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    const answer = await amal.command('sign');
    expect(answer.outcome).toBe('applied');
    expect(says(answer)).toContain(words().say('chooser-heading'));
    expect(says(answer)).toContain('What river is about.');
    expect(labels(amal)).toEqual(['The case of river', 'The case of well']);
    expect(amal.bot.handed).toEqual([]);
  });

  it('opens the petition of the button that is pressed, and signs that one alone', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    await amal.command('petitions');
    await amal.presses('well');
    expect(amal.last?.petition).toBe('well');
    for (let press = 0; press < 7; press += 1) await amal.presses(0);
    expect(amal.bot.signedBy(amal.person)).toEqual(['well']);
  });

  it('sends text to the petition that was opened last', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    await amal.walksTo('well');
    await amal.says('Amal B.');
    await amal.presses('Amal B.');
    expect(amal.bot.signedBy(amal.person)).toEqual(['well']);
    expect(Object.values(amal.bot.ledger('well').rows())[0]?.name).toBe('Amal B.');
    expect(amal.bot.ledger('river').rows()).toEqual({});
  });

  it('answers a text of a person who has chosen none with the list, and keeps nothing of the text', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    expect(says(await amal.says('Amal B.'))).toContain(words().say('chooser-heading'));
    expect(amal.bot.choices.rows.size).toBe(0);
    expect(amal.bot.handed).toEqual([]);
  });

  it('keeps both conversations when a person switches in mid-walk, and the buttons of both work', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    await amal.walksTo('river');
    const atRiver = amal.last;
    await amal.walksTo('well');
    const atWell = amal.last;
    await amal.presses(0, atRiver);
    expect(amal.bot.signedBy(amal.person)).toEqual(['river']);
    await amal.presses(0, atWell);
    expect(amal.bot.signedBy(amal.person)).toEqual(['river', 'well']);
  });

  it('leads from the thanks to the petitions that are left, until none is left', async () => {
    const amal = new Talker(botOf('river', 'well', 'hill'), 'amal');
    const first = await amal.signs('river');
    expect(says(first)).toContain('2 more petitions here need you.');
    await amal.presses(words().say('button-other-petitions'));
    expect(labels(amal)).toEqual(['The case of well', 'The case of hill', 'The case of river']);
    expect(amal.last?.sensitive).toBe(true);
    await amal.presses('well');
    for (let press = 0; press < 6; press += 1) await amal.presses(0);
    expect(says(await amal.presses(0))).toContain('One more petition here needs you.');
    const last = await amal.signs('hill');
    expect(says(last)).not.toContain('more petition');
    expect(labels(amal)).not.toContain(words().say('button-other-petitions'));
    expect(says(await amal.command('petitions'))).toContain(words().say('chooser-done'));
  });

  it('says which note is about which petition, and which petition a person has signed', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    await amal.signs('well');
    expect(says(await amal.command('total'))).toContain('The case of well');
    expect(says(await amal.command('petitions'))).toContain(words().say('chooser-signed'));
    expect(says(await new Talker(amal.bot, 'bea').command('petitions'))).not.toContain(
      words().say('chooser-signed'),
    );
  });

  it('shows a petition that is closed, and does not count it as one that is left', async () => {
    const bot = new Bot([caseOf(base, 'river'), caseOf(base, 'old', { closed: true })]);
    const amal = new Talker(bot, 'amal');
    expect(says(await amal.signs('river'))).not.toContain('more petition');
    await amal.command('petitions');
    expect(labels(amal)).toEqual(['The case of river', 'The case of old']);
  });

  it('shows the list again where the chosen petition is no longer served', async () => {
    const amal = new Talker(botOf('river', 'well', 'hill'), 'amal');
    await amal.walksTo('river');
    const button = amal.last;
    amal.bot.restart('river');
    expect(says(await amal.says('hello'))).toContain(words().say('chooser-heading'));
    expect(labels(amal)).toEqual(['The case of well', 'The case of hill']);
    await amal.presses(0, button);
    expect(labels(amal)).toEqual(['The case of well', 'The case of hill']);
    expect(amal.bot.signedBy(amal.person)).toEqual([]);
  });

  it('shows twelve petitions on pages, and comes round to the first', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `case-${index + 1}`);
    const amal = new Talker(botOf(...ids), 'amal');
    await amal.command('petitions');
    const pages: string[][] = [];
    for (let page = 0; page < 4; page += 1) {
      pages.push(labels(amal).slice(0, -1));
      await amal.presses(words().say('button-more-petitions'));
    }
    expect(pages.slice(0, 3).flat()).toEqual(ids.map((id) => `The case of ${id}`));
    expect(pages[3]).toEqual(pages[0]);
  });

  it('opens a petition by its name after the command', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    await amal.command('petitions', 'well');
    expect(amal.last?.petition).toBe('well');
    await amal.command('petitions', 'nobody knows this');
    expect(labels(amal)).toContain('The case of river');
  });

  it('goes on in the petition that is opened again right after a cancellation', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    await amal.walksTo('river');
    await amal.command('cancel');
    await amal.command('petitions');
    await amal.presses('river');
    expect(says(await amal.command('help'))).toContain('The case of river');
  });

  it('is a press away from the help', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    await amal.walksTo('river');
    await amal.command('help');
    await amal.presses(words().say('button-other-petitions'));
    expect(labels(amal)).toContain('The case of well');
  });
});

describe('links', () => {
  it('lead to the petition that they name, with the source', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    await amal.follows('well-poster');
    expect(amal.last?.petition).toBe('well');
    expect(amal.bot.handed[0]?.event.action).toEqual({ kind: 'command', command: 'sign', source: 'poster' });
  });

  it('without a source, and with one that nobody knows, lead there as well', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    await amal.follows('well');
    expect(amal.last?.petition).toBe('well');
    await amal.follows('river-made-up');
    expect(amal.last?.petition).toBe('river');
    const conversation = Object.values(amal.bot.ledger('river').rows())[0]?.conversation ?? '';
    expect(conversation).not.toContain('made-up');
  });

  it('from the time of one petition lead to the first that has their source', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    await amal.follows('poster');
    expect(amal.last?.petition).toBe('river');
    expect(amal.bot.handed[0]?.event.action).toEqual({ kind: 'command', command: 'sign', source: 'poster' });
  });

  it('that nobody made lead to the list, or to the petition that was opened last', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    expect(says(await amal.follows('elsewhere'))).toContain(words().say('chooser-heading'));
    await amal.follows('well');
    await amal.follows('elsewhere');
    expect(amal.last?.petition).toBe('well');
  });
});

describe('languages', () => {
  it('the list is in the person’s language, and each petition in its first where it lacks that one', async () => {
    const bot = new Bot([caseOf(base, 'river'), caseOf(base, 'well', { locales: ['ar'] })]);
    const amal = new Talker(bot, 'amal', ['en']);
    await amal.command('petitions');
    expect(amal.last?.locale).toBe('en');
    await amal.presses('well');
    expect(amal.last?.locale).toBe('ar');
    expect(amal.last?.direction).toBe('rtl');
    await amal.command('petitions');
    expect(amal.last?.locale).toBe('en');
    await amal.presses('river');
    expect(amal.last?.locale).toBe('en');
  });

  it('a language that the person chose in one petition is that of the list and of the next petition', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal', ['en']);
    await amal.follows('river');
    await amal.command('language');
    await amal.presses('العربية');
    await amal.command('petitions');
    expect(amal.last?.locale).toBe('ar');
    await amal.presses('well');
    expect(amal.last?.locale).toBe('ar');
  });
});
