import { randomBytes } from 'node:crypto';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Campaign, openCampaign } from '../../src/campaign.js';
import type { Event } from '../../src/conversation/event.js';
import type { Petition } from '../../src/petition/petition.js';
import type { Database } from '../../src/storage/database.js';
import { openServer } from '../../src/storage/server.js';
import { onEachDatabase, rowsOf } from '../support/databases.js';
import { sample } from '../transcripts/sample.js';
import { command, forward, says, send, someone, walkToTheName } from './talk.js';

const pepper = randomBytes(32);
let recipient: string;
let petition: Petition;
beforeAll(async () => {
  recipient = await identityToRecipient(await generateIdentity());
  petition = await sample();
});

/** The campaign as one process has it; the schema follows from the petition's name. */
function booksOn(database: Database, id: string): Campaign {
  return openCampaign({
    database,
    petition: { ...petition, id },
    preview: false,
    pepper,
    recipients: [recipient],
    refreshSeconds: 0,
    log: pino({ level: 'silent' }),
    now: () => new Date('2026-03-01T12:00:00Z'),
  });
}

const thanks = () => petition.texts('en').words.say('thanks-word');
const withdrawn = () => petition.texts('en').words.say('withdrawn-heading');

onEachDatabase('the conductor', (test) => {
  let petitions = 0;
  function open(): { id: string; campaign: Campaign; rows: ReturnType<typeof rowsOf> } {
    petitions += 1;
    const id = `case-${petitions}`;
    return { id, campaign: booksOn(test.database, id), rows: rowsOf(test, `petition_case_${petitions}`) };
  }

  it('takes a person from the first message to the signature in nine events', async () => {
    const { campaign, rows } = open();
    const named = await walkToTheName(campaign, someone('1'));
    const last = await send(campaign, someone('1'), forward(named));
    expect(last.outcome).toBe('applied');
    expect(says(last)).toContain(thanks());
    expect((await campaign.total.read()).counted).toBe(1);
    expect(await rows('SELECT channel, source, day::text FROM @signatures')).toEqual([
      { channel: 'chat', source: '', day: '2026-03-01' },
    ]);
  });

  it('applies an event once, however often and however fast it is delivered', async () => {
    const { campaign } = open();
    const press = forward(await walkToTheName(campaign, someone('1')));
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(campaign, someone('1'), press)));
    expect(answers.map(({ outcome }) => outcome)).toEqual(['applied', 'repeat', 'repeat', 'repeat']);
    expect(answers.slice(1).every(({ messages }) => messages.length === 0)).toBe(true);
    expect((await campaign.total.read()).counted).toBe(1);
  });

  it('answers a redelivery with the current step where the first answer was never sent', async () => {
    const { campaign } = open();
    const press = forward(await walkToTheName(campaign, someone('1')));
    const outcome = await campaign.conductor.handle(someone('1'), press, async () => {
      throw new Error('the platform is away');
    });
    expect(outcome).toBe('unsent');
    const again = await send(campaign, someone('1'), press);
    expect(again.outcome).toBe('repeat');
    expect(says(again)).toContain(thanks());
    expect((await campaign.total.read()).counted).toBe(1);
  });

  it('answers a redelivery to another process with the current step, and applies it no second time', async () => {
    const { id, campaign } = open();
    const press = forward(await walkToTheName(campaign, someone('1')));
    await send(campaign, someone('1'), press);
    const other = booksOn(test.another(), id);
    const again = await send(other, someone('1'), press);
    expect(again.outcome).toBe('repeat');
    expect(says(again)).toContain(thanks());
    expect((await other.total.read()).counted).toBe(1);
  });

  it('takes one person’s events in their order, and holds up nobody else meanwhile', async () => {
    const { campaign } = open();
    const order: string[] = [];
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const slow = campaign.conductor.handle(someone('1'), command('total'), async () => {
      await held;
      order.push('first');
    });
    const second = campaign.conductor.handle(
      someone('1'),
      command('help'),
      async () => void order.push('second'),
    );
    await send(campaign, someone('2'), command('sign'));
    order.push('somebody else');
    letGo();
    await Promise.all([slow, second]);
    expect(order).toEqual(['somebody else', 'first', 'second']);
  });

  it('keeps the source of a link that is known, and drops one that somebody made up', async () => {
    const { campaign, rows } = open();
    const known = petition.settings.sources[0] ?? '';
    const minted = campaign.sources.mint('chat', '42');
    for (const [person, source] of Object.entries({ a: known, b: minted, c: 'made-up' })) {
      const named = await walkToTheName(campaign, someone(person), command('sign', source));
      await send(campaign, someone(person), forward(named));
    }
    expect(
      await rows('SELECT source, count(*)::int AS n FROM @signatures GROUP BY source ORDER BY source'),
    ).toEqual(
      [
        { source: '', n: 1 },
        { source: minted, n: 1 },
        { source: known, n: 1 },
      ].sort((a, b) => (a.source < b.source ? -1 : 1)),
    );
  });

  it('tells of a turn that fails with an apology', async () => {
    const { campaign, rows } = open();
    await send(campaign, someone('1'), command('sign'));
    await rows(
      `INSERT INTO @settings (key, value, revision) VALUES ('campaign', '{"paused":"who knows"}', 1)`,
    );
    const answer = await send(campaign, someone('1'), command('mydata'));
    expect(answer.outcome).toBe('failed');
    expect(says(answer)).toContain('our side');
  });

  describe('where a signature can not be read', () => {
    const told = 'this version of the bot cannot read its record';

    /** Campaign in which somebody has signed, and whose row was changed then. */
    async function unreadable() {
      const { campaign, rows } = open();
      const named = await walkToTheName(campaign, someone('1'));
      await send(campaign, someone('1'), forward(named));
      await rows(`UPDATE @signatures SET value = '{"version":99}'`);
      return { campaign, rows };
    }

    it.each(['mydata', 'sign'] as const)('/%s says so in words, and how to have it erased', async (name) => {
      const { campaign } = await unreadable();
      const answer = await send(campaign, someone('1'), command(name));
      expect(answer.outcome).toBe('applied');
      expect(says(answer)).toContain(told);
      expect(says(answer)).not.toContain('eceipt');
      expect((await campaign.total.read()).counted).toBe(1);
    });

    it.each(['cancel', 'stop', 'help', 'language'] as const)('/%s works as ever', async (name) => {
      const { campaign } = await unreadable();
      expect((await send(campaign, someone('1'), command(name))).outcome).toBe('applied');
      expect((await campaign.total.read()).counted).toBe(1);
    });

    it('/withdraw takes it back, and one can sign again', async () => {
      const { campaign, rows } = await unreadable();
      await send(campaign, someone('1'), forward(await send(campaign, someone('1'), command('withdraw'))));
      expect(await rows('SELECT key FROM @signatures')).toEqual([]);
      await send(campaign, someone('1'), forward(await walkToTheName(campaign, someone('1'))));
      expect((await campaign.total.read()).counted).toBe(1);
      expect(await campaign.ledger.reconcile()).toEqual([]);
    });
  });

  it('tells signing and withdrawing through two processes at once as they really happened', async () => {
    const { id, campaign } = open();
    const processes = [campaign, booksOn(test.another(), id)];
    const pick = <Value>(values: readonly Value[]) => values[Math.floor(Math.random() * values.length)];
    for (let person = 0; person < 12; person += 1) {
      const who = someone(String(person));
      const signing = forward(await walkToTheName(campaign, who));
      const told = { signed: 0, withdrawn: 0 };
      const act = async (event: Event) => {
        const answer = await send(pick(processes) ?? campaign, who, event);
        // The thanks can be shown again later; the farewell, where it is only shown again, begins with why.
        if (event === signing && says(answer).startsWith(thanks())) told.signed += 1;
        if (says(answer).startsWith(withdrawn())) told.withdrawn += 1;
        return answer;
      };
      // Each goes its own way at the same time: one signs, the others ask to withdraw and say yes.
      await Promise.all([
        act(signing),
        ...[1, 2, 3].map(async () => {
          const asked = await act(command('withdraw'));
          if (asked.messages.at(-1)?.buttons[0]?.kind === 'press') await act(forward(asked));
        }),
      ]);
      const { signature } = await campaign.ledger.read(who);
      expect(told.signed - told.withdrawn).toBe(signature === null ? 0 : 1);
    }
    expect(await campaign.ledger.reconcile()).toEqual([]);
  });
});

describe('the conductor while the database is away', () => {
  it('says that nothing is confirmed, and asks for a redelivery', async () => {
    const away = openServer('postgresql://nobody@127.0.0.1:9/nowhere', { connectTimeoutMs: 500 });
    const campaign = booksOn(away, 'case-away');
    const answer = await send(campaign, someone('1'), command('sign'));
    expect(answer.outcome).toBe('unsaved');
    expect(says(answer)).toContain(petition.texts('en').words.say('unconfirmed'));
    await away.close();
  });
});
