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

describe('while the store is away', () => {
  it('a person who chooses hears that nothing is confirmed, and the redelivery shows the list', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    amal.bot.goAway(true);
    const refused = await amal.says('hello');
    expect(refused.outcome).toBe('unsaved');
    expect(says(refused)).toContain(words().say('unconfirmed'));
    amal.bot.goAway(false);
    const answer = await amal.again();
    expect(answer.outcome).toBe('applied');
    expect(says(answer)).toContain(words().say('chooser-heading'));
  });

  it('a press goes to its petition, which says that nothing is confirmed', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    await amal.walksTo('well');
    amal.bot.goAway(true);
    const refused = await amal.presses(0);
    expect(refused.outcome).toBe('unsaved');
    expect(says(refused)).toContain(words().say('unconfirmed'));
    amal.bot.goAway(false);
    expect((await amal.again()).outcome).toBe('applied');
    expect(amal.bot.signedBy(amal.person)).toEqual(['well']);
  });

  it('a right over several petitions asks for a redelivery, which does the rest', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    await amal.signs('river');
    await amal.signs('well');
    await amal.command('mydata');
    amal.bot.ledger('well').goAway(true);
    expect((await amal.command('mydata')).outcome).toBe('unsaved');
  });

  it('nothing of a person stands in the log', async () => {
    const amal = new Talker(botOf('river', 'well'), 'person-4711');
    amal.bot.goAway(true);
    await amal.says('a secret text');
    await amal.follows('river');
    expect(amal.bot.log.length).toBeGreaterThan(0);
    expect(amal.bot.log.join('\n')).not.toMatch(/4711|secret|Amal/);
  });
});

describe('a choice that can not be saved', () => {
  it('costs the person another choice, and never the answer', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    amal.bot.choices.goAway(true);
    expect((await amal.follows('well')).outcome).toBe('applied');
    for (let press = 0; press < 7; press += 1) await amal.presses(0);
    expect(amal.bot.signedBy(amal.person)).toEqual(['well']);
    amal.bot.choices.goAway(false);
    expect(says(await amal.says('hello'))).toContain(words().say('chooser-heading'));
  });
});

describe('a redelivery', () => {
  it('of the list is silent once it has been answered, and answered where that failed', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    expect((await amal.does({ kind: 'command', command: 'petitions' }, false)).outcome).toBe('unsent');
    expect(says(await amal.again())).toContain(words().say('chooser-heading'));
    const repeat = await amal.again();
    expect(repeat.outcome).toBe('repeat');
    expect(repeat.messages).toEqual([]);
  });

  it('takes the route of the first delivery, whatever the person has opened since', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    await amal.walksTo('well');
    await amal.says('Amal B.');
    const typed = amal.event;
    await amal.follows('river');
    amal.event = typed;
    expect((await amal.again()).messages).toEqual([]);
    expect(
      amal.bot.handed.filter(({ event }) => event.id === typed?.id).map(({ petition }) => petition),
    ).toEqual(['well', 'well']);
  });

  it('to another process applies a press once', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    await amal.signs('well');
    amal.bot.restart();
    expect((await amal.again()).outcome).toBe('repeat');
    expect(await amal.bot.ledger('well').counted()).toBe(1);
    expect(amal.bot.ledger('river').rows()).toEqual({});
  });
});

describe('the cost of a turn', () => {
  it('is one read of the choices for a typed text, and a write where the choice changes or a text is asked for', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    const { choices } = amal.bot;
    await amal.follows('well');
    expect([choices.reads, choices.writes]).toEqual([0, 1]);
    for (let press = 0; press < 5; press += 1) await amal.presses(0);
    expect([choices.reads, choices.writes]).toEqual([0, 1]);
    // This screen asks for a text: another process may have written another choice meanwhile.
    await amal.presses(0);
    expect([choices.reads, choices.writes]).toEqual([0, 2]);
    await amal.says('Amal B.');
    expect([choices.reads, choices.writes]).toEqual([1, 3]);
    await amal.command('total');
    expect([choices.reads, choices.writes]).toEqual([2, 3]);
  });

  it('is nothing in the other petitions, but for the thanks, which count what is left', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    const before = amal.bot.ledger('river').reads();
    await amal.walksTo('well');
    await amal.command('help');
    expect(amal.bot.ledger('river').reads()).toBe(before);
    await amal.command('sign');
    await amal.presses(0);
    expect(amal.bot.ledger('river').reads()).toBe(before + 1);
  });
});
