import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { check } from '../../../adapters/telegram/check.js';
import type { Delivery, TelegramSettings } from '../../../adapters/telegram/settings.js';
import { FakeTelegram } from '../../fakes/telegram/server.js';

const WEBHOOK: Delivery = { mode: 'webhook', url: 'https://petition.example.org', secret: 'x'.repeat(32) };

describe('petition check, asking Telegram', () => {
  let telegram: FakeTelegram;

  beforeAll(async () => {
    telegram = await FakeTelegram.start();
  });
  afterAll(() => telegram.stop());
  beforeEach(() => {
    telegram.world.webhook.settings = null;
    telegram.world.webhook.lastError = null;
  });

  const look = (over: Partial<TelegramSettings> = {}) =>
    check({
      token: telegram.token,
      apiRoot: telegram.apiRoot,
      delivery: { mode: 'polling' },
      processes: 1,
      inline: false,
      staffChats: [],
      ...over,
    });

  test('names the bot, and changes nothing', async () => {
    const lines = await look();
    expect(lines.every(({ ok }) => ok)).toBe(true);
    expect(lines[0]?.message).toContain('@petition_test_bot');
    expect(telegram.calls.every(({ method }) => method.startsWith('get'))).toBe(true);
  });

  test('says when inline mode is on here but not at @BotFather', async () => {
    expect((await look()).some(({ subject }) => subject.includes('inline'))).toBe(false);
    const line = (await look({ inline: true })).find(({ subject }) => subject.includes('inline'));
    expect(line).toMatchObject({ ok: false });
    expect(line?.message).toContain('/setinline');
  });

  test('says what to do about a token that Telegram refuses, without repeating it', async () => {
    const token = '999:wrong';
    const lines = await look({ token });
    expect(lines).toMatchObject([{ ok: false }]);
    expect(lines[0]?.message).toContain('@BotFather');
    expect(JSON.stringify(lines)).not.toContain(token);
  });

  test('says that Telegram can’t be reached', async () => {
    const lines = await look({ apiRoot: 'http://127.0.0.1:1/' });
    expect(lines).toMatchObject([{ ok: false }]);
    expect(lines[0]?.message).toContain('ECONNREFUSED');
  });

  test('does not blame the token where only the webhook can’t be asked for', async () => {
    telegram.faults.plan('getWebhookInfo', { kind: 'error', status: 404, description: 'Not Found' });
    const lines = await look();
    expect(lines[0]).toMatchObject({ ok: true });
    expect(lines[1]?.message).toContain('telegram-404');
  });

  test('says that a webhook stands in the way of polling', async () => {
    telegram.world.webhook.settings = { url: 'https://other.example.org/', secret: null, maxConnections: 1 };
    const lines = await look();
    expect(lines[1]?.message).toContain('a webhook is set');
  });

  test('says whether the webhook is set', async () => {
    expect((await look({ delivery: WEBHOOK }))[1]?.message).toContain('not set');
    const url = 'https://petition.example.org/telegram/webhook';
    telegram.world.webhook.settings = { url, secret: null, maxConnections: 40 };
    expect((await look({ delivery: WEBHOOK }))[1]?.message).toContain(`set to ${url}`);
  });

  test.each([
    ['Wrong response from the webhook: 401 Unauthorized', 'the secret differs'],
    ['Wrong response from the webhook: 404 Not Found', 'nothing answers'],
    ['Wrong response from the webhook: 502 Bad Gateway', 'not ready'],
    ['SSL error {error:0A000086:SSL routines::certificate verify failed}', 'certificate'],
    ['Connection timed out', 'PUBLIC_URL'],
  ])('says what to do about the last failure, “%s”', async (message, advice) => {
    telegram.world.webhook.lastError = { at: Date.now(), message };
    telegram.world.updates.push({ update_id: 1 });
    const lines = await look({ delivery: WEBHOOK });
    expect(lines.find(({ ok }) => !ok)?.message).toContain(advice);
  });
});
