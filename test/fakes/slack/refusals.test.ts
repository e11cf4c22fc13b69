import { LogLevel, webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { until } from '../../support/until.js';
import { readMrkdwn } from './mrkdwn.js';
import { type FakeSlack, startFakeSlack } from './server.js';

let slack: FakeSlack;
let client: webApi.WebClient;

beforeEach(async () => {
  slack = await startFakeSlack({ deadlineMs: 200, retryAfterMs: [10, 20] });
  client = new webApi.WebClient(slack.botToken, {
    slackApiUrl: slack.apiRoot,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
    logger: SILENT,
  });
});
afterEach(() => slack.stop());

const quiet = () => undefined;
const SILENT = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  setLevel: quiet,
  setName: quiet,
  getLevel: () => LogLevel.ERROR,
};

/** The error code with which a call is refused. */
async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
    throw error;
  }
  return 'accepted';
}

const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });

describe('the Web API of the fake', () => {
  it('refuses tokens, and calls without their scope', async () => {
    slack.grants.scopes = ['commands', 'chat:write'];
    const { response_metadata } = await client.auth.test();
    expect(response_metadata?.scopes).toEqual(['commands', 'chat:write']);
    slack.grants.hidesScopes = true;
    expect((await client.auth.test()).response_metadata?.scopes).toBeUndefined();
    await expect(client.users.info({ user: slack.person().id })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'users:read', provided: 'commands,chat:write' },
    });
    expect(await refusal(client.auth.test({ token: 'xoxb-another' }))).toBe('invalid_auth');
    expect(await refusal(client.apps.connections.open())).toBe('not_allowed_token_type');
    slack.grants.refuseTokensWith = 'token_revoked';
    expect(await refusal(client.auth.test())).toBe('token_revoked');
  });

  it.each([
    ['51 blocks', Array(51).fill(section('x'))],
    ['a section of 3001 characters', [section('x'.repeat(3001))]],
    ['an empty section', [section('')]],
    ['a property that is not known', [{ ...section('x'), colour: 'red' }]],
    ['an image without a description', [{ type: 'image', image_url: 'https://a.example/b.png' }]],
    [
      'one block_id twice',
      [
        { ...section('x'), block_id: 'a' },
        { ...section('y'), block_id: 'a' },
      ],
    ],
    [
      'one action_id twice in a block',
      [{ type: 'actions', elements: ['x', 'y'].map((text) => button(text, 'same')) }],
    ],
    ['a label of 76 characters', [{ type: 'actions', elements: [button('x'.repeat(76), 'a')] }]],
  ])('refuses %s', async (_what, blocks) => {
    const { id: channel } = slack.channel();
    const call = client.apiCall('chat.postMessage', { channel, text: 'x', blocks });
    await expect(call).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: { messages: [expect.stringContaining('/blocks')] },
      },
    });
  });

  it('knows where the app is, and where it is not', async () => {
    const text = 'x';
    const post = (channel: string) => refusal(client.chat.postMessage({ channel, text }));
    const person = slack.person();
    expect(await post(slack.channel({ botIn: false }).id)).toBe('not_in_channel');
    expect(await post(slack.channel({ kind: 'private', botIn: false }).id)).toBe('channel_not_found');
    expect(await post(person.id)).toBe('accepted');
    const channel = slack.channel({ kind: 'private', isExtShared: true });
    expect(await client.conversations.info({ channel: channel.id })).toMatchObject({
      channel: { is_private: true, is_ext_shared: true, is_member: true },
    });
    const ephemeral = client.chat.postEphemeral({ channel: channel.id, user: person.id, text });
    expect(await refusal(ephemeral)).toBe('user_not_in_channel');
  });

  it('refuses blocks that are too much together, and in the place of a message a long text too', async () => {
    const { id: channel } = slack.channel();
    const blocks = Array(3).fill(section('字'.repeat(1_500)));
    expect(await refusal(client.chat.postMessage({ channel, text: 'x', blocks }))).toBe(
      'msg_blocks_too_long',
    );
    const long = 'x'.repeat(4_001);
    const { ts = '' } = await client.chat.postMessage({ channel, text: long });
    expect(await refusal(client.chat.update({ channel, ts, text: long }))).toBe('msg_too_long');
  });

  it('limits messages to one channel, after a few at once', async () => {
    const channel = slack.channel().id;
    const calls = Array.from({ length: 6 }, () => client.chat.postMessage({ channel, text: 'x' }));
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(outcomes).toContainEqual({
      status: 'rejected',
      reason: expect.any(webApi.WebAPIRateLimitedError),
    });
    expect(slack.limits.refused).toBe(1);
  });

  it('takes a file as it was announced, and shares it with its description', async () => {
    const channel = slack.channel();
    const announced = { filename: 'chart.png', length: 4, alt_txt: 'Signatures by day' };
    const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal(announced);
    const complete = () =>
      client.files.completeUploadExternal({ files: [{ id: file_id }], channel_id: channel.id });
    expect((await fetch(upload_url, { method: 'POST', body: 'too long' })).status).toBe(400);
    expect(await refusal(complete())).toBe('file_not_found');
    expect((await fetch(upload_url, { method: 'POST', body: 'abcd' })).status).toBe(200);
    await complete();
    const [message] = slack.messages.inChannel(channel.id);
    expect(message?.data.files).toMatchObject([{ name: 'chart.png', altText: 'Signatures by day' }]);
  });
});

