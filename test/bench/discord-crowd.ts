import { buttonsOf, readingOf, type StoredMessage } from '../fakes/discord/messages.js';
import { type FakeDiscord, startDiscord } from '../fakes/discord/server.js';
import { type WatchingCrowd, watchingCrowd } from './watching-crowd.js';

/** A fake Discord and its people, who meet the bot in direct messages. */
export interface DiscordCrowd extends WatchingCrowd {
  readonly discord: FakeDiscord;
}

export async function discordCrowd(): Promise<DiscordCrowd> {
  const discord = await startDiscord();
  const crowd = watchingCrowd<StoredMessage>({
    env: {
      DISCORD_BOT_TOKEN: discord.token,
      DISCORD_APPLICATION_ID: discord.applicationId,
      DISCORD_API_ROOT: discord.apiRoot,
    },
    person() {
      const person = discord.person();
      return { command: () => person.command('sign'), press: (message) => person.press(0, message) };
    },
    read: ({ data }) => ({ text: readingOf(data).text, labels: buttonsOf(data).map(({ label }) => label) }),
    forget: () => void discord.requests.splice(0),
    stop: () => discord.stop(),
  });
  return { ...crowd, discord };
}
