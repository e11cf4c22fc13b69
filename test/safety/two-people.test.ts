import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBoth as startDiscordAnd } from '../adapters/discord/support.js';
import { type Process, SECRET, startProcess, until } from '../adapters/telegram/support.js';
import { NO_RATES } from '../fakes/telegram/rate-limits.js';
import { FakeTelegram } from '../fakes/telegram/server.js';
import { ask } from '../http/support.js';
import { createDatabase } from '../support/postgres.js';
import { PRESSES_TO_NAME } from '../support/walk.js';
import { sample } from '../transcripts/sample.js';
import { onDiscord, onTelegram, type Supporter, walkToName } from './supporters.js';

/** 2^53: JavaScript can not tell this number from the next one. */
const FIRST_ALIKE = 2n ** 53n;
/** A Discord id from 2020. */
const ON_DISCORD = 700_000_000_000_000_000n;

describe('people whose numbers are neighbours', async () => {
  const petition = await sample();
  let databaseUrl: string;

  beforeEach(async () => {
    databaseUrl = await createDatabase();
  });

  /** Two people sign, and one withdraws. */
  async function signBothWithdrawOne(
    one: Supporter,
    other: Supporter,
    { campaign }: Pick<Process, 'campaign'>,
  ) {
    for (const supporter of [one, other]) {
      await walkToName(supporter, PRESSES_TO_NAME.sample);
      await supporter.press(0);
    }
    expect(await campaign.ledger.counted()).toBe(2);
    await one.command('withdraw');
    await one.press(0);
    expect(await campaign.ledger.counted()).toBe(1);
    expect((await campaign.ledger.read(other.person)).signature).not.toBeNull();
    expect((await campaign.ledger.read(one.person)).signature).toBeNull();
  }

  it('are two on Discord, whose numbers are all past 2^53 and come as texts', async () => {
    const { discord, bot, stop } = await startDiscordAnd({ databaseUrl, petition });
    const one = discord.person({ id: String(ON_DISCORD) });
    const other = discord.person({ id: String(ON_DISCORD + 1n) });
    expect(Number(one.id)).toBe(Number(other.id));
    await signBothWithdrawOne(onDiscord(one), onDiscord(other), bot);
    await stop();
  });

  describe('on Telegram, which sends them as JSON numbers', () => {
    let telegram: FakeTelegram;
    let bot: Process;

    beforeEach(async () => {
      telegram = await FakeTelegram.start({ firstPersonId: Number(FIRST_ALIKE) - 2 });
      telegram.limits.rates = NO_RATES;
    });
    afterEach(async () => {
      await bot.stop();
      await telegram.stop();
    });

    async function start(mode: 'polling' | 'webhook'): Promise<void> {
      bot = await startProcess({ telegram, databaseUrl, petition, mode });
      await until(() => bot.adapter.health().ok && bot.adapter.invitation('en') !== null);
    }

    it.each(['polling', 'webhook'] as const)(
      'are two up to the last that a number tells apart, by %s',
      async (mode) => {
        await start(mode);
        const [one, other] = [telegram.person(), telegram.person()];
        expect([one.id, other.id].map(BigInt)).toEqual([FIRST_ALIKE - 2n, FIRST_ALIKE - 1n]);
        await signBothWithdrawOne(onTelegram(one), onTelegram(other), bot);
      },
    );

    /** A message from account 2^53 + 1 as it is on the wire. No JavaScript number can hold that id. */
    function update(updateId: number): string {
      const from = { id: 0, is_bot: false, first_name: 'Amal' };
      const message = { message_id: 1, from, chat: { id: 0, type: 'private' }, date: 1, text: '/start' };
      return JSON.stringify({ update_id: updateId, message }).replaceAll(
        '"id":0',
        `"id":${FIRST_ALIKE + 1n}`,
      );
    }

    it('are let go past it, by webhook: nobody is taken for a neighbour, and the next is served', async () => {
      await start('webhook');
      const answer = await ask(bot.webhook, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Telegram-Bot-Api-Secret-Token': SECRET },
        body: update(1),
      });
      expect(answer.status).toBe(200);
      await onlyTheNextCame();
    });

    it('are let go past it, by polling: nobody is taken for a neighbour, and the next is served', async () => {
      const body = `{"ok":true,"result":[${update(700_000_001)}]}`;
      telegram.faults.plan('getUpdates', { kind: 'body', body });
      await start('polling');
      // The handmade update has used this number.
      telegram.world.updates.nextId();
      await onlyTheNextCame();
    });

    async function onlyTheNextCame(): Promise<void> {
      await until(() => bot.log.some((line) => line.includes('"why":"unreadable"')));
      const next = telegram.person();
      await next.answerTo(() => next.says('/start'));
      for (const id of [FIRST_ALIKE - 1n, FIRST_ALIKE, FIRST_ALIKE + 1n, FIRST_ALIKE + 2n]) {
        const person = { channel: 'telegram', tenant: '', id: String(id) };
        expect((await bot.campaign.ledger.read(person)).conversation).toBeNull();
      }
      expect(await bot.database.query('SELECT key FROM petition_sample.conversations')).toHaveLength(1);
    }
  });
});
