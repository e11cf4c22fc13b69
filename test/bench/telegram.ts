import { builtProgram } from '../support/program.js';
import { compare, type Entrant, linesOf } from './compare.js';
import { signatureRows, startOurBot } from './our-bot.js';
import { PEERS, peerProgram } from './peers.js';
import { startBot } from './processes.js';
import type { Line } from './report.js';
import type { Stage } from './stage.js';
import { telegramCrowd } from './telegram-crowd.js';

/**
 * Whole walks on Telegram by webhook, 200 people at once, without limits on sending. Beside our bot: a telegraf wizard
 * and a grammY conversation that show the same screens and write a row for each signature; and telegraf without any
 * state, which shows how much the fake and the library allow.
 */
export async function benchTelegram(stage: Stage): Promise<Line[]> {
  const files = PEERS.map((name) => [name, peerProgram(name)] as const);
  const { postgres, sized } = stage;
  const ours = await ourEntrant(stage);
  const SCREENS = await stage.writeScreens(await ours.crowd.see());
  const entrants: Entrant[] = [ours];
  for (const [name, file] of files) {
    const crowd = await telegramCrowd();
    const url = await postgres.createDatabase();
    entrants.push({
      name,
      crowd,
      bot: await startBot(file, { ...crowd.env, DATABASE_URL: url, SCREENS }),
      signatures: () => signatureRows(url, 'signatures'),
    });
  }
  const crowd = await telegramCrowd();
  const bare = builtProgram('test/bench/programs/bare-telegram');
  entrants.push({
    name: 'telegraf without state',
    crowd,
    bot: await startBot(bare, { ...crowd.env, SCREENS }),
    signatures: null,
  });
  try {
    const people = sized({ quick: 300, plain: 1_250 });
    const results = await compare(entrants, { atOnce: 200, people, rounds: 3, serverUrl: postgres.url });
    return linesOf(results, { perSecond: 160, processorMs: 6, megabytes: 160 });
  } finally {
    for (const entrant of entrants) {
      await entrant.bot.end();
      await entrant.crowd.stop();
    }
  }
}

async function ourEntrant({ postgres }: Stage) {
  const crowd = await telegramCrowd();
  const url = await postgres.createDatabase();
  const bot = await startOurBot(url, crowd.env);
  // The person who shows us the screens signs, too.
  return { name: 'ours', crowd, bot, signatures: async () => (await signatureRows(url)) - 1 };
}
