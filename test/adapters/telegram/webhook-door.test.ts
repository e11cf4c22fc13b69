import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FakeTelegram } from '../../fakes/telegram/server.js';
import { ask } from '../../http/support.js';
import { createDatabase } from '../../support/postgres.js';
import { sample } from '../../transcripts/sample.js';
import { type Process, SECRET, startProcess, until } from './support.js';

const HEADER = 'x-telegram-bot-api-secret-token';

describe('the door of the webhook', () => {
  let telegram: FakeTelegram;
  let bot: Process;

  beforeAll(async () => {
    telegram = await FakeTelegram.start();
    const databaseUrl = await createDatabase();
    bot = await startProcess({ telegram, databaseUrl, petition: await sample(), mode: 'webhook' });
    await until(() => bot.adapter.health().ok);
  });
  afterAll(async () => {
    await bot.stop();
    await telegram.stop();
  });

  const post = (body: string | Uint8Array, headers: Record<string, string> = { [HEADER]: SECRET }) =>
    ask(bot.webhook, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

  test.each([
    ['none', {}],
    ['a wrong one', { [HEADER]: 'another_secret-that-only-Telegram-and-the-bot-k' }],
    ['a short one', { [HEADER]: 'a' }],
    ['a longer one', { [HEADER]: `${SECRET}x` }],
    ['an empty one', { [HEADER]: '' }],
  ])('lets nobody in whose secret is %s', async (_what, headers) => {
    const person = telegram.person();
    const update = JSON.stringify({ update_id: 1, message: person.incoming(1, { text: '/start' }) });
    const { status } = await post(update, headers);
    expect(status).toBe(401);
    expect(await bot.database.query('SELECT key FROM petition_sample.conversations')).toEqual([]);
  });

  test.each(['null', '[]', '"text"', '7', '{}', '{"update_id":"7"}', '{"update_id":-1}', '', '{', '\u0000'])(
    'refuses %j, which is no update',
    async (body) => {
      expect(await post(body)).toMatchObject({ status: 400 });
    },
  );

  test.each([
    '{"update_id":1}',
    '{"update_id":1,"message":null}',
    '{"update_id":1,"message":{"text":"/start"}}',
  ])('lets %s go, of which nothing can be made', async (body) => {
    expect(await post(body)).toMatchObject({ status: 200, body: '' });
  });

  test('refuses a body of 5 MB, said to be so long or not', async () => {
    const body = Buffer.alloc(5_000_000, ' ');
    expect(await post(body)).toMatchObject({ status: 413 });
    const unsaid = { [HEADER]: SECRET, 'transfer-encoding': 'chunked' };
    expect(await post(body, unsaid)).toMatchObject({ status: 413 });
  });

  test('has no other method', async () => {
    expect(await ask(bot.webhook)).toMatchObject({ status: 405 });
  });
});
