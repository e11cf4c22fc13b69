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

/** A person who has signed these, one after the other. */
async function whoSigned(bot: Bot, name: string, ...ids: string[]): Promise<Talker> {
  const person = new Talker(bot, name);
  for (const id of ids) await person.signs(id);
  bot.handed.length = 0;
  return person;
}

const petitionsHanded = (bot: Bot) => bot.handed.map(({ petition }) => petition);

describe('what is kept', () => {
  it('is told of every petition that keeps something, in one answer', async () => {
    const amal = await whoSigned(botOf('river', 'well', 'hill'), 'amal', 'river', 'well');
    const answer = await amal.command('mydata');
    expect(answer.messages.map(({ petition }) => petition)).toEqual(['river', 'well']);
    expect(answer.messages.every(({ role }) => role === 'note')).toBe(true);
    expect(says(answer)).toContain(amal.receipt('river'));
    expect(says(answer)).toContain(amal.receipt('well'));
    expect(says(answer)).not.toContain('The case of hill');
  });

  it('is told of one petition that the command names', async () => {
    const amal = await whoSigned(botOf('river', 'well'), 'amal', 'river', 'well');
    await amal.command('mydata', 'river');
    expect(petitionsHanded(amal.bot)).toEqual(['river']);
  });

  it('is nothing where the person has opened none', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    const answer = await amal.command('mydata');
    expect(answer.outcome).toBe('applied');
    expect(answer.messages).toHaveLength(1);
  });
});

describe('withdrawing', () => {
  it('asks which signature, where a person has given several', async () => {
    const amal = await whoSigned(botOf('river', 'well', 'hill'), 'amal', 'river', 'well');
    const asked = await amal.command('withdraw');
    expect(says(asked)).toContain(words().say('withdraw-which'));
    expect(says(asked)).not.toContain('The case of hill');
    expect(amal.last?.sensitive).toBe(true);
    await amal.presses('well');
    await amal.presses(words().say('button-withdraw-yes'));
    expect(amal.bot.signedBy(amal.person)).toEqual(['river']);
  });

  it('asks at once where there is one signature, whatever was opened last', async () => {
    const amal = await whoSigned(botOf('river', 'well'), 'amal', 'river');
    await amal.follows('well');
    await amal.command('withdraw');
    expect(amal.last?.petition).toBe('river');
    await amal.presses(words().say('button-withdraw-yes'));
    expect(amal.bot.signedBy(amal.person)).toEqual([]);
  });

  it('takes all signatures back after one question', async () => {
    const amal = await whoSigned(botOf('river', 'well', 'hill'), 'amal', 'river', 'well', 'hill');
    await amal.command('withdraw');
    await amal.presses(words().say('button-withdraw-all', { count: 3 }));
    expect(amal.bot.signedBy(amal.person)).toHaveLength(3);
    const answer = await amal.presses(words().say('button-withdraw-all-yes'));
    expect(answer.outcome).toBe('applied');
    expect(amal.bot.signedBy(amal.person)).toEqual([]);
    expect(answer.messages.map(({ petition }) => petition)).toEqual(['river', 'well', 'hill']);
    expect(says(answer).split(words().say('withdrawn-heading'))).toHaveLength(4);
  });

  it('has no more buttons than a message holds on any platform', async () => {
    const ids = Array.from({ length: 26 }, (_, index) => `case-${index}`);
    const amal = await whoSigned(botOf(...ids), 'amal', ...ids);
    expect(says(await amal.command('withdraw'))).toContain('The case of case-25');
    expect(amal.last?.buttons).toHaveLength(22);
    await amal.presses(words().say('button-withdraw-all', { count: 26 }));
    await amal.presses(words().say('button-withdraw-all-yes'));
    expect(amal.bot.signedBy(amal.person)).toEqual([]);
  });

  it('keeps all signatures of a person who says no', async () => {
    const amal = await whoSigned(botOf('river', 'well'), 'amal', 'river', 'well');
    await amal.command('withdraw');
    await amal.presses(words().say('button-withdraw-all', { count: 2 }));
    await amal.presses(words().say('button-withdraw-all-no'));
    expect(amal.bot.signedBy(amal.person)).toEqual(['river', 'well']);
  });

  it('of all goes on after a redelivery in the middle of it', async () => {
    const amal = await whoSigned(botOf('river', 'well'), 'amal', 'river', 'well');
    await amal.command('withdraw');
    await amal.presses(words().say('button-withdraw-all', { count: 2 }));
    amal.bot.ledger('well').goAway('for writes');
    const first = await amal.presses(words().say('button-withdraw-all-yes'));
    expect(first.outcome).toBe('unsaved');
    expect(says(first)).toContain(words().say('unconfirmed'));
    expect(amal.bot.signedBy(amal.person)).toEqual(['well']);
    amal.bot.ledger('well').goAway(false);
    const second = await amal.again();
    expect(second.outcome).toBe('applied');
    // The other petition has told it.
    expect(second.messages.map(({ petition }) => petition)).toEqual(['well']);
    expect(amal.bot.signedBy(amal.person)).toEqual([]);
    expect((await amal.again()).messages).toEqual([]);
  });

  it('of all is told again where the answer could not be sent', async () => {
    const amal = await whoSigned(botOf('river', 'well'), 'amal', 'river', 'well');
    await amal.command('withdraw');
    await amal.presses(words().say('button-withdraw-all', { count: 2 }));
    const code = amal.codeOf(words().say('button-withdraw-all-yes'));
    expect((await amal.does({ kind: 'press', code }, false)).outcome).toBe('unsent');
    expect(amal.bot.signedBy(amal.person)).toEqual([]);
    const told = await amal.again();
    expect(told.messages.map(({ petition }) => petition)).toEqual(['river', 'well']);
    expect(says(told).split(words().say('withdrawn-heading'))).toHaveLength(3);
    expect((await amal.again()).messages).toEqual([]);
  });

  it('of all touches no signature that was given after the question', async () => {
    const amal = await whoSigned(botOf('river', 'well'), 'amal', 'river', 'well');
    await amal.command('withdraw');
    await amal.presses(words().say('button-withdraw-all', { count: 2 }));
    const code = amal.codeOf(words().say('button-withdraw-all-yes'));
    await amal.does({ kind: 'press', code });
    await amal.signs('well');
    for (const restarts of [false, true]) {
      if (restarts) amal.bot.restart();
      // The old message is still in the chat, or the platform was slow.
      const asked = await amal.does({ kind: 'press', code });
      expect(says(asked)).toContain(words().say('withdraw-all-ask', { count: 1 }));
      expect(amal.bot.signedBy(amal.person)).toEqual(['well']);
    }
    await amal.presses(words().say('button-withdraw-all-yes'));
    expect(amal.bot.signedBy(amal.person)).toEqual([]);
  });

  it('by a receipt finds the petition that it belongs to, from any account and any conversation', async () => {
    const bot = botOf('river', 'well');
    const amal = await whoSigned(bot, 'amal', 'well');
    const receipt = amal.receipt('well');
    const bea = new Talker(bot, 'bea');
    await bea.walksTo('river');
    const form = bea.codeOf(words().say('button-name'));
    await bea.says(receipt);
    expect(bot.signedBy(amal.person)).toEqual([]);
    expect(bot.signedBy(bea.person)).toEqual([]);

    await amal.signs('well');
    await bea.does({ kind: 'form', code: form, text: amal.receipt('well') });
    expect(bot.signedBy(amal.person)).toEqual([]);

    await amal.signs('well');
    await bea.command('withdraw', amal.receipt('well').toLowerCase());
    expect(bot.signedBy(amal.person)).toEqual([]);
  });

  it('by a receipt that nobody holds says so', async () => {
    const amal = new Talker(botOf('river', 'well'), 'amal');
    const answer = await amal.command('withdraw', 'AAAAA-AAAAA-AAAAA-AAAAA');
    expect(says(answer)).toContain(words().say('receipt-unknown'));
  });

  it('understands the typed word, whatever was opened last', async () => {
    const amal = await whoSigned(botOf('river', 'well'), 'amal', 'river', 'well');
    expect(says(await amal.says('withdraw my signature'))).toContain(words().say('withdraw-which'));
  });
});

