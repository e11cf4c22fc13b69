import { randomBytes, randomUUID } from 'node:crypto';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { pino } from 'pino';
import { beforeAll, expect, it } from 'vitest';
import { type Campaign, openCampaign } from '../../src/campaign.js';
import type { Event } from '../../src/conversation/event.js';
import type { Petition } from '../../src/petition/petition.js';
import { onEachDatabase, type Rows, rowsOf } from '../support/databases.js';
import { sample } from '../transcripts/sample.js';
import { type Answer, command, forward, says, send, someone, walkToTheName } from './talk.js';

let recipient: string;
let petition: Petition;
beforeAll(async () => {
  recipient = await identityToRecipient(await generateIdentity());
  petition = await sample();
});

const me = someone('me');

/** The press on the button with this action. */
function press({ messages }: Answer, action: string): Event {
  const codes = (messages.at(-1)?.buttons ?? []).flatMap((button) =>
    button.kind === 'link' ? [] : button.code,
  );
  const code = codes.find((one) => one.split('.')[2] === action);
  if (code === undefined) throw new Error(`no button ${action}`);
  return { id: randomUUID(), action: { kind: 'press', code } };
}

onEachDatabase('correcting the name', (test) => {
  let petitions = 0;
  const words = () => petition.texts('en').words;

  /** Two processes with one petition. A person has signed and is about to choose "no name" instead. */
  async function begin(): Promise<{
    one: Campaign;
    other: Campaign;
    rows: Rows;
    choice: Event;
    first: string;
  }> {
    petitions += 1;
    const id = `correction-${petitions}`;
    const pepper = randomBytes(32);
    const open = (database: typeof test.database) =>
      openCampaign({
        database,
        petition: { ...petition, id },
        preview: false,
        pepper,
        recipients: [recipient],
        refreshSeconds: 0,
        log: pino({ level: 'silent' }),
        now: () => new Date('2026-03-01T12:00:00Z'),
      });
    const [one, other] = [open(test.database), open(test.another())];
    await send(one, me, forward(await walkToTheName(one, me)));
    const question = await send(one, me, press(await send(one, me, command('mydata')), 'correct'));
    const rows = rowsOf(test, `petition_correction_${petitions}`);
    const [row] = await rows('SELECT value FROM @signatures');
    return { one, other, rows, choice: press(question, 'anonymous'), first: String(row?.value) };
  }

  it('is done once, however often the press is delivered and by whichever process', async () => {
    const { one, other, rows, choice, first } = await begin();
    const answers = await Promise.all([
      send(one, me, choice),
      send(other, me, choice),
      send(one, me, choice),
    ]);
    const outcomes = answers.map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'applied')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'repeat')).toHaveLength(2);
    const [row, ...more] = await rows('SELECT value FROM @signatures');
    expect(more).toEqual([]);
    expect(row?.value).not.toBe(first);
    expect((await one.total.read()).counted).toBe(1);
    await send(other, me, choice);
    expect(await rows('SELECT value FROM @signatures')).toEqual([row]);
  });

  it('never brings back a signature that its person withdraws on another device at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { one, other, rows, choice } = await begin();
      const [, withdrawn] = await Promise.all([
        send(one, me, choice),
        (async () => send(other, me, forward(await send(other, me, command('withdraw')))))(),
      ]);
      // If the choice came between the question and its answer, the answer is still valid: it is on the last note.
      expect(says(withdrawn)).toContain(words().say('withdrawn-heading'));
      expect(await rows('SELECT key FROM @signatures')).toEqual([]);
      expect(await one.ledger.counted()).toBe(0);
    }
  });

  it('and its answer are told together: if the commit fails, the old name stands and nothing is confirmed', async () => {
    const { one, rows, choice, first } = await begin();
    await rows('ALTER TABLE @signatures ADD CONSTRAINT unchanged CHECK (length(value) < 10) NOT VALID');
    const failed = await send(one, me, choice);
    expect(failed.outcome).not.toBe('applied');
    expect(says(failed)).not.toContain(words().say('why-corrected'));
    expect(await rows('SELECT value FROM @signatures')).toEqual([{ value: first }]);
    await rows('ALTER TABLE @signatures DROP CONSTRAINT unchanged');
    expect(says(await send(one, me, choice))).toContain(words().say('why-corrected'));
    expect((await one.total.read()).counted).toBe(1);
  });
});
