import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Petition } from '../../../src/petition/petition.js';
import { readingOf } from '../../fakes/slack/messages.js';
import type { Person } from '../../fakes/slack/people.js';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.js';
import type { Channel } from '../../fakes/slack/workspace.js';
import { createDatabase } from '../../support/postgres.js';
import { PRESSES_TO_NAME } from '../../support/walk.js';
import { sample } from '../../transcripts/sample.js';
import { type Process, startProcess, until } from './support.js';

/** Two processes on one database, each with a connection of its own, and the real staff desk in both. */
describe('a campaign steered from Slack', async () => {
  const base = await sample();
  const petition: Petition = { ...base, settings: { ...base.settings, goals: [102, 200] } };
  let slack: FakeSlack;
  let room: Channel;
  let ordinary: Channel;
  let processes: readonly Process[] = [];

  beforeAll(async () => {
    const databaseUrl = await createDatabase();
    slack = await startFakeSlack();
    room = slack.channel({ kind: 'private' });
    ordinary = slack.channel({ botIn: false });
    const options = { slack, databaseUrl, petition, staffChannels: [room.id] };
    processes = [await startProcess(options), await startProcess(options)];
    await until(() => processes.every(({ adapter }) => adapter.health().ok));
  });
  afterAll(async () => {
    await Promise.all(processes.map((process) => process.stop()));
    await slack.stop();
  });

  const words = (person: Person) => readingOf(person.screen().data).text;
  const posted = () => slack.messages.inChannel(room.id).map(({ data }) => readingOf(data).text);
  async function sign(): Promise<Person> {
    const person = slack.person();
    await person.command(ordinary, '/petition', 'sign');
    for (let tap = 0; tap <= PRESSES_TO_NAME.sample; tap += 1) await person.press(0);
    return person;
  }

  const announced = () => posted().filter((text) => text.includes('102 reached'));

  test('announces a goal', async () => {
    const amina = slack.person();
    await amina.command(room, '/petition', 'milestones on');
    expect(words(amina)).toContain('102');
    await sign();
    await sign();
    await until(() => announced().length > 0);
  });

  test('tells the total with what was counted elsewhere apart', async () => {
    const amina = slack.person();
    await amina.command(room, '/petition');
    expect(words(amina)).toContain('102');
    expect(words(amina)).toMatch(/elsewhere: 100/);
    expect(words(amina)).toMatch(/here: 2/);
  });

  test('stops signing on a press, for people whom the other process answers too, and opens it again', async () => {
    const amina = slack.person();
    await amina.command(room, '/petition', 'pause');
    await amina.press(0);
    const counted = await processes[0]?.campaign.ledger.counted();
    for (let times = 0; times < 2; times += 1) expect(words(await sign())).not.toContain('Thank you');
    expect(await processes[0]?.campaign.ledger.counted()).toBe(counted);
    await amina.command(room, '/petition', 'resume');
    await amina.press(0);
    expect(words(await sign())).toContain('Thank you');
  });

  test('posts the report with its chart in the channel', async () => {
    const amina = slack.person();
    await amina.command(room, '/petition', 'report today');
    const files = () => slack.messages.inChannel(room.id).flatMap(({ data }) => data.files ?? []);
    await until(() => posted().join('\n').includes('Report') && files().length === 1, 30_000);
    const [chart] = files();
    expect(chart?.content?.subarray(1, 4).toString()).toBe('PNG');
    expect(chart?.altText).toMatch(/\d/);
  });

  test('answers what makes no sense with help, and changes nothing', async () => {
    const amina = slack.person();
    for (const text of [
      'report 99',
      'milestones',
      'digest on 25:00 Nowhere',
      'quarantine',
      'release x',
      'nonsense',
    ]) {
      await amina.command(room, '/petition', text);
      expect(words(amina)).toContain('/petition');
    }
  });

  test('has announced the goal once, though two processes have watched for it all the time', () => {
    expect(announced()).toHaveLength(1);
  });
});
