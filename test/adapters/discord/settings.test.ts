import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../adapters/discord/settings.js';

const TOKEN = 'not-a-real-token.for.tests-only';
const ID = '1234567890123456789';

describe("Discord's part of the environment", () => {
  test('is none without token and application id', () => {
    expect(readSettings({ DISCORD_API_ROOT: 'http://localhost:1', DISCORD_BOT_TOKEN: ' ' })).toBeNull();
  });

  test('is read whole', () => {
    const env = {
      DISCORD_BOT_TOKEN: TOKEN,
      DISCORD_APPLICATION_ID: ID,
      DISCORD_API_ROOT: 'http://localhost:1/api/',
    };
    expect(readSettings(env)).toEqual({ token: TOKEN, applicationId: ID, apiRoot: 'http://localhost:1/api' });
  });

  test.each(['/v10', '/v10/', '/', ''])('means the same API with "%s" at the end of its address', (end) => {
    const read = readSettings({
      DISCORD_BOT_TOKEN: TOKEN,
      DISCORD_APPLICATION_ID: ID,
      DISCORD_API_ROOT: `https://discord.com/api${end}`,
    });
    expect(read).toMatchObject({ apiRoot: 'https://discord.com/api' });
  });

  test('leads to Discord itself where nothing else is said', () => {
    expect(readSettings({ DISCORD_BOT_TOKEN: TOKEN, DISCORD_APPLICATION_ID: ID })).toMatchObject({
      apiRoot: 'https://discord.com/api',
    });
  });

  test('says all that is wrong at once, and never repeats a value', () => {
    const wrong = { DISCORD_BOT_TOKEN: 'Bot secret', DISCORD_API_ROOT: 'http://example.org' };
    const read = readSettings(wrong);
    expect(read).toEqual({
      problems: [
        { variable: 'DISCORD_BOT_TOKEN', message: expect.stringContaining('without "Bot"') },
        { variable: 'DISCORD_APPLICATION_ID', message: expect.stringContaining('set this variable') },
        { variable: 'DISCORD_API_ROOT', message: expect.stringContaining('https') },
      ],
    });
    expect(JSON.stringify(read)).not.toContain('secret');
  });
});
