import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { paragraph } from '../../../src/petition/rich-text.js';
import type { StaffMessage } from '../../../src/staff/desk.js';
import { tooMany } from '../../fakes/slack/faults.js';
import { buttonsOf, readingOf } from '../../fakes/slack/messages.js';
import type { Person } from '../../fakes/slack/people.js';
import type { FakeSlack } from '../../fakes/slack/server.js';
import type { Channel } from '../../fakes/slack/workspace.js';
import { createDatabase } from '../../support/postgres.js';
import { sample } from '../../transcripts/sample.js';
import { PNG, RecordingDesk } from './recording-desk.js';
import { MODES, type Process, startBoth, until } from './support.js';

const UNCHECKED =
  'Slack could not be asked just now whether this channel is private. Nothing was changed. Please try again in a minute.';
const NOT_HERE = 'Sorry, that cannot be done here.';

describe.for(MODES)('staff on Slack by %s', async (mode) => {
  const petition = await sample();
  const desk = new RecordingDesk();
  let slack: FakeSlack;
  let bot: Process;
  let stop: () => Promise<void>;
  let room: Channel;
  let ordinary: Channel;

  beforeAll(async () => {
    ({ slack, bot, stop } = await startBoth({
      databaseUrl: await createDatabase(),
      petition,
      mode,
      desk,
      staff: (fake) => {
        room = fake.channel({ kind: 'private', name: 'staff' });
        return [room.id];
      },
    }));
    // Tests post in one channel more often than Slack would let us.
    slack.limits.on = false;
    ordinary = slack.channel();
  });
  afterAll(async () => {
    await stop();
  });
  beforeEach(() => {
    desk.asked.splice(0);
    desk.storeAway = false;
    room.isExtShared = false;
    room.isPendingExtShared = false;
  });

  const words = (person: Person) => readingOf(person.screen().data).text;
  const posted = () => slack.messages.inChannel(room.id);

  test('are asked who they are and where, and answered where nobody else sees it', async () => {
    const amina = slack.person();
    const before = posted().length;
    await amina.command(room, '/petition', 'quarantine tele-1 --reason "a script" --hold');
    expect(desk.asked).toEqual([
      {
        words: 'quarantine tele-1 --reason "a script" --hold',
        who: { channel: 'slack', tenant: slack.teamId, id: amina.id },
        room: room.id,
      },
    ]);
    expect(words(amina)).toBe('You asked: quarantine tele-1 --reason "a script" --hold');
    expect(posted()).toHaveLength(before);
  });

  test('get the total where nothing is said, help from their own desk, and sign where they say so', async () => {
    const amina = slack.person();
    await amina.command(room, '/petition');
    expect(words(amina)).toBe('The total, asked 1 times.');
    await amina.command(room, '/petition', 'nonsense');
    expect(words(amina)).toBe('You asked: nonsense');
    await amina.command(room, '/petition', 'sign');
    expect(words(amina)).toContain(petition.texts('en').headline);
    expect(desk.asked).toHaveLength(2);
  });

  test('see a report in the channel, in one message with its chart, which has words for screen readers', async () => {
    const amina = slack.person();
    const before = posted().length;
    await amina.command(room, '/petition', 'report 7d');
    await until(() => posted().length === before + 1);
    const report = posted().at(-1);
    expect(readingOf(report?.data ?? { text: '', blocks: [] }).text).toContain('The report.');
    expect(report?.data.blocks).toContainEqual(
      expect.objectContaining({ type: 'image', alt_text: 'Five a day <&>' }),
    );
    // Not shared by itself: it would be a second message.
    expect(report?.data.files).toEqual([
      expect.objectContaining({
        name: 'signatures.png',
        title: 'Signatures',
        altText: 'Five a day <&>',
        content: PNG,
        channels: [],
      }),
    ]);
  });

  test('are told elsewhere, in the same words everywhere, that it cannot be done', async () => {
    const [amina, other] = [slack.person(), slack.person()];
    room.isExtShared = true;
    await amina.command(room, '/petition', 'report');
    await other.command(ordinary, '/petition', 'report');
    expect(words(amina)).toBe(NOT_HERE);
    expect(words(other)).toBe(NOT_HERE);
    expect(JSON.stringify(amina.screen().data)).toBe(JSON.stringify(other.screen().data));
    expect(desk.asked).toEqual([]);
  });

  test.for(['isExtShared', 'isPendingExtShared'] as const)(
    'a staff channel that is shared (%s) is like any other',
    async (shared) => {
      room[shared] = true;
      const amina = slack.person();
      await amina.command(room, '/petition');
      expect(words(amina)).toContain(petition.texts('en').headline);
      await amina.command(room, '/petition', 'total');
      expect(words(amina)).toContain('have taken action');
      expect(desk.asked).toEqual([]);
    },
  );

  test('refresh the total in its place by a press, and ask for a report by another', async () => {
    const amina = slack.person();
    const before = posted().length;
    await amina.command(room, '/petition');
    await amina.press('Refresh');
    expect(words(amina)).toBe('The total, asked 2 times.');
    expect(amina.screens).toHaveLength(1);
    void amina.press('7 days');
    await until(() => posted().length === before + 1);
    expect(desk.asked.at(-1)).toMatchObject({ words: 'report 7d', room: room.id });
    // The total stays for the next press.
    await amina.press('Refresh');
    expect(words(amina)).toBe('The total, asked 4 times.');
    room.isExtShared = true;
    await amina.press('Refresh');
    expect(words(amina)).toBe(NOT_HERE);
    expect(desk.asked).toHaveLength(4);
  });

  test('confirm by a press, and everybody in the channel reads what was done', async () => {
    const amina = slack.person();
    const before = posted().length;
    await amina.command(room, '/petition', 'pause');
    expect(posted()).toHaveLength(before);
    expect(buttonsOf(amina.screen().data.blocks).map(({ label }) => label)).toEqual([
      'Pause now',
      'Let it be',
    ]);
    void amina.press('Pause now');
    await until(() => amina.screens.length === 0);
    expect(desk.asked.at(-1)).toEqual({
      code: 'code-1',
      who: { channel: 'slack', tenant: slack.teamId, id: amina.id },
      room: room.id,
    });
    expect(posted()).toHaveLength(before + 1);
    expect(readingOf(posted().at(-1)?.data ?? { text: '', blocks: [] }).text).toBe('Paused.');
  });

  test('read alone, in the place of the question, that nothing was done', async () => {
    const amina = slack.person();
    const before = posted().length;
    await amina.command(room, '/petition', 'pause too late');
    await amina.press('Pause now');
    expect(words(amina)).toBe('Too late.');
    expect(buttonsOf(amina.screen().data.blocks)).toEqual([]);
    expect(amina.screens).toHaveLength(1);
    expect(posted()).toHaveLength(before);
  });

  test('confirm nothing in a channel that was shared since', async () => {
    const amina = slack.person();
    await amina.command(room, '/petition', 'pause');
    room.isExtShared = true;
    await amina.press('Pause now');
    expect(words(amina)).toBe(NOT_HERE);
    expect(desk.asked).toHaveLength(1);
  });

  test('confirm nothing while Slack cannot say whether the channel is shared', async () => {
    const amina = slack.person();
    await amina.command(room, '/petition', 'pause');
    slack.grants.refuseTokensWith = 'account_inactive';
    await amina.press('Pause now');
    slack.grants.refuseTokensWith = null;
    expect(words(amina)).toBe(UNCHECKED);
    expect(desk.asked).toHaveLength(1);
    // The question stays: the next press can succeed.
    void amina.press('Pause now', amina.screens[0]);
    await until(() => desk.asked.length === 2);
  });

  test('confirm once, however often Slack tells of the press', async () => {
    const amina = slack.person();
    await amina.command(room, '/petition', 'pause');
    void amina.press('Pause now');
    await until(() => amina.screens.length === 0);
    const last = slack.deliveries.all.at(-1);
    if (last === undefined) throw new Error('nothing was delivered');
    await slack.deliveries.repeat(last, { number: 0, reason: 'timeout' });
    await amina.command(room, '/petition', 'total');
    expect(desk.asked).toHaveLength(3);
  });

  test('can let it be, and the question is gone', async () => {
    const amina = slack.person();
    await amina.command(room, '/petition', 'pause');
    void amina.press('Let it be');
    await until(() => amina.screens.length === 0);
    expect(desk.asked).toHaveLength(1);
  });

  test.for(['milestones on', 'Digest off'])(
    'are told when the database is away that what they typed (%s) may or may not have been done',
    async (typed) => {
      const amina = slack.person();
      desk.storeAway = true;
      await amina.command(room, '/petition', typed);
      expect(words(amina)).toContain('may or may not have been done');
    },
  );

  test('are told the same of what they confirmed', async () => {
    const amina = slack.person();
    await amina.command(room, '/petition', 'pause');
    desk.storeAway = true;
    await amina.press('Pause now');
    expect(words(amina)).toContain('may or may not have been done');
  });

  test.for(['', 'report', 'help', 'quarantine list', 'pause'])(
    'are told when the database is away to ask again where nothing would have been done (%s)',
    async (typed) => {
      const amina = slack.person();
      desk.storeAway = true;
      await amina.command(room, '/petition', typed);
      expect(words(amina)).toBe(
        'The database cannot be reached at the moment. Please try again in a minute.',
      );
    },
  );

  test('read an apology where their desk has a mistake', async () => {
    const amina = slack.person();
    await amina.command(room, '/petition', 'help');
    expect(words(amina)).toContain('Something went wrong on our side, and we are sorry.');
  });

  test('can sign all the same', async () => {
    const amina = slack.person();
    desk.storeAway = true;
    await amina.command(room, '/petition', 'sign');
    expect(words(amina)).toContain(petition.texts('en').headline);
  });

  describe('hear of news in their channels', () => {
    const news: StaffMessage = { locale: 'en', direction: 'ltr', body: [paragraph('1,000 have signed.')] };
    const post = async () => {
      await until(() => desk.post !== null);
      if (desk.post === null) throw new Error('nobody serves');
      await desk.post(room.id, news);
    };

    test('once', async () => {
      const before = posted().length;
      await post();
      expect(posted()).toHaveLength(before + 1);
    });

    test('after Slack was too busy', async () => {
      const before = posted().length;
      slack.faults.plan(/chat\.postMessage/, tooMany(1));
      await post();
      expect(posted()).toHaveLength(before + 1);
    });

    test('once where Slack took it and the answer was lost', async () => {
      const before = posted().length;
      slack.faults.plan(/chat\.postMessage/, { kind: 'lose-answer' });
      await post();
      expect(posted()).toHaveLength(before + 1);
    });

    test('not at all in a channel that is not fit for them', async () => {
      const before = posted().length;
      room.isExtShared = true;
      await expect(post()).rejects.toThrow();
      expect(posted()).toHaveLength(before);
    });
  });

  test('nobody was pinged, and nothing of it stands in the log', () => {
    expect(slack.messages.ringing()).toEqual([]);
    expect(bot.log.join('')).not.toContain(room.id);
    expect(bot.log.join('')).not.toMatch(/a script/);
  });
});
