import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { discord as platform } from '../../../adapters/discord/index.js';
import { BAD_GATEWAY, banPage } from '../../fakes/discord/faults.js';
import { type FakeDiscord, startDiscord } from '../../fakes/discord/server.js';

describe('what the operator is told of Discord', () => {
  let discord: FakeDiscord;
  beforeEach(async () => {
    discord = await startDiscord();
  });
  afterEach(() => discord.stop());

  async function check(change: Record<string, string> = {}) {
    const configured = platform.configure({
      DISCORD_BOT_TOKEN: discord.token,
      DISCORD_APPLICATION_ID: discord.applicationId,
      DISCORD_API_ROOT: discord.apiRoot,
      ...change,
    });
    if (configured === null || 'problems' in configured) throw new Error('not configured');
    return configured.check();
  }

  const told = (lines: Awaited<ReturnType<typeof check>>) =>
    lines.map(({ ok, subject, message }) => `${ok ? 'ok' : 'no'} ${subject}: ${message}`);

  test('is that all is well, and how to add the bot to a server', async () => {
    expect(told(await check())).toEqual([
      'ok Discord: token: Discord knows the bot as petition',
      'ok Discord: application: the token belongs to this application',
      expect.stringContaining('ok Discord: commands: not registered yet'),
      expect.stringMatching(
        /^ok Discord: invite: .*client_id=\d+&integration_type=0&scope=bot\+applications.commands&permissions=1024$/,
      ),
    ]);
  });

  test('is that the commands are of another version', async () => {
    discord.registry.commands.push({
      id: '1',
      name: 'petition',
      description: 'x',
      type: 1,
      contexts: [0],
      options: [],
    });
    expect(told(await check())).toContainEqual(
      expect.stringContaining('the bot updates them at the next start'),
    );
  });

  test('is which settings of the developer portal keep the bot from working', async () => {
    Object.assign(discord.portal, {
      interactions_endpoint_url: 'https://example.org/interactions',
      bot_public: false,
      integration_types_config: { 0: {} },
    });
    const wrong = told(await check()).filter((line) => line.startsWith('no'));
    expect(wrong).toEqual([
      expect.stringMatching(/^no Discord: endpoint: .*empty the field "Interactions Endpoint URL"/),
      expect.stringMatching(/^no Discord: public: .*switch on "Public Bot"/),
      expect.stringMatching(/^no Discord: installation: tick "User Install" on/),
    ]);
    discord.portal.integration_types_config = {};
    expect(told(await check()).join()).toContain('tick "Guild Install" and "User Install"');
  });

  test('is that the token is refused, and where to get another', async () => {
    const lines = told(await check({ DISCORD_BOT_TOKEN: 'not.this.one' }));
    expect(lines).toEqual([
      expect.stringMatching(/^no Discord: token: Discord refuses DISCORD_BOT_TOKEN: reset/),
    ]);
    expect(lines.join()).not.toContain('not.this.one');
  });

  test("is that the application is another's", async () => {
    expect(told(await check({ DISCORD_APPLICATION_ID: '123456789012345678' }))).toEqual([
      expect.stringContaining('ok Discord: token'),
      `no Discord: application: the token belongs to application ${discord.applicationId}: set DISCORD_APPLICATION_ID to that, or use the token of the other application`,
    ]);
  });

  test('is that Cloudflare bans the address, and for how long', async () => {
    discord.faults.plan(/users/, banPage(429, { 'Retry-After': '1800' }));
    expect(told(await check())).toEqual([
      expect.stringMatching(/^no Discord: token: Cloudflare has banned .* for about 30 more minutes/),
    ]);
  });

  test('is that Discord did not answer', async () => {
    discord.faults.plan(/users/, BAD_GATEWAY, 9);
    expect(told(await check())).toEqual([
      expect.stringContaining('no Discord: token: Discord did not answer (HTTPError)'),
    ]);
    await discord.leave();
    expect(told(await check())).toEqual([expect.stringContaining('did not answer (ECONNREFUSED)')]);
  });
});
