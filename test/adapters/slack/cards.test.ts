import { afterEach, describe, expect, test } from 'vitest';
import type { Pace } from '../../../adapters/slack/adapter.js';
import { tooMany } from '../../fakes/slack/faults.js';
import { buttonsOf, readingOf, type StoredMessage } from '../../fakes/slack/messages.js';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.js';
import type { Channel } from '../../fakes/slack/workspace.js';
import { day } from '../../support/day.js';
import { createDatabase } from '../../support/postgres.js';
import { sample } from '../../transcripts/sample.js';
import { type Process, startProcess, until } from './support.js';

const PACE: Partial<Pace> = { followMs: 50 };
const CLOSED = day('2026-03-10');

describe('a card in a channel of which the app is a member', async () => {
  const petition = await sample();
  const running: { slack: FakeSlack; processes: Process[] }[] = [];

  afterEach(async () => {
    for (const { slack, processes } of running.splice(0)) {
      await Promise.all(processes.map((process) => process.stop()));
      await slack.stop();
    }
  });

  async function begin() {
    const slack = await startFakeSlack();
    const databaseUrl = await createDatabase();
    const processes: Process[] = [];
    running.push({ slack, processes });
    const start = async () => {
      const bot = await startProcess({ slack, databaseUrl, petition, pace: PACE });
      processes.push(bot);
      await until(() => bot.adapter.health().ok);
      return bot;
    };
    const bot = await start();
    return { slack, bot, start, processes };
  }
  async function post(slack: FakeSlack, channel: Channel): Promise<StoredMessage> {
    const person = slack.person();
    await person.command(channel, '/petition', 'share');
    await person.press('Post a card');
    await until(() => slack.messages.inChannel(channel.id).length === 1);
    const [card] = slack.messages.inChannel(channel.id);
    if (card === undefined) throw new Error('no card');
    return card;
  }
  const wordsOf = ({ data }: StoredMessage) => readingOf(data).text;
  const kept = async (bot: Process) =>
    JSON.stringify((await bot.campaign.ledger.memory.recall('slack-cards')) ?? []);

  test('follows the phase without a press, also after a restart', async () => {
    const { slack, bot, start, processes } = await begin();
    const channel = slack.channel();
    const card = await post(slack, channel);
    expect(card.seenBy).toBeNull();
    expect(slack.requests).toContain('chat.postMessage');
    await bot.campaign.ledger.changeCampaignState({ closed: CLOSED });
    await until(() => wordsOf(card).includes('This petition is closed'), 20_000);
    expect(buttonsOf(card.data.blocks).map(({ label }) => label)).toEqual(['Read the story']);

    processes.splice(0);
    await bot.stop();
    const again = await start();
    await again.campaign.ledger.changeCampaignState({ closed: null });
    await until(() => wordsOf(card).includes('opened again'), 20_000);
    expect(slack.messages.inChannel(channel.id)).toHaveLength(1);
    expect(again.log.join('') + bot.log.join('')).not.toContain(channel.id);
  });

  test('is edited later where Slack is too busy, and forgotten where it is gone', async () => {
    const { slack, bot } = await begin();
    const [busy, gone] = [slack.channel(), slack.channel()];
    const card = await post(slack, busy);
    const lost = await post(slack, gone);
    await until(async () => (await kept(bot)).includes(gone.id));
    lost.deleted = true;
    slack.faults.plan(/chat\.update/, tooMany(60));
    await bot.campaign.ledger.changeCampaignState({ closed: CLOSED });
    await until(() => wordsOf(card).includes('This petition is closed'), 20_000);
    await until(async () => !(await kept(bot)).includes(gone.id), 20_000);
    expect(await kept(bot)).toContain(busy.id);
  });

  test('is posted once where the answer of Slack is lost', async () => {
    const { slack } = await begin();
    const channel = slack.channel();
    slack.faults.plan(/chat\.postMessage/, { kind: 'lose-answer' });
    await post(slack, channel);
    await until(() => slack.requests.filter((method) => method === 'chat.postMessage').length >= 1);
    expect(slack.messages.inChannel(channel.id)).toHaveLength(1);
  });

  test('is posted by the response URL where the app is no member, or may not post', async () => {
    const { slack } = await begin();
    const elsewhere = slack.channel({ botIn: false });
    await post(slack, elsewhere);
    const restricted = slack.channel();
    restricted.isRestricted = true;
    await post(slack, restricted);
    expect(slack.messages.inChannel(restricted.id).map(wordsOf)[0]).toContain(petition.texts('en').headline);
  });
});
