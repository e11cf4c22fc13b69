import type { Answer } from '../fakes/discord/interactions.js';
import { buttonsOf, readingOf, type StoredMessage } from '../fakes/discord/messages.js';
import { type FakeDiscord, startDiscord } from '../fakes/discord/server.js';
import { type Crowd, type Screen, type Walker, Walks } from './crowd.js';
import { TURNS } from './walk.js';

/** A fake Discord and its people, who meet the bot in direct messages. */
export interface DiscordCrowd extends Crowd {
  readonly discord: FakeDiscord;
  /** The environment of a bot on this Discord. */
  readonly env: Readonly<Record<string, string>>;
  /** A new person walks to the thanks; gives what the person was shown at each step. */
  see(): Promise<Screen[]>;
}

export async function discordCrowd(): Promise<DiscordCrowd> {
  const discord = await startDiscord();
  const walks = new Walks(TURNS);

  function walker(): Walker & { shown(): StoredMessage | null } {
    const person = discord.person();
    let shown: StoredMessage | null = null;
    const sees = () => (shown === null ? undefined : readingOf(shown.data).text);
    const isAnswered = async (answered: Promise<Answer>): Promise<boolean> => {
      const before = sees();
      const answer = await answered;
      if (answer.kind === 'message') shown = answer.message;
      return sees() !== before;
    };
    return {
      sees,
      shown: () => shown,
      command: () => isAnswered(person.command('sign')),
      press: () => isAnswered(shown === null ? person.command('sign') : person.press(0, shown)),
    };
  }

  return {
    discord,
    env: {
      DISCORD_BOT_TOKEN: discord.token,
      DISCORD_APPLICATION_ID: discord.applicationId,
      DISCORD_API_ROOT: discord.apiRoot,
    },
    took: walks.took,
    again: () => walks.again,
    async sign() {
      await walks.walk(walker());
      discord.requests.splice(0);
    },
    async see() {
      const seen: Screen[] = [];
      const one = walker();
      await walks.walk(one, () => {
        const data = one.shown()?.data;
        if (data === undefined) return;
        seen.push({ text: readingOf(data).text, labels: buttonsOf(data).map(({ label }) => label) });
      });
      return seen;
    },
    stop: () => discord.stop(),
  };
}
