import { builtProgram } from '../support/program.js';
import { until } from '../support/until.js';
import { compare, linesOf } from './compare.js';
import { discordCrowd } from './discord-crowd.js';
import { signatureRows, startOurBot } from './our-bot.js';
import { startBot } from './processes.js';
import type { Line } from './report.js';
import type { Stage } from './stage.js';

/** Discord fails a press that is not acknowledged within 3 s; the aim leaves room for the way to and fro. */
const ACKNOWLEDGED_MS = 500;

/** Whole walks on Discord over the gateway, 200 people at once; beside discord.js without any state. */
export async function benchDiscord(stage: Stage): Promise<Line[]> {
  const { postgres, sized } = stage;
  const [crowd, bareCrowd] = [await discordCrowd(), await discordCrowd()];
  const url = await postgres.createDatabase();
  const bot = await startOurBot(url, crowd.env);
  await until(() => crowd.discord.gateway.connected === 1);
  const SCREENS = await stage.writeScreens(await crowd.see());
  const bare = await startBot(builtProgram('test/bench/programs/bare-discord'), {
    ...bareCrowd.env,
    SCREENS,
  });
  try {
    const results = await compare(
      [
        { name: 'ours', crowd, bot, signatures: async () => (await signatureRows(url)) - 1 },
        { name: 'discord.js without state', crowd: bareCrowd, bot: bare, signatures: null },
      ],
      { atOnce: 200, people: sized({ quick: 300, plain: 1_250 }), rounds: 3, serverUrl: postgres.url },
    );
    return linesOf(results, { p99: ACKNOWLEDGED_MS });
  } finally {
    await Promise.all([bot.end(), bare.end()]);
    await Promise.all([crowd.stop(), bareCrowd.stop()]);
  }
}
