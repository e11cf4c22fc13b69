import { randomBytes } from 'node:crypto';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { type Logger, pino } from 'pino';
import { beforeAll, expect, it } from 'vitest';
import { type Campaign, openCampaign } from '../../src/campaign.js';
import type { Petition } from '../../src/petition/petition.js';
import { onEachDatabase, type Rows, rowsOf } from '../support/databases.js';
import { standbyOf } from '../support/fallback.js';
import { sample } from '../transcripts/sample.js';
import { command, forward, says, send, someone, walkToTheName } from './talk.js';

let petition: Petition;
let recipient: string;
beforeAll(async () => {
  petition = await sample();
  recipient = await identityToRecipient(await generateIdentity());
});

onEachDatabase('a person whose last turn the database lost', (test) => {
  let petitions = 0;

  function open(): { campaign: Campaign; rows: Rows; logged: string[]; losses: () => number } {
    petitions += 1;
    const logged: string[] = [];
    const log: Logger = pino({ level: 'error' }, { write: (line) => void logged.push(line) });
    let losses = 0;
    const campaign = openCampaign({
      database: test.database,
      petition: { ...petition, id: `lost-${petitions}` },
      preview: false,
      pepper: randomBytes(32),
      recipients: [recipient],
      refreshSeconds: 0,
      log,
      now: () => new Date('2026-03-01T12:00:00Z'),
      observeLoss: () => {
        losses += 1;
      },
    });
    return { campaign, rows: rowsOf(test, `petition_lost_${petitions}`), logged, losses: () => losses };
  }

  const words = (locale = 'en') => petition.texts(locale).words;

  it('is told so before the ordinary answer, with what to do, and once', async () => {
    const { campaign, rows, logged, losses } = open();
    const named = await walkToTheName(campaign, someone('1'));
    const failover = await standbyOf(rows);
    expect(says(await send(campaign, someone('1'), forward(named)))).toContain(words().say('thanks-word'));
    await failover();

    const answer = await send(campaign, someone('1'), command('mydata'));
    expect(answer.outcome).toBe('applied');
    expect(answer.messages.map(({ role }) => role)).toEqual(['note', 'note']);
    const [told, ordinary] = answer.messages;
    expect(says({ ...answer, messages: told ? [told] : [] })).toContain(words().say('lost'));
    expect(JSON.stringify(told?.body)).toMatch(/"mydata".*"sign".*"withdraw"/);
    expect(says({ ...answer, messages: ordinary ? [ordinary] : [] })).toContain(
      words().say('mydata-unsigned'),
    );
    expect(says(await send(campaign, someone('1'), command('mydata')))).not.toContain(words().say('lost'));
    expect(losses()).toBe(1);
    expect(logged).toHaveLength(1);
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({ pseudonym: expect.stringMatching(/^.{4,12}$/) });
  });

  it('is told where a withdrawal was lost, in their language', async () => {
    const { campaign, rows } = open();
    await send(campaign, someone('1'), forward(await walkToTheName(campaign, someone('1'))));
    const other = petition.locales.find((locale) => locale !== 'en') ?? '';
    const name = words(other).say('language-name');
    const question = await send(campaign, someone('1'), command('language'));
    const choice = question.messages[0]?.buttons.find(({ label }) => label === name);
    if (choice?.kind !== 'press') throw new Error(`no ${other}`);
    await send(campaign, someone('1'), { id: 'to-other', action: { kind: 'press', code: choice.code } });
    const failover = await standbyOf(rows);
    const asked = await send(campaign, someone('1'), command('withdraw'));
    expect(says(await send(campaign, someone('1'), forward(asked)))).toContain(
      words(other).say('withdrawn-heading'),
    );
    await failover();
    const answer = await send(campaign, someone('1'), command('total'));
    expect(says(answer)).toContain(words(other).say('lost'));
    expect((await campaign.ledger.read(someone('1'))).signature).not.toBeNull();
  });

  it('is told by a repeat too, which reads only', async () => {
    const { campaign, rows } = open();
    const first = command('sign');
    await send(campaign, someone('1'), first);
    const failover = await standbyOf(rows);
    await send(campaign, someone('1'), command('help'));
    await failover();
    const again = await send(campaign, someone('1'), first);
    expect(again.outcome).toBe('repeat');
    expect(again.messages).toHaveLength(1);
    expect(says(again)).toContain(words().say('lost'));
  });

  it('is told with the next answer where the first could not be sent', async () => {
    const { campaign, rows } = open();
    await send(campaign, someone('1'), command('sign'));
    const failover = await standbyOf(rows);
    await send(campaign, someone('1'), command('help'));
    await failover();
    const outcome = await campaign.conductor.handle(someone('1'), command('help'), async () => {
      throw new Error('the platform is away');
    });
    expect(outcome).toBe('unsent');
    expect(says(await send(campaign, someone('1'), command('help')))).toContain(words().say('lost'));
    expect(says(await send(campaign, someone('1'), command('help')))).not.toContain(words().say('lost'));
  });
});
