import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Pace } from '../../../adapters/slack/adapter.js';
import type { Petition } from '../../../src/petition/petition.js';
import { paragraph } from '../../../src/petition/rich-text.js';
import { STAFF_COMMANDS, type StaffDesk, type StaffMessage } from '../../../src/staff/desk.js';
import { BAD_GATEWAY, tooMany } from '../../fakes/slack/faults.js';
import type { Person } from '../../fakes/slack/people.js';
import type { FakeSlack } from '../../fakes/slack/server.js';
import type { Channel } from '../../fakes/slack/workspace.js';
import { startPostgres, type TestPostgres } from '../../support/postgres.js';
import { PRESSES_TO_NAME } from '../../support/walk.js';
import { sample } from '../../transcripts/sample.js';
import { MODES, type Process, startBoth, until } from './support.js';

const PACE: Partial<Pace> = { backoff: { firstMs: 20, longestMs: 200 }, lookMs: 50 };
const RESPONSE_URL = /^\/actions\//;

/** Everything up to the button that signs, which is the first. */
async function walkToName(person: Person, channel: Channel): Promise<void> {
  await person.command(channel, '/petition', 'sign');
  for (let tap = 0; tap < PRESSES_TO_NAME.sample; tap += 1) await person.press(0);
}

describe.for(MODES)('when something is slow or away, by %s', async (mode) => {
  const petition = await sample();
  let postgres: TestPostgres;
  let slack: FakeSlack;
  let bot: Process;
  let stop: () => Promise<void>;
  let channel: Channel;
  let staff: Channel;
  /** What the staff desk was asked. */
  const asked: string[] = [];

  beforeAll(async () => {
    postgres = await startPostgres();
    ({ slack, bot, stop } = await startBoth({
      databaseUrl: await postgres.createDatabase(),
      petition,
      mode,
      pace: PACE,
      desk: deskThatHears(petition, asked),
      fake: { patienceMs: 20_000, retryAfterMs: [50, 100, 200] },
      staff: (fake) => {
        staff = fake.channel({ kind: 'private' });
        return [staff.id];
      },
    }));
    channel = slack.channel();
  });
  afterEach(() => slack.faults.clear());
  afterAll(async () => {
    await stop();
    await postgres.remove();
  });

  const sign = (person: Person) => person.command(channel, '/petition', 'sign');
  const counted = () => bot.campaign.ledger.counted();

  test('a store slower than Slack waits fails no tap', async () => {
    const [fresh, onTheWay, atTheName, atHome] = Array.from({ length: 4 }, () => slack.person());
    if (!fresh || !onTheWay || !atTheName || !atHome) throw new Error('nobody there');
    await sign(onTheWay);
    await walkToName(atTheName, channel);
    const told = slack.deliveries.all.length;

    const goOn = await postgres.freeze();
    const taps = [sign(fresh), onTheWay.press(0), atHome.opensHome()];
    // A form needs no store to open.
    expect((await atTheName.press('Write a name')).kind).toBe('modal');
    taps.push(atTheName.submit('Amal'));
    // Slack's three seconds are over for all of them before the store moves again.
    const taken = await Promise.all(slack.deliveries.all.slice(told).map(({ first }) => first));
    slack.pass({ seconds: 4 });
    expect(bot.adapter.unsent?.().answers).toBeGreaterThanOrEqual(3);
    goOn();

    expect(taken.map(({ how }) => how)).toEqual(Array(5).fill('acknowledged'));
    const answers = await Promise.all(taps);
    expect(answers.map(({ kind }) => kind)).toEqual(['message', 'message', 'home', 'message']);
    expect(fresh.text).toContain('Open the well again');
    expect(onTheWay.text).toContain('The village');
    expect(atTheName.text).toContain('Amal');
    expect([fresh, onTheWay, atTheName].map(({ screens }) => screens.length)).toEqual([1, 1, 1]);
  });

  test('a store that is away is told to the person, and nobody is counted twice when it is back', async () => {
    const person = slack.person();
    await walkToName(person, channel);
    const last = person.screen();
    const [button] = person.buttons;
    if (button === undefined) throw new Error('no way forward');
    await postgres.stop();
    await person.pressCode(button, last);
    expect(person.text).toContain('We could not confirm that this was saved');
    await postgres.start();
    await until(async () => (await counted().catch(() => -1)) >= 0);
    const before = await counted();
    await person.pressCode(button, last);
    await person.pressCode(button, last);
    expect(await counted()).toBe(before + 1);
  });

  test.each([
    ['asks for a pause', tooMany(1)],
    ['stumbles', BAD_GATEWAY],
    ['hangs up', { kind: 'drop' as const }],
  ])('an answer at which Slack %s is sent again', async (_what, fault) => {
    const person = slack.person();
    slack.faults.plan(RESPONSE_URL, fault);
    expect((await sign(person)).kind).toBe('message');
    slack.faults.plan(/views\.open/, fault);
    for (let tap = 0; tap < PRESSES_TO_NAME.sample; tap += 1) await person.press(0);
    expect((await person.press('Write a name')).kind).toBe('modal');
  });

  test('an answer whose receipt Slack could not give replaces the screen once more, and adds none', async () => {
    const person = slack.person();
    await sign(person);
    slack.faults.plan(RESPONSE_URL, { kind: 'lose-answer' });
    await person.press(0);
    await until(() => person.screen().edits === 2);
    expect(person.screens).toHaveLength(1);
    expect(person.text).toContain('The village');
  });

  test('a tap whose response URL is used up or too old is answered in the direct message', async () => {
    const person = slack.person();
    const used = { kind: 'status' as const, status: 404, body: { ok: false, error: 'used_url' } };
    slack.faults.plan(RESPONSE_URL, used);
    await sign(person);
    expect(person.screens.map(({ channelId }) => channelId)).toEqual([person.direct.id]);
    expect(person.text).toContain('Open the well again');
    await person.press(0);
    expect(person.screens).toHaveLength(1);
    expect(slack.messages.inChannel(channel.id)).toEqual([]);
  });

  test('an answer that never arrived is given when Slack delivers the tap again', async () => {
    const person = slack.person();
    slack.faults.plan(RESPONSE_URL, { kind: 'status', status: 404 });
    slack.faults.plan(/conversations\.open/, { kind: 'error', code: 'user_disabled' });
    const answer = sign(person);
    await until(() => bot.log.join('').includes('an answer could not be sent'));
    await slack.deliveries.repeat(slack.deliveries.last('slash_commands'));
    expect((await answer).kind).toBe('message');
    expect(person.text).toContain('Open the well again');
  });

  test('what Slack delivers again has one effect, whatever it counts', async () => {
    const person = slack.person();
    await walkToName(person, channel);
    const before = await counted();
    await person.press(0);
    const { edits } = person.screen();
    const press = slack.deliveries.last('interactive');
    const again = [null, { number: 0, reason: '' }, { number: 1, reason: 'http_timeout' }];
    for (const retry of again) {
      expect(await slack.deliveries.repeat(press, retry)).toMatchObject({ how: 'acknowledged' });
    }
    // One person's taps are handled in order: this one comes after them all.
    await person.command(channel, '/petition', 'mydata');
    expect(await counted()).toBe(before + 1);
    expect(person.screens[0]?.edits).toBe(edits);
    expect(person.screens).toHaveLength(2);
  });

  test('a form that Slack delivers again is taken once', async () => {
    const person = slack.person();
    await walkToName(person, channel);
    await person.press('Write a name');
    await person.submit('Amal');
    const { edits } = person.screen();
    await slack.deliveries.repeat(slack.deliveries.last('interactive'));
    await person.command(channel, '/petition', 'total');
    expect(person.screens.map((screen) => screen.edits)).toEqual([edits, 0]);
  });

  test('the Home tab and a staff command that Slack delivers again are shown as once', async () => {
    const person = slack.person();
    await person.opensHome();
    const shown = person.home?.data;
    const { published } = slack.views;
    for (const number of [0, 1, 2]) {
      const told = slack.deliveries.last('events_api');
      expect(await slack.deliveries.repeat(told, { number, reason: '' })).toMatchObject({
        how: 'acknowledged',
      });
    }
    await until(() => slack.views.published === published + 3);
    expect(person.home?.data).toEqual(shown);

    asked.length = 0;
    expect((await person.command(staff, '/petition', 'report 7d')).kind).toBe('message');
    await slack.deliveries.repeat(slack.deliveries.last('slash_commands'));
    // Somebody else's answer comes after it.
    await slack.person().command(staff, '/petition', 'report');
    expect(asked).toEqual(['report 7d', 'report']);
    expect(person.screens).toHaveLength(1);
    expect(slack.messages.inChannel(staff.id)).toEqual([]);
  });

  test('in a staff channel that Slack can not be asked about, staff are told so and can try again', async () => {
    const person = slack.person();
    asked.length = 0;
    // Longer than anybody waits.
    slack.faults.plan(/conversations\.info/, tooMany(60));
    await person.command(staff, '/petition', 'report');
    expect(person.text).toContain('Slack could not be asked just now');
    expect(asked).toEqual([]);
    await person.command(staff, '/petition', 'report');
    expect(asked).toEqual(['report']);
  });

  test('a look at a staff channel at which Slack stumbles is tried again', async () => {
    const person = slack.person();
    asked.length = 0;
    slack.faults.plan(/conversations\.info/, { kind: 'status', status: 503 });
    await person.command(staff, '/petition', 'report');
    expect(asked).toEqual(['report']);
  });

  test('a channel that was not fit for staff stays like any other while Slack can not be asked', async () => {
    const [person, elsewhere] = [slack.person(), slack.person()];
    await elsewhere.command(channel, '/petition', 'report');
    staff.isExtShared = true;
    await person.command(staff, '/petition', 'report');
    slack.faults.plan(/conversations\.info/, tooMany(60));
    await person.command(staff, '/petition', 'report');
    staff.isExtShared = false;
    expect(person.text).toBe(elsewhere.text);
    await person.command(staff, '/petition', 'report');
    expect(person.text).toBe('As you asked.');
  });

  test.each(['expired_trigger_id', 'exchanged_trigger_id', 'view_too_large'])(
    'a form that Slack does not open (%s) is said, in the language of its button',
    async (code) => {
      const person = slack.person();
      await walkToName(person, channel);
      const screen = person.screen();
      slack.faults.plan(/views\.open/, { kind: 'error', code });
      expect((await person.press('Write a name')).kind).toBe('message');
      expect(person.text).toBe('Slack did not open the form. Please press the button once more.');
      expect((await person.press('Write a name', screen)).kind).toBe('modal');
    },
  );

  test('Slack goes away and comes back, and people go on where they were', async () => {
    const person = slack.person();
    await sign(person);
    await slack.leave();
    await until(() => !bot.adapter.health().ok);
    await slack.arrive();
    await until(() => bot.adapter.health().ok);
    expect((await person.press(0)).kind).toBe('message');
    expect(person.text).toContain('The village');
  });

  test('a token that is refused is named, and good again when Slack says so', async () => {
    slack.grants.refuseTokensWith = 'token_revoked';
    await until(() => !bot.adapter.health().ok);
    expect(bot.adapter.health()).toEqual({ ok: false, code: 'slack-token-refused' });
    // What comes in is answered all the same: a response URL asks for no token.
    expect((await sign(slack.person())).kind).toBe('message');
    slack.grants.refuseTokensWith = null;
    await until(() => bot.adapter.health().ok);
  });
});

/** A staff desk that has one answer for everything. */
function deskThatHears(petition: Petition, asked: string[]): StaffDesk {
  const [locale] = petition.locales;
  const answer = (): StaffMessage => ({ locale, direction: 'ltr', body: [paragraph('As you asked.')] });
  return {
    commands: STAFF_COMMANDS,
    async ask(words) {
      asked.push(words);
      return answer();
    },
    confirm: async () => answer(),
    serve: async () => undefined,
    isServed: () => true,
  };
}
