import { setTimeout as wait } from 'node:timers/promises';
import type { Finished } from '../../support/finished.js';
import { Bot, readyz } from './bot.js';
import { type Counts, count } from './counts.js';
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
  /** What people were told of the trouble, for the table. */
  saidOfTrouble(): string;
  /** Everything that `/readyz` has said so far, for the table. */
  readyzSaid(): string;
  /** Waits until so many more people are thanked. */
  more(people: number): Promise<void>;
  /** Waits until another person is told about a failure. */
  told(): Promise<void>;
  /** Waits until each of the people who sign at the same time is told about a failure. */
  allTold(): Promise<void>;
  /** Lets all people finish their walk, and compares the results. Nobody signs afterwards, until `again`. */
  end(url: string): Promise<Counts>;
  /** After `end`, for another fault: other people sign without a pause. The table shows only what they are told. */
  again(): Promise<void>;
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
  const thanked = () => bot.thanked();
  const unconfirmed = () => bot.reports('unconfirmed');
  const apologies = () => bot.reports('apology');
  const failures = () => [...unconfirmed(), ...apologies()];
  const troubled = () => failures().length;
  let crowds = 0;
  let before = { unconfirmed: 0, apologies: 0 };
  const more = async (people: number) => {
    const earlier = thanked().length;
    await until(`${people} more people are thanked`, () => thanked().length >= earlier + people);
  };
  const said = new Set<string>();
  const send = async () => {
    bot.order({ do: 'sign', from: crowds * CROWD, to: (crowds + 1) * CROWD, lanes });
    crowds += 1;
    await more(2 * lanes);
  };
  await send();
  const watching = new AbortController();
  finished(async () => watching.abort());
  void watchReadiness(address, said, watching.signal);
  return {
    bot,
    address,
    thanked,
    troubled,
    readyzSaid: () => [...said].join(', '),
    saidOfTrouble() {
      const apologised = apologies().length - before.apologies;
      const refused = `"not confirmed" ${unconfirmed().length - before.unconfirmed} times`;
      return apologised === 0 ? refused : `${refused}, an apology ${apologised} times`;
    },
    more,
    async told() {
      const earlier = troubled();
      await until('people are told', () => troubled() > earlier);
    },
    async allTold() {
      const earlier = new Set(failures());
      const told = () => new Set(failures().flatMap((each) => (earlier.has(each) ? [] : [each.person])));
      await until('everybody is told', () => told().size >= lanes);
    },
    async end(url) {
      bot.order({ do: 'stop' });
      await until('everybody has signed', () => bot.reports('done').length === crowds);
      return count(url, thanked());
    },
    async again() {
      if (bot.reports('done').length < crowds) return;
      said.clear();
      before = { unconfirmed: unconfirmed().length, apologies: apologies().length };
      await send();
    },
  };
}

/** How often a monitor of an impatient operator asks. */
const ASKED_EVERY_MS = 250;

async function watchReadiness(address: string, said: Set<string>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const answer = await readyz(address).catch(() => null);
    if (answer !== null) said.add([answer.status, ...answer.codes].join(' '));
    await wait(ASKED_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