describe('the end of updates', () => {
  /** A person who gets updates of both petitions. */
  async function subscribed(bot: Bot): Promise<Talker> {
    const amal = new Talker(bot, 'amal');
    for (const id of ['river', 'well']) {
      await amal.signs(id);
      await amal.presses(words().say('button-updates'));
      await amal.presses(words().say('button-updates-yes'));
    }
    bot.handed.length = 0;
    return amal;
  }
  const updatesOf = (bot: Bot, id: string) =>
    Object.values(bot.ledger(id).rows()).filter(({ updates }) => updates !== null).length;

  it.each([
    ['the command', (amal: Talker) => amal.command('stop')],
    ['the typed word', (amal: Talker) => amal.says('STOP')],
  ])('comes for all petitions with %s', async (_, stops) => {
    const amal = await subscribed(botOf('river', 'well', 'hill'));
    await amal.follows('hill');
    amal.bot.handed.length = 0;
    const answer = await stops(amal);
    expect(petitionsHanded(amal.bot)).toEqual(['river', 'well']);
    expect(answer.messages).toHaveLength(2);
    expect([updatesOf(amal.bot, 'river'), updatesOf(amal.bot, 'well')]).toEqual([0, 0]);
    expect(amal.bot.signedBy(amal.person)).toEqual(['river', 'well']);
  });

  it('comes for one petition that the command names', async () => {
    const amal = await subscribed(botOf('river', 'well'));
    await amal.command('stop', 'well');
    expect([updatesOf(amal.bot, 'river'), updatesOf(amal.bot, 'well')]).toEqual([1, 0]);
  });

  it('is asked about where the typed word may be the name under a letter', async () => {
    const amal = await subscribed(botOf('river', 'well', 'hill'));
    await amal.walksTo('hill');
    await amal.says('stop');
    expect(amal.last?.petition).toBe('hill');
    expect([updatesOf(amal.bot, 'river'), updatesOf(amal.bot, 'well')]).toEqual([1, 1]);
  });
});

describe('cancelling', () => {
  it('ends every conversation that is under way, and the choice', async () => {
    const amal = await whoSigned(botOf('river', 'well', 'hill'), 'amal', 'river');
    await amal.walksTo('well');
    amal.bot.handed.length = 0;
    const answer = await amal.command('cancel');
    expect(petitionsHanded(amal.bot)).toEqual(['river', 'well']);
    expect(says(answer).split(words().say('cancelled-heading'))).toHaveLength(3);
    expect(amal.bot.choices.rows.size).toBe(0);
    expect(amal.bot.signedBy(amal.person)).toEqual(['river']);
    expect(says(await amal.says('hello'))).toContain(words().say('chooser-heading'));
  });
});
