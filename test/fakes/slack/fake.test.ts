import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, ExpressReceiver, LogLevel } from '@slack/bolt';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, readingOf } from './messages.js';
import type { Person } from './people.js';
import { type FakeSlack, startFakeSlack } from './server.js';
import type { Channel } from './workspace.js';

/** A small app on the real Bolt that repeats what it received. */
function listen(app: App): void {
  app.command('/echo', async ({ ack, respond, command, client }) => {
    await ack();
    if (command.text === 'form') {
      await client.views.open({ trigger_id: command.trigger_id, view: form(command.response_url) });
      return;
    }
    await respond({ text: command.text, blocks: screen(command.text) });
  });
  app.action('again', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'pressed', blocks: screen('pressed'), replace_original: true });
  });
  app.view('form', async ({ ack, view, client, body }) => {
    const said = view.state.values.field?.input?.value ?? '';
    if (said.length < 3) {
      await ack({ response_action: 'errors', errors: { field: 'too short' } });
      return;
    }
    await ack();
    const { channel } = await client.conversations.open({ users: body.user.id });
    await client.chat.postMessage({ channel: channel?.id ?? '', text: said });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: screen('at home') } });
  });
  app.message(async ({ message, say }) => {
    if ('text' in message) await say(`you wrote ${message.text}`);
  });
}

function screen(text: string) {
  return [
    { type: 'section' as const, text: { type: 'mrkdwn' as const, text } },
    {
      type: 'actions' as const,
      elements: [
        { type: 'button' as const, action_id: 'again', text: { type: 'plain_text' as const, text: 'Again' } },
      ],
    },
  ];
}

function form(metadata: string) {
  const plain = (text: string) => ({ type: 'plain_text' as const, text });
  return {
    type: 'modal' as const,
    callback_id: 'form',
    title: plain('Your words'),
    submit: plain('Send'),
    private_metadata: metadata,
    blocks: [
      {
        type: 'input' as const,
        block_id: 'field',
        label: plain('Words'),
        element: { type: 'plain_text_input' as const, action_id: 'input' },
      },
    ],
  };
}

describe.each(['HTTP', 'Socket Mode'])('the real Bolt on the fake, by %s', (transport) => {
  let slack: FakeSlack;
  let app: App;
  let server: Server | null = null;
  let amina: Person;
  let channel: Channel;

  beforeEach(async () => {
    slack = await startFakeSlack();
    const shared = {
      token: slack.botToken,
      clientOptions: { slackApiUrl: slack.apiRoot },
      logLevel: LogLevel.ERROR,
    };
    if (transport === 'HTTP') {
      const receiver = new ExpressReceiver({
        signingSecret: slack.signingSecret,
        endpoints: '/slack/events',
      });
      app = new App({ ...shared, receiver });
      server = createServer(express().use(receiver.router));
      await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
      slack.deliverTo(`http://127.0.0.1:${portOf(server)}/slack/events`);
    } else {
      app = new App({ ...shared, appToken: slack.appToken, socketMode: true });
      await app.start();
    }
    listen(app);
    amina = slack.person();
    channel = slack.channel();
  });

  afterEach(async () => {
    if (transport === 'Socket Mode') await app.stop();
    // Bolt does not wait for its sockets to close.
    await expect.poll(() => slack.socket.connected).toBe(0);
    server?.close();
    await slack.stop();
  });

  it('answers a command so that only its sender sees it, and a press by replacing the message', async () => {
    const other = slack.person();
    await amina.command(channel, '/echo', 'hello & <goodbye>');
    expect(amina.screens).toHaveLength(1);
    expect(other.screens).toHaveLength(0);
    expect(slack.messages.inChannel(channel.id)).toHaveLength(0);

    const answer = await amina.press('Again');
    expect(answer.kind).toBe('message');
    expect(amina.screens.map(({ data }) => readingOf(data).text)).toEqual(['pressed']);
    expect(buttonsOf(amina.screen().data.blocks).map(({ label }) => label)).toEqual(['Again']);
    expect(slack.deliveries.all.map(({ attempts }) => attempts[0]?.how)).toEqual([
      'acknowledged',
      'acknowledged',
    ]);
  });

  it('opens a form, refuses what was filled in, and takes it', async () => {
    expect(await amina.command(channel, '/echo', 'form')).toMatchObject({ kind: 'modal' });
    expect(await amina.submit('no')).toEqual({ kind: 'errors', errors: { field: 'too short' } });
    const answer = await amina.submit('some words');
    expect(answer).toMatchObject({ kind: 'message', message: { data: { text: 'some words' } } });
    expect(amina.modal).toBeNull();
  });

  it('publishes the Home tab and answers in the direct message', async () => {
    await amina.opensHome();
    expect(amina.home?.data.blocks).toHaveLength(2);
    const answer = await amina.writes('<!channel>');
    expect(answer).toMatchObject({ message: { data: { text: 'you wrote &lt;!channel&gt;' } } });
    expect(slack.messages.ringing()).toEqual([]);
  });

  it('tells an event again under the same id', async () => {
    await amina.writes('once');
    await slack.deliveries.repeat(slack.deliveries.last('events_api'));
    await expect.poll(() => amina.screens.length).toBe(2);
  });
});

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
