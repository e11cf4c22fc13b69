import { z } from 'zod';
import { come } from './arrivals.js';
import { expectEqual, quantile } from './measure.js';
import { signatureRows, startOurBot } from './our-bot.js';
import type { Line } from './report.js';
import type { Stage } from './stage.js';
import { telegramCrowd } from './telegram-crowd.js';
import { openViewers } from './viewers.js';

/** A broadcast: 2,000 people a minute sign, and 5,000 look at the page. */
const SIGNERS_A_MINUTE = 2_000;
const VIEWERS_A_MINUTE = 5_000;

/** Nobody presses again meanwhile: Telegram keeps a press until the bot takes it. */
const PATIENCE_MS = 3_600_000;

const totalSchema = z.object({ signatures: z.number() });

/** A spike as after a broadcast, then ten times that. People come whether or not those before them were answered. */
export async function benchSpike(stage: Stage): Promise<Line[]> {
  const { sized } = stage;
  const seconds = sized({ quick: 10, plain: 60, large: 600 });
  const tenfold = sized({ quick: 3, plain: 15, large: 600 });
  return [...(await spike(stage, 1, seconds)), ...(await spike(stage, 10, tenfold))];
}

async function spike({ postgres }: Stage, times: number, seconds: number): Promise<Line[]> {
  const crowd = await telegramCrowd(PATIENCE_MS);
  const url = await postgres.createDatabase();
  const bot = await startOurBot(url, { ...crowd.env, TRUST_PROXY: '1' });
  const viewers = openViewers(bot.url);
  const looked: number[] = [];
  let highest = 0;

  async function look(path: string): Promise<void> {
    const begun = performance.now();
    const body = await viewers.look(path);
    looked.push(performance.now() - begun);
    if (path !== '/api/total') return;
    highest = Math.max(highest, totalSchema.parse(JSON.parse(body)).signatures);
  }

  const begun = performance.now();
  const signers = come((SIGNERS_A_MINUTE * times * seconds) / 60, seconds, () => crowd.sign());
  const visits = come((VIEWERS_A_MINUTE * times * seconds) / 60, seconds, (visit) =>
    look(visit % 2 === 0 ? '/api/total' : '/'),
  );
  const [signed] = await Promise.all([signers, visits]);
  const late = (performance.now() - begun) / 1_000 - seconds;
  expectEqual('signature rows after the spike', await signatureRows(url), signed);
  await look('/api/total');
  expectEqual('the public total after the spike', highest, signed);
  expectEqual('presses that led nowhere', crowd.again(), 0);
  await viewers.end();
  await bot.end();
  await crowd.stop();

  const what = `${(SIGNERS_A_MINUTE * times).toLocaleString('en')} people a minute for ${seconds} s`;
  return [
    {
      what: `${what}: lost`,
      value: signed - highest,
      unit: 'signatures',
      note: `of ${signed.toLocaleString('en')}, beside ${looked.length.toLocaleString('en')} requests for page and total`,
      target: { atMost: 0 },
    },
    {
      what: `${what}: from press to answer, 99 of 100`,
      value: quantile(crowd.took, 0.99),
      unit: 'ms',
      note: `middle ${quantile(crowd.took, 0.5).toFixed(0)} ms; the last person had signed ${Math.max(0, late).toFixed(0)} s after the end`,
    },
    { what: `${what}: page and total, 99 of 100`, value: quantile(looked, 0.99), unit: 'ms' },
  ];
}
