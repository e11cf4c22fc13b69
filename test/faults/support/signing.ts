import { Bot } from './bot.js';
import { type Counts, count } from './counts.js';
import type { Finished } from './finished.js';
import { until } from './ports.js';

/** More people than ever get their turn. */
const CROWD = 1_000_000;

/** A bot whose crowd signs without a pause, while the database goes through what the test does to it. */
export interface Signing {
  readonly bot: Bot;
  /** Where the bot's HTTP server is. */
  readonly address: string;
  /** The people who saw the thanks. */
  thanked(): readonly number[];
  /** How many times people were told that it is not confirmed, or got an apology. */
  troubled(): number;
  /** Waits until so many more people are thanked. */
  more(people: number): Promise<void>;
  /** Waits until somebody else is told that something is wrong. */
  told(): Promise<void>;
  /** Lets everybody who has begun finish, and compares. */
  end(url: string): Promise<Counts>;
}

/**
 * Starts a bot, and its crowd.
 * @param lanes how many people sign at the same time
 */
export async function startSigning(
  env: Readonly<Record<string, string>>,
  finished: Finished,
  lanes = 8,
): Promise<Signing> {
  const bot = new Bot(env, finished);
  const address = await bot.ready();
  bot.order({ do: 'sign', from: 0, to: CROWD, lanes });
  const thanked = () => bot.reports('thanked').map(({ person }) => person);
  const troubled = () => bot.reports('unconfirmed').length + bot.reports('apology').length;
  const more = async (people: number) => {
    const before = thanked().length;
    await until(`${people} more people are thanked`, () => thanked().length >= before + people);
  };
  await more(2 * lanes);
  return {
    bot,
    address,
    thanked,
    troubled,
    more,
    async told() {
      const before = troubled();
      await until('people are told', () => troubled() > before);
    },
    async end(url) {
      bot.order({ do: 'stop' });
      await until('everybody has signed', () => bot.reports('done').length > 0);
      return count(url, thanked());
    },
  };
}
