import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BAD_GATEWAY, type Fault, tooMany } from '../../fakes/slack/faults.js';
import { readingOf, type StoredMessage } from '../../fakes/slack/messages.js';
import type { Person } from '../../fakes/slack/people.js';
import type { FakeSlack } from '../../fakes/slack/server.js';
import type { Channel } from '../../fakes/slack/workspace.js';
import { createDatabase } from '../../support/postgres.js';
import { sample } from '../../transcripts/sample.js';
import { RecordingDesk } from './recording-desk.js';
import { startBoth, until } from './support.js';

const POST = /chat\.postMessage/;
/** More calls than anybody makes for one message. */
const ALWAYS = 20;
const error = (code: string): Fault => ({ kind: 'error', code });

describe('staff are answered whatever becomes of a message for their channel', async () => {
  const petition = await sample();
  const desk = new RecordingDesk();
  let slack: FakeSlack;
  let stop: () => Promise<void>;
  let room: Channel;

  beforeAll(async () => {
    ({ slack, stop } = await startBoth({
      databaseUrl: await createDatabase(),
      petition,
      mode: 'http',
      desk,
      staff: (fake) => {
        room = fake.channel({ kind: 'private', name: 'staff' });
        return [room.id];
      },
    }));
    // Each test posts in the same channel, more often than Slack would let us.
    slack.limits.on = false;
  });
  afterAll(() => stop());
  afterEach(() => {
    slack.faults.clear();
    room.isRestricted = false;
  });

  const wordsOf = (message: StoredMessage | undefined) =>
    readingOf(message?.data ?? { text: '', blocks: [] }).text;
  const posted = () => slack.messages.inChannel(room.id);
  /** All that a person reads, oldest first. */
  const reads = (person: Person) => person.screens.map(wordsOf).join('\n');
  async function pauses(person: Person): Promise<void> {
    await person.command(room, '/petition', 'pause');
    await person.press('Pause now');
  }

  test('a pause that took effect is said where posting is restricted, and what could not be posted', async () => {
    const amina = slack.person();
    const before = posted().length;
    room.isRestricted = true;
    await pauses(amina);
    await until(() => reads(amina).includes('Paused.'));
    expect(reads(amina)).toContain(
      'Slack did not let this be posted in the channel (slack-restricted_action), so only you see it. Please tell the others.',
    );
    // In the place of the question, which is answered.
    expect(reads(amina)).not.toContain('Pause on all platforms?');
    expect(posted()).toHaveLength(before);
  });

  test.each(['is_archived', 'not_in_channel', 'restricted_action', 'channel_not_found', 'msg_too_long'])(
    'a report that Slack does not let us post (%s) comes to the person who asked',
    async (code) => {
      const amina = slack.person();
      const before = posted().length;
      const files = slack.files.all.length;
      slack.faults.plan(POST, error(code), ALWAYS);
      await amina.command(room, '/petition', 'report');
      await until(() => reads(amina).includes('The report.'));
      expect(reads(amina)).toContain(`(slack-${code})`);
      expect(posted()).toHaveLength(before);
      // A picture that no message shows does not stay at Slack.
      expect(slack.files.all).toHaveLength(files);
    },
  );

  test('a report comes to the person who asked where Slack is too busy for longer than anybody waits', async () => {
    const amina = slack.person();
    slack.faults.plan(POST, tooMany(60), ALWAYS);
    await amina.command(room, '/petition', 'report');
    await until(() => reads(amina).includes('The report.'));
    expect(reads(amina)).toContain('(slack-limited)');
  });

  test('a report whose blocks Slack refuses is posted in words', async () => {
    const amina = slack.person();
    const before = posted().length;
    slack.faults.plan(POST, error('invalid_blocks'), 2);
    await amina.command(room, '/petition', 'report');
    await until(() => reads(amina).includes('The picture could not be posted'));
    expect(reads(amina)).toContain('(slack-invalid_blocks)');
    expect(posted().slice(before).map(wordsOf)).toEqual(['The report.']);
  });

  test.each<[string, RegExp, Fault, string]>([
    [
      'gives no address for',
      /files\.getUploadURLExternal/,
      error('restricted_action'),
      'slack-restricted_action',
    ],
    ['does not take the bytes of', /^\/upload\//, { kind: 'status', status: 413 }, 'slack-response-413'],
    ['does not complete', /files\.completeUploadExternal/, error('file_not_found'), 'slack-file_not_found'],
  ])('a report is posted without its picture where Slack %s it', async (_what, where, fault, code) => {
    const amina = slack.person();
    const before = posted().length;
    slack.faults.plan(where, fault, ALWAYS);
    await amina.command(room, '/petition', 'report');
    await until(() => reads(amina).includes('The picture could not be posted'), 20_000);
    expect(reads(amina)).toContain(`(${code})`);
    expect(posted().slice(before).map(wordsOf)).toEqual(['The report.']);
    expect(slack.messages.ringing()).toEqual([]);
  });

  test('a message of which Slack does not say whether it arrived is shown to the person too', async () => {
    const amina = slack.person();
    const before = posted().length;
    slack.faults.plan(POST, { kind: 'lose-answer' });
    await pauses(amina);
    await until(() => reads(amina).includes('Paused.'));
    expect(reads(amina)).toContain('Slack did not confirm that this was posted in the channel');
    expect(posted().slice(before).map(wordsOf)).toEqual(['Paused.']);
  });

  test.each<[string, Fault]>([
    ['is used up', { kind: 'status', status: 404, body: { ok: false, error: 'used_url' } }],
    ['is out of reach', BAD_GATEWAY],
  ])('where the response URL %s as well, the answer is a direct message', async (_what, fault) => {
    const amina = slack.person();
    await amina.command(room, '/petition', 'pause');
    room.isRestricted = true;
    slack.faults.plan(/^\/actions\//, fault, ALWAYS);
    void amina.press('Pause now');
    const direct = () => slack.messages.inChannel(amina.direct.id).map(wordsOf);
    await until(() => direct().includes('Paused.'), 30_000);
    expect(direct()[0]).toContain('(slack-restricted_action)');
  });
});
