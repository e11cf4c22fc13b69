import { describe, expect, test } from 'vitest';
import { telegram } from '../../../adapters/telegram/index.js';
import { readSettings } from '../../../adapters/telegram/settings.js';

const TOKEN = '1234567890:not-a-real-token_for-tests-only';
const problemsOf = (env: Record<string, string>) => {
  const settings = readSettings(env);
  return settings !== null && 'problems' in settings ? settings.problems.map(({ variable }) => variable) : [];
};

describe('Telegram’s part of the environment', () => {
  test('switches inline mode on only where it is asked for', () => {
    const env = { TELEGRAM_BOT_TOKEN: '1:A' };
    expect(readSettings(env)).toMatchObject({ inline: false });
    expect(readSettings({ ...env, TELEGRAM_INLINE: 'on' })).toMatchObject({ inline: true });
    expect(readSettings({ ...env, TELEGRAM_INLINE: 'yes' })).toMatchObject({
      problems: [{ variable: 'TELEGRAM_INLINE' }],
    });
  });

  test('is nothing without a token', () => {
    expect(readSettings({ DISCORD_BOT_TOKEN: 'x' })).toBeNull();
    expect(readSettings({ TELEGRAM_BOT_TOKEN: ' ', TELEGRAM_MODE: 'webhook' })).toBeNull();
  });

  test('is a token, and polling at the public Bot API where nothing else is said', () => {
    expect(readSettings({ TELEGRAM_BOT_TOKEN: TOKEN })).toEqual({
      token: TOKEN,
      apiRoot: 'https://api.telegram.org/',
      delivery: { mode: 'polling' },
      processes: 1,
      inline: false,
      staffChats: [],
    });
  });

  test('needs an address and a secret for a webhook', () => {
    expect(problemsOf({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_MODE: 'webhook' })).toEqual([
      'TELEGRAM_WEBHOOK_SECRET',
      'PUBLIC_URL',
    ]);
    const settings = readSettings({
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_WEBHOOK_SECRET: 'abc_DEF-123',
      TELEGRAM_PROCESSES: '3',
      PUBLIC_URL: 'https://petition.example.org/',
    });
    expect(settings).toMatchObject({
      delivery: { mode: 'webhook', url: 'https://petition.example.org', secret: 'abc_DEF-123' },
      processes: 3,
      inline: false,
    });
  });

  test.each([
    ['TELEGRAM_BOT_TOKEN', 'bot1234:abc'],
    ['TELEGRAM_MODE', 'pull'],
    ['TELEGRAM_WEBHOOK_SECRET', 'with spaces'],
    ['TELEGRAM_WEBHOOK_SECRET', 'x'.repeat(257)],
    ['TELEGRAM_API_ROOT', 'api.telegram.org'],
    ['TELEGRAM_PROCESSES', '0'],
    ['TELEGRAM_PROCESSES', 'two'],
    ['TELEGRAM_STAFF_CHATS', '@neighbours'],
    ['TELEGRAM_STAFF_CHATS', '-100123,7000123'],
    ['TELEGRAM_STAFF_CHATS', '-100123=river,-100123'],
  ])('refuses %s=%s, and never repeats a value', (variable, value) => {
    const settings = readSettings({ TELEGRAM_BOT_TOKEN: TOKEN, [variable]: value });
    expect(settings).toMatchObject({ problems: [{ variable }] });
    expect(JSON.stringify(settings)).not.toContain(value);
  });

  test('names the groups of staff, for all petitions or for one', () => {
    const set = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_STAFF_CHATS: '-1001234567890, -42=river,' };
    expect(readSettings(set)).toMatchObject({
      staffChats: [
        { id: '-1001234567890', petition: null },
        { id: '-42', petition: 'river' },
      ],
    });
  });

  test('says all that is wrong at once', () => {
    expect(
      problemsOf({ TELEGRAM_BOT_TOKEN: 'a b', TELEGRAM_MODE: 'webhook', TELEGRAM_API_ROOT: 'x' }),
    ).toEqual(['TELEGRAM_BOT_TOKEN', 'TELEGRAM_API_ROOT', 'TELEGRAM_WEBHOOK_SECRET', 'PUBLIC_URL']);
  });

  test('makes a platform whose content has to fit', () => {
    expect(telegram.configure({ TELEGRAM_BOT_TOKEN: TOKEN })).toMatchObject({
      channel: 'telegram',
      limits: { text: 3_900 },
    });
  });
});