describe('a restricted channel and a new file of the fake', () => {
  it('refuses posts of the app where only some people may post', async () => {
    const channel = slack.channel();
    channel.isRestricted = true;
    expect(await refusal(client.chat.postMessage({ channel: channel.id, text: 'x' }))).toBe(
      'restricted_action',
    );
  });

  it('shows a file as a block only once Slack has checked it, and not when it is deleted', async () => {
    slack.limits.on = false;
    const channel = slack.channel();
    const file = slack.files.begin('a.png', 3, 'three bytes');
    slack.files.receive(file.id, Buffer.from('abc'));
    const blocks = [{ type: 'image' as const, slack_file: { id: file.id }, alt_text: 'three bytes' }];
    const show = () => client.chat.postMessage({ channel: channel.id, text: 'x', blocks });
    await client.files.completeUploadExternal({ files: [{ id: file.id, title: 'A' }] });
    await expect(show()).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: { messages: ['[ERROR] invalid slack file [json-pointer:/blocks/0/slack_file]'] },
      },
    });
    await until(async () => (await show().catch(() => null)) !== null);
    expect(slack.messages.inChannel(channel.id)[0]?.data.files).toEqual([file]);
    await client.files.delete({ file: file.id });
    expect(await refusal(show())).toBe('invalid_blocks');
    expect(await refusal(client.files.delete({ file: file.id }))).toBe('file_not_found');
  });
});

describe('what a person does', () => {
  it('fails for them when nobody is there, and when nobody answers in time', async () => {
    const channel = slack.channel();
    const person = slack.person();
    expect(await person.command(channel, '/petition')).toEqual({ kind: 'failed', how: 'unreachable' });
    await connect();
    expect(await person.command(channel, '/petition')).toEqual({ kind: 'failed', how: 'timeout' });
  });

  it('gives a response URL for five answers in half an hour, and a trigger for one form in time', async () => {
    const socket = await connect();
    const { response_url } = await commanded(socket);
    const respond = async () => (await post(String(response_url), { text: 'hello' })).status;
    const statuses = [];
    for (let use = 0; use < 6; use += 1) statuses.push(await respond());
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
    const next = await commanded(socket);
    slack.pass({ minutes: 31 });
    const late = await post(String(next.response_url), { text: 'hello' });
    expect([late.status, await late.json()]).toEqual([404, { ok: false, error: 'expired_url' }]);
    const open = (trigger_id: unknown, view: object = VIEW) =>
      refusal(client.apiCall('views.open', { trigger_id: String(trigger_id), view }));
    expect(await open(next.trigger_id)).toBe('expired_trigger_id');
    const fresh = await commanded(socket);
    const large = { ...VIEW, private_metadata: 'x'.repeat(250_000) };
    expect(await open(fresh.trigger_id, large)).toBe('view_too_large');
    expect(await open(fresh.trigger_id)).toBe('accepted');
    expect(await open(fresh.trigger_id)).toBe('exchanged_trigger_id');
  });

  it('goes to another connection when the first is lost, under the same id', async () => {
    const heard: string[] = [];
    for (const socket of [await connect(), await connect()]) {
      socket.on('message', (data) => {
        const { envelope_id } = JSON.parse(String(data));
        heard.push(envelope_id);
        if (heard.length === 1) socket.terminate();
        else socket.send(JSON.stringify({ envelope_id, payload: { text: 'hello' } }));
      });
    }
    expect(await slack.person().command(slack.channel(), '/petition')).toMatchObject({ kind: 'message' });
    expect(heard).toHaveLength(2);
    expect(new Set(heard).size).toBe(1);
  });

  it('is told again as an event, until it was taken', async () => {
    const socket = await connect();
    const heard: unknown[] = [];
    socket.on('message', (data) => heard.push(JSON.parse(String(data)).retry_attempt));
    void slack.person().opensHome();
    await expect.poll(() => heard).toEqual([0, 1, 2]);
  });
});

describe('mrkdwn', () => {
  it.each([
    ['<!channel> and &lt;!channel&gt;', '!channel'.slice(1), ['broadcast']],
    ['<@U1> &amp; <https://a.example|words>', '@U1 & words', ['mention', 'link']],
    ['*bold* not*bold* :wave: 12:30:45', 'bold not*bold* :wave: 12:30:45', ['bold', 'emoji']],
    ['&gt; said', 'said', ['quote']],
  ])('is read as Slack shows it: %s', (source, text, effects) => {
    const reading = readMrkdwn(source);
    expect(reading.text).toContain(text);
    expect(reading.effects).toEqual(effects);
  });
});

const plain = (text: string) => ({ type: 'plain_text', text });
const button = (text: string, action_id: string) => ({ type: 'button', text: plain(text), action_id });
const VIEW = { type: 'modal', title: plain('Words'), blocks: [section('words')] };

function post(url: string, body: object): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** A Socket Mode connection after its hello. */
async function connect(): Promise<WebSocket> {
  const { url = '' } = await client.apps.connections.open({ token: slack.appToken });
  const socket = new WebSocket(url);
  await new Promise((resolve) => socket.once('message', resolve));
  return socket;
}

/** A command, as it arrives on the app's only connection. */
async function commanded(socket: WebSocket): Promise<Record<string, unknown>> {
  const heard = new Promise<string>((resolve) => socket.once('message', (data) => resolve(String(data))));
  void slack.person().command(slack.channel(), '/petition');
  const { envelope_id, payload } = JSON.parse(await heard);
  socket.send(JSON.stringify({ envelope_id }));
  return payload;
}
