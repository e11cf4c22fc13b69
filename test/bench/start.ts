import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PROJECT_ROOT } from '../../src/paths.js';
import { discordCrowd } from './discord-crowd.js';
import { median } from './measure.js';
import { startOurBot } from './our-bot.js';
import { PEERS, peerProgram } from './peers.js';
import { type Bot, processorSeconds, residentMegabytes, startBot } from './processes.js';
import type { Line } from './report.js';
import { slackCrowd } from './slack-crowd.js';
import type { Stage } from './stage.js';
import { telegramCrowd } from './telegram-crowd.js';

const ROUNDS = 3;

/** How long each program is left alone before its memory and its idle time are read. */
const IDLE_MS = 5_000;

interface Idle {
  readonly startedInMs: number;
  readonly megabytes: number;
  /** The share of one processor that it takes, in thousandths. */
  readonly permille: number;
}

/** Start and idle memory of the program with one platform, in turns with the reference bots. */
export async function benchStart(stage: Stage): Promise<Line[]> {
  const { postgres, sized } = stage;
  const [telegram, discord, slack] = [await telegramCrowd(), await discordCrowd(), await slackCrowd()];
  const SCREENS = await stage.writeScreens([{ text: 'A screen', labels: ['Next'] }]);
  const program = join(PROJECT_ROOT, 'dist/src/main.js');
  const ours = Object.entries({ Telegram: telegram, Discord: discord, Slack: slack }).map(
    ([name, { env }]) =>
      [
        `ours with ${name}`,
        async () => startOurBot(await postgres.createDatabase(), env, program, ['serve']),
      ] as const,
  );
  const peers = PEERS.map((name) => {
    const file = peerProgram(name);
    return [
      name,
      async () => startBot(file, { ...telegram.env, DATABASE_URL: await postgres.createDatabase(), SCREENS }),
    ] as const;
  });
  const contenders = [...ours, ...peers];
  const found = contenders.map((): Idle[] => []);
  for (let round = 0; round < sized({ quick: 1, plain: ROUNDS }); round += 1) {
    for (const [index, [, start]] of contenders.entries()) found[index]?.push(await idle(start));
  }
  await Promise.all([telegram.stop(), discord.stop(), slack.stop()]);

  return contenders.flatMap(([name], index): Line[] => {
    const middle = (of: (idle: Idle) => number) => median((found[index] ?? []).map(of));
    const isOurs = index < ours.length;
    return [
      {
        what: `${name}: idle`,
        value: middle(({ megabytes }) => megabytes),
        unit: 'MB',
        note: `${(middle(({ permille }) => permille) / 10).toFixed(1)} % of a processor`,
        ...(isOurs ? { target: { atMost: 100 } } : {}),
      },
      { what: `${name}: until ready`, value: middle(({ startedInMs }) => startedInMs), unit: 'ms' },
    ];
  });
}

async function idle(start: () => Promise<Bot>): Promise<Idle> {
  const bot = await start();
  const before = processorSeconds(bot.pid);
  await wait(IDLE_MS);
  const found = {
    startedInMs: bot.startedInMs,
    megabytes: residentMegabytes(bot.pid),
    permille: ((processorSeconds(bot.pid) - before) / IDLE_MS) * 1e6,
  };
  await bot.end();
  return found;
}
