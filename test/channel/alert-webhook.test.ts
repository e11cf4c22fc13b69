import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { webhookPlace } from '../../src/channel/alert-webhook.js';
import { alertMessage } from '../../src/staff/alerts.js';
import { staffVoice } from '../../src/staff/voice.js';
import { openReceiver, type Receiver } from '../support/receiver.js';
import { sample } from '../transcripts/sample.js';

const petition = await sample();
const voice = staffVoice(petition);
const message = () => alertMessage(voice, voice.say('staff-alert-stop-over'));

let receiver: Receiver;
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(() => receiver.stop());

const place = (over: { readonly secret?: string; readonly tries?: number } = {}) =>
  webhookPlace(
    {
      url: receiver.url,
      secret: over.secret ?? receiver.secret,
      petition: petition.id,
      now: () => new Date(),
      pace: { backoff: { firstMs: 1, longestMs: 2 }, tries: over.tries ?? 4 },
    },
    new AbortController().signal,
  );

describe('the webhook for staff', () => {
  it('gets a message as JSON, with a text that chat programs show, and a signature that fits', async () => {
    await place().post('webhook', message());
    expect(receiver.received).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        genuine: true,
        kind: 'alert',
        petition: petition.id,
        locale: 'en',
        title: 'Attention',
        text: 'Attention\n\nPeople are signing again.',
      },
    ]);
  });

  it('is asked again while it is busy, and takes the message once', async () => {
    receiver.refuse(503, 429, 500);
    await place().post('webhook', message());
    expect(receiver.requests()).toBe(4);
    expect(receiver.received).toHaveLength(1);
  });

  it('gets the same id when the desk sends a message again, and another one for the next message', async () => {
    const room = place({ tries: 1 });
    const [first, second] = [message(), message()];
    receiver.refuse(503);
    await expect(room.post('webhook', first)).rejects.toMatchObject({ code: 'http-503' });
    for (const one of [first, first, second]) await room.post('webhook', one);
    const [once, twice, other] = receiver.received.map(({ id }) => id);
    expect(twice).toBe(once);
    expect(other).not.toBe(once);
  });

  it('can tell a message that was signed with another secret', async () => {
    await place({ secret: 'a secret that somebody guessed' }).post('webhook', message());
    expect(receiver.received).toMatchObject([{ genuine: false }]);
  });

  it('that is away is named by a code, never by its address', async () => {
    const room = place({ tries: 1 });
    const { url } = receiver;
    await receiver.stop();
    const failure = await room.post('webhook', message()).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'WebhookNotTaken', code: 'ECONNREFUSED' });
    expect(String(failure)).not.toContain(new URL(url).port);
  });
});
