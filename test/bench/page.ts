import { builtProgram } from '../support/program.js';
import { expectEqual, keepInFlight, median } from './measure.js';
import { startOurBot } from './our-bot.js';
import { type Bot, processorSeconds, startBot } from './processes.js';
import type { Line } from './report.js';
import type { Stage } from './stage.js';
import { telegramCrowd } from './telegram-crowd.js';
import { openViewers } from './viewers.js';

const IN_FLIGHT = 64;
const ROUNDS = 3;

interface Round {
  readonly perSecond: number;
  readonly p99: number;
  /** The server's processor time a request, in microseconds. */
  readonly processorUs: number;
}

/** Requests a second for the page and for the total, in turns with a server that answers with the same bytes. */
export async function benchPage(stage: Stage): Promise<Line[]> {
  const crowd = await telegramCrowd();
  const ours = await startOurBot(await stage.postgres.createDatabase(), { ...crowd.env, TRUST_PROXY: '1' });
  try {
    const lines: Line[] = [];
    for (const [path, type] of [
      ['/api/total', 'application/json'],
      ['/', 'text/html'],
    ] as const) {
      lines.push(...(await compareWithPlain(stage, ours, path, type)));
    }
    return lines;
  } finally {
    await ours.end();
    await crowd.stop();
  }
}

async function compareWithPlain({ sized }: Stage, ours: Bot, path: string, type: string): Promise<Line[]> {
  const viewers = openViewers(ours.url);
  const body = await viewers.look(path);
  const plain = await startBot(builtProgram('test/bench/programs/plain-page'), { BODY: body, TYPE: type });
  const plainViewers = openViewers(plain.url);
  const milliseconds = sized({ quick: 1_000, plain: 3_000 });
  const rounds = { ours: [] as Round[], plain: [] as Round[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    rounds.ours.push(await ask(ours, () => viewers.look(path), body, milliseconds));
    rounds.plain.push(await ask(plain, () => plainViewers.look(path), body, milliseconds));
  }
  await Promise.all([viewers.end(), plainViewers.end()]);
  await plain.end();
  const middle = (all: readonly Round[], of: (round: Round) => number) => median(all.slice(1).map(of));
  const rate = middle(rounds.ours, ({ perSecond }) => perSecond);
  const plainRate = middle(rounds.plain, ({ perSecond }) => perSecond);
  const plainUs = middle(rounds.plain, ({ processorUs }) => processorUs).toFixed(0);
  return [
    {
      what: `GET ${path}`,
      value: rate,
      unit: 'requests/s',
      note: `99 of 100 within ${middle(rounds.ours, ({ p99 }) => p99).toFixed(0)} ms; plain server: ${plainRate.toFixed(0)}, ours ${(rate / plainRate).toFixed(2)} times`,
    },
    {
      what: `GET ${path}: processor`,
      value: middle(rounds.ours, ({ processorUs }) => processorUs),
      unit: 'µs a request',
      note: `plain server: ${plainUs} µs`,
    },
  ];
}

async function ask(
  { pid }: Bot,
  look: () => Promise<string>,
  body: string,
  milliseconds: number,
): Promise<Round> {
  const before = processorSeconds(pid);
  const { done, perSecond, p99 } = await keepInFlight(IN_FLIGHT, milliseconds, async () => {
    expectEqual('bytes of an answer', (await look()).length, body.length);
    return true;
  });
  return { perSecond, p99, processorUs: ((processorSeconds(pid) - before) / done) * 1e6 };
}
