import type { Crowd } from './crowd.js';
import { expectEqual, keepInFlight, median } from './measure.js';
import { type Bot, processorSeconds, residentMegabytes, serverSeconds } from './processes.js';
import type { Line } from './report.js';

/** A bot, and the people on the platform that it answers. */
export interface Entrant {
  readonly name: string;
  readonly bot: Bot;
  readonly crowd: Crowd;
  /** How many signatures its database has; null if it keeps none. */
  readonly signatures: (() => Promise<number>) | null;
}

/** How one bot did: medians of all rounds, of one signature. */
export interface Result {
  readonly name: string;
  readonly perSecond: number;
  readonly botMs: number;
  readonly databaseMs: number;
  /** From press to answer, in milliseconds: all but one in a hundred. */
  readonly p99: number;
  /** Presses that led nowhere, in all rounds. */
  readonly again: number;
  /** How many have signed in all rounds, and how much memory the bot held before and after. */
  readonly signed: number;
  readonly idleMegabytes: number;
  readonly megabytes: number;
}

interface Round {
  readonly perSecond: number;
  readonly botMs: number;
  readonly databaseMs: number;
  readonly p99: number;
}

export interface Comparison {
  /** How many people walk at the same time. */
  readonly atOnce: number;
  /** How many sign in each round, and how many rounds count. One more round before them warms all up. */
  readonly people: number;
  readonly rounds: number;
  /** The PostgreSQL server of all of them. */
  readonly serverUrl: string;
}

/** Has people sign with each bot in turns, and checks that each has all signatures. */
export async function compare(entrants: readonly Entrant[], comparison: Comparison): Promise<Result[]> {
  const rounds = entrants.map((): Round[] => []);
  const idle = entrants.map(({ bot }) => residentMegabytes(bot.pid));
  let signed = 0;
  for (let round = 0; round <= comparison.rounds; round += 1) {
    for (const [index, entrant] of entrants.entries()) rounds[index]?.push(await sign(entrant, comparison));
    signed += comparison.people;
  }
  const results: Result[] = [];
  for (const [index, { name, bot, crowd, signatures }] of entrants.entries()) {
    if (signatures !== null) expectEqual(`signatures of ${name}`, await signatures(), signed);
    const counted = rounds[index]?.slice(1) ?? [];
    const middle = (of: (round: Round) => number) => median(counted.map(of));
    results.push({
      name,
      perSecond: middle(({ perSecond }) => perSecond),
      botMs: middle(({ botMs }) => botMs),
      databaseMs: middle(({ databaseMs }) => databaseMs),
      p99: middle(({ p99 }) => p99),
      again: crowd.again(),
      signed,
      idleMegabytes: idle[index] ?? Number.NaN,
      megabytes: residentMegabytes(bot.pid),
    });
  }
  return results;
}

async function sign({ bot, crowd }: Entrant, { atOnce, people, serverUrl }: Comparison): Promise<Round> {
  const before = { bot: processorSeconds(bot.pid), database: await serverSeconds(serverUrl) };
  crowd.took.splice(0);
  let begun = 0;
  const walks = keepInFlight(atOnce, Number.POSITIVE_INFINITY, async () => {
    if (begun === people) return false;
    begun += 1;
    await crowd.sign();
    return true;
  });
  const { done, perSecond } = await Promise.race([walks, bot.gone]);
  expectEqual('people who saw the thanks', done, people);
  const took = crowd.took.toSorted((a, b) => a - b);
  return {
    perSecond,
    botMs: ((processorSeconds(bot.pid) - before.bot) / people) * 1_000,
    databaseMs: (((await serverSeconds(serverUrl)) - before.database) / people) * 1_000,
    p99: took[Math.floor(took.length * 0.99)] ?? Number.NaN,
  };
}

/** What is aimed at for our own bot. */
export interface Targets {
  readonly perSecond?: number;
  readonly processorMs?: number;
  readonly p99?: number;
  readonly megabytes?: number;
}

/** The lines of one platform: our bot (the first) beside the others. */
export function linesOf([ours, ...others]: readonly Result[], targets: Targets): Line[] {
  if (ours === undefined) return [];
  const all = [ours, ...others];
  const aim = (result: Result, target: number | undefined, kind: 'atLeast' | 'atMost') =>
    result !== ours || target === undefined
      ? {}
      : { target: kind === 'atLeast' ? { atLeast: target } : { atMost: target } };
  return [
    ...all.map((one) => ({
      what: `${one.name}: throughput`,
      value: one.perSecond,
      unit: 'signatures/s',
      note:
        one === ours
          ? `presses that led nowhere: ${one.again}`
          : `ours: ${(ours.perSecond / one.perSecond).toFixed(2)} times; presses that led nowhere: ${one.again}`,
      ...aim(one, targets.perSecond, 'atLeast'),
    })),
    ...all.map((one) => ({
      what: `${one.name}: processor`,
      value: one.botMs + one.databaseMs,
      unit: 'ms a signature',
      note: `${one.botMs.toFixed(1)} ms in the bot, ${one.databaseMs.toFixed(1)} ms in the database`,
      ...aim(one, targets.processorMs, 'atMost'),
    })),
    ...all.map((one) => ({
      what: `${one.name}: from press to answer, 99 of 100`,
      value: one.p99,
      unit: 'ms',
      ...aim(one, targets.p99, 'atMost'),
    })),
    ...all.map((one) => ({
      what: `${one.name}: memory after ${one.signed.toLocaleString('en')} people`,
      value: one.megabytes,
      unit: 'MB',
      note: `${one.idleMegabytes.toFixed(0)} MB before`,
      ...aim(one, targets.megabytes, 'atMost'),
    })),
  ];
}
