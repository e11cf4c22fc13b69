import { builtProgram } from '../support/program.js';
import { compare, linesOf } from './compare.js';
import { signatureRows, startOurBot } from './our-bot.js';
import { startBot } from './processes.js';
import type { Line } from './report.js';
import { slackCrowd } from './slack-crowd.js';
import type { Stage } from './stage.js';

/** Slack shows an error for a press that is not acknowledged within 3 s; the aim leaves room for the way to and fro. */
const ACKNOWLEDGED_MS = 500;

/** Whole walks on Slack by signed requests, 200 people at once; beside Bolt without any state. */
export async function benchSlack(stage: Stage): Promise<Line[]> {
  const { postgres, sized } = stage;
  const [crowd, bareCrowd] = [await slackCrowd(), await slackCrowd()];
  const url = await postgres.createDatabase();
  const bot = await startOurBot(url, crowd.env);
  crowd.slack.deliverTo(`${bot.url}/slack/events`);
  const SCREENS = await stage.writeScreens(await crowd.see());
  const bare = await startBot(builtProgram('test/bench/programs/bare-slack'), { ...bareCrowd.env, SCREENS });
  bareCrowd.slack.deliverTo(`${bare.url}/slack/events`);
  try {
    const results = await compare(
      [
        { name: 'ours', crowd, bot, signatures: async () => (await signatureRows(url)) - 1 },
        { name: 'Bolt without state', crowd: bareCrowd, bot: bare, signatures: null },
      ],
      { atOnce: 200, people: sized({ quick: 300, plain: 750 }), rounds: 3, serverUrl: postgres.url },
    );
    return linesOf(results, { p99: ACKNOWLEDGED_MS });
  } finally {
    await Promise.all([bot.end(), bare.end()]);
    await Promise.all([crowd.stop(), bareCrowd.stop()]);
  }
}
