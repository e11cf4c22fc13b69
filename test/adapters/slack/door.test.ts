import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RawPost, signature } from '../../fakes/slack/http-door.js';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/server.js';
import { ask } from '../../http/support.js';
import { createDatabase } from '../../support/postgres.js';
import { sample } from '../../transcripts/sample.js';
import { type Process, startProcess, until } from './support.js';

const FORM = { contentType: 'application/x-www-form-urlencoded' };
const FIVE_MB = 5_000_000;

const secondsFromNow = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;

describe('the door for what Slack delivers', () => {
  let slack: FakeSlack;
  let bot: Process;

  beforeAll(async () => {
    slack = await startFakeSlack();
    const databaseUrl = await createDatabase();
    bot = await startProcess({ slack, databaseUrl, petition: await sample(), mode: 'http' });
    await until(() => bot.adapter.health().ok);
  });
  afterAll(async () => {
    await bot.stop();
    await slack.stop();
  });

  const knock = async (body: string, how: RawPost = {}) => (await slack.door.post(body, how)).status;
  const conversations = () => bot.database.query('SELECT key FROM petition_sample.conversations');

  /** `/petition sign` as it goes over the wire, from somebody who is not there. */
  const command = (userId = 'U0SOMEBODY') =>
    new URLSearchParams({
      command: '/petition',
      text: 'sign',
      team_id: slack.teamId,
      user_id: userId,
      user_name: 'somebody',
      channel_id: slack.channel().id,
      trigger_id: `1.2.${userId}`,
      response_url: `${new URL(slack.apiRoot).origin}/actions/none`,
    }).toString();

  describe('lets nobody in', () => {
    test.each<[string, (body: string) => RawPost]>([
      ['with no signature', () => ({ signature: null })],
      ['with an empty one', () => ({ signature: '' })],
      ['with the signature of another secret', () => ({ secret: 'another secret' })],
      [
        'with the signature of another body',
        () => ({ signature: signature(slack.signingSecret, secondsFromNow(0), '{}') }),
      ],
      [
        'with half a signature',
        (body) => ({ signature: signature(slack.signingSecret, secondsFromNow(0), body).slice(0, 34) }),
      ],
      [
        'with a signature that goes on',
        (body) => ({ signature: `${signature(slack.signingSecret, secondsFromNow(0), body)}0` }),
      ],
      [
        'with a signature of no version',
        (body) => ({ signature: signature(slack.signingSecret, secondsFromNow(0), body).slice(3) }),
      ],
      [
        'with a hash that needs no secret',
        (body) => ({ signature: `v0=${createHmac('sha256', '').update(body).digest('hex')}` }),
      ],
      ['without saying when', () => ({ timestamp: null })],
      ['when it was sent at no time', () => ({ timestamp: 'now' })],
      ['when it was sent at an empty time', () => ({ timestamp: '' })],
      ['when it was sent six minutes ago', () => ({ timestamp: secondsFromNow(-360) })],
      ['when it will be sent in six minutes', () => ({ timestamp: secondsFromNow(360) })],
      ['when it was sent before there was Slack', () => ({ timestamp: -1 })],
    ])('%s', async (_what, how) => {
      const body = command();
      expect(await knock(body, { ...FORM, ...how(body) })).toBe(401);
      expect(await conversations()).toEqual([]);
    });
  });

  test('lets in the same as Slack would send it', async () => {
    expect(await knock(command(), FORM)).toBe(200);
    await until(async () => (await conversations()).length === 1);
  });

  test.each([-240, 240])('takes what differs by %i seconds: clocks do', async (seconds) => {
    expect(await knock('{}', { timestamp: secondsFromNow(seconds) })).toBe(200);
  });

  test("answers the question whether the address is ours, and only Slack's", async () => {
    expect(await slack.door.verify()).toBe(true);
    const challenge = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    expect(await knock(challenge, { secret: 'another secret' })).toBe(401);
    for (const signing of [{}, { signature: null, timestamp: null }, { secret: 'another secret' }]) {
      expect(await knock('ssl_check=1&token=legacy', { ...FORM, ...signing })).toBe(200);
    }
  });

  test.each(['null', '[]', '"text"', '7', '', '{', '\u0000', '{"type":"event_callback"'])(
    'refuses %j, which is no event',
    async (body) => {
      expect(await knock(body)).toBe(400);
    },
  );

  test.each(['payload=', 'payload=null', 'payload=%5B%5D', 'payload=%7B', 'payload=text'])(
    'refuses %j, which is no press',
    async (body) => {
      expect(await knock(body, FORM)).toBe(400);
    },
  );

  test.each([
    {},
    { type: null },
    { type: 'event_callback' },
    { type: 'event_callback', event: null },
    { type: 'event_callback', event: {} },
    { type: 'event_callback', event: { type: 'of_next_year', user: 'U1' } },
    { type: 'event_callback', event: { type: 'app_home_opened' } },
    { type: 'event_callback', event: { type: 'message', subtype: 'message_changed' } },
    { type: 'url_verification' },
    { type: 'app_rate_limited', minute_rate_limited: 1 },
    { event: { type: 'app_home_opened', user: 7, tab: 'home' } },
  ])('lets %j go, of which nothing can be made', async (body) => {
    expect(await knock(JSON.stringify(body))).toBe(200);
  });

  test.each([
    {},
    { type: 'of_next_year' },
    { type: 'shortcut', callback_id: 'x' },
    { type: 'block_actions' },
    { type: 'block_actions', actions: [] },
    { type: 'block_actions', actions: [null] },
    { type: 'block_actions', actions: [{ action_id: 'button-0', value: 'x' }], user: null },
    { type: 'block_suggestion', action_id: 'x' },
    { type: 'view_submission' },
    { type: 'view_submission', view: { callback_id: 'form', state: null } },
    { type: 'view_closed', view: null },
  ])('lets the interaction %j go, of which nothing can be made', async (payload) => {
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    expect(await knock(body, FORM)).toBe(200);
  });

  test.each([
    'command=%2Fpetition',
    'command=%2Fother&text=sign',
    'a=b',
    'command=%2Fpetition&team_id=&user_id=&channel_id=',
  ])('lets the command %j go, of which nothing can be made', async (body) => {
    expect(await knock(body, FORM)).toBe(200);
  });

  test.each(['signed', 'not signed'])(
    'refuses a body of 5 MB, %s, said to be so long or not',
    async (signed) => {
      const body = 'x'.repeat(FIVE_MB);
      const timestamp = String(secondsFromNow(0));
      const headers = {
        'content-type': 'application/json',
        'x-slack-request-timestamp': timestamp,
        ...(signed === 'signed'
          ? { 'x-slack-signature': signature(slack.signingSecret, timestamp, body) }
          : {}),
      };
      const options = { method: 'POST', headers, body };
      expect(await ask(slack.door.url, options)).toMatchObject({ status: 413 });
      const unsaid = { ...options, headers: { ...headers, 'transfer-encoding': 'chunked' } };
      expect(await ask(slack.door.url, unsaid)).toMatchObject({ status: 413 });
    },
  );

  test('unpacks nothing: a small body may be a large one', async () => {
    expect(await knock('{}', { headers: { 'content-encoding': 'gzip' } })).toBe(400);
  });

  test('has no other method', async () => {
    expect(await ask(slack.door.url)).toMatchObject({ status: 405 });
  });

  test('answers people after all of this, and the log tells of nobody', async () => {
    const amina = slack.person({ name: 'Amina Haddad' });
    expect(await amina.command(slack.channel(), '/petition', 'sign')).toMatchObject({ kind: 'message' });
    const log = bot.log.join('');
    const secrets = [
      amina.id,
      'amina.haddad',
      'U0SOMEBODY',
      '/actions/',
      slack.signingSecret,
      slack.botToken,
    ];
    for (const secret of secrets) expect(log).not.toContain(secret);
  });
});
