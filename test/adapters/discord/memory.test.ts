import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { snowflake } from '../../fakes/discord/snowflake.js';
import { createDatabase } from '../../support/postgres.js';
import { sample } from '../../transcripts/sample.js';
import { startBoth, until } from './support.js';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Less than a person, a server or a channel would take, which discord.js would keep of each tap. */
const MAX_KEPT_BYTES = 250;

const TAPS = 20_000;

async function heap(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    collectGarbage();
    await wait(20);
  }
  return process.memoryUsage().heapUsed;
}

test('thousands of taps of as many people, in as many channels, leave the memory as it was', async () => {
  let taps = 0;
  const { discord, stop } = await startBoth({
    databaseUrl: await createDatabase(),
    petition: await sample(),
    // What each tap leaves in the client and the adapter is looked at here, not in the store.
    before: () => ({
      async handle() {
        taps += 1;
        return 'repeat';
      },
    }),
  });

  async function tap(times: number): Promise<void> {
    const end = taps + times;
    for (let number = 0; number < times; number += 1) {
      discord.gateway.dispatch('INTERACTION_CREATE', tapOfAStranger());
      if (number % 500 === 0) await wait(0);
    }
    await until(() => taps === end, 60_000);
  }

  await tap(5_000);
  const before = await heap();
  await tap(TAPS);
  expect((await heap()) - before).toBeLessThan(TAPS * MAX_KEPT_BYTES);
  await stop();
});

/** A press on a screen, by somebody nobody has seen before, in a server nobody has seen before. */
function tapOfAStranger(): object {
  const [id, guildId, channelId, userId] = [snowflake(), snowflake(), snowflake(), snowflake()];
  const user = {
    id: userId,
    username: `user${userId}`,
    global_name: 'Amina',
    discriminator: '0',
    avatar: null,
  };
  return {
    id,
    token: `token-${id}`,
    type: 3,
    application_id: '1',
    version: 1,
    locale: 'fr',
    entitlements: [],
    app_permissions: '1024',
    channel: { id: channelId, type: 0 },
    channel_id: channelId,
    guild_id: guildId,
    member: {
      user,
      nick: null,
      permissions: '2048',
      roles: [],
      joined_at: new Date().toISOString(),
      flags: 0,
    },
    authorizing_integration_owners: { 0: guildId },
    context: 0,
    data: { custom_id: 'tagtag1.welcome.forward', component_type: 2 },
    message: {
      id: snowflake(),
      channel_id: channelId,
      author: { ...user, id: snowflake(), bot: true },
      content: '',
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      attachments: [],
      embeds: [],
      components: [],
      pinned: false,
      type: 20,
      flags: 64,
    },
  };
}
