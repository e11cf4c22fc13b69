import { come } from './arrivals.js';
import { openListeners } from './listeners.js';
import { expectEqual, quantile } from './measure.js';
import { signatureRows, startOurBot } from './our-bot.js';
import { processorSeconds, residentMegabytes } from './processes.js';
import type { Line } from './report.js';
import type { Stage } from './stage.js';
import { telegramCrowd } from './telegram-crowd.js';
import { openViewers } from './viewers.js';

/** As many as one process takes: `MAX_LISTENERS` of `src/http/total-events.ts`. */
const PAGES = 2_000;
const REQUESTS_A_SECOND = 500;

/** As after a broadcast. */
const SIGNERS_A_SECOND = 33;

/** A campaign's numbers move once in 60 s. Here six times as often, so that a short run has some changes. */
const REFRESH_SECONDS = 10;

/** Nobody presses again meanwhile: Telegram keeps a press until the bot takes it. */
const PATIENCE_MS = 3_600_000;

const WARM_UP_SECONDS = 5;

/**
 * People sign while nobody looks at the page, then while many pages are open and other sites ask for the total, then
 * while nobody looks once more.
 */
export async function benchOpenPages({ postgres, sized }: Stage): Promise<Line[]> {
  const seconds = sized({ quick: 10, plain: 30, large: 300 });
  const crowd = await telegramCrowd(PATIENCE_MS);
  const databaseUrl = await postgres.createDatabase();
  const env = { ...crowd.env, TRUST_PROXY: '1', PUBLIC_REFRESH_SECONDS: String(REFRESH_SECONDS) };
  const bot = await startOurBot(databaseUrl, env);
  const viewers = openViewers(bot.url);
  const asked: number[] = [];
  let signed = 0;

  /** People sign for so long; gives how long each press took, in milliseconds. */
  async function sign(during: number): Promise<number[]> {
    const before = crowd.took.length;
    signed += await come(SIGNERS_A_SECOND * during, during, () => crowd.sign());
    return crowd.took.slice(before);
  }

  async function ask(): Promise<void> {
    const begun = performance.now();
    await viewers.look('/api/total');
    asked.push(performance.now() - begun);
  }

  await sign(WARM_UP_SECONDS);
  const alone = await sign(seconds);
  const pages = await openListeners(bot.url, PAGES);
  const [processor, begun] = [processorSeconds(bot.pid), performance.now()];
  const asking = come(REQUESTS_A_SECOND * seconds, seconds, ask).then(
    () => asked.length / ((performance.now() - begun) / 1_000),
  );
  const [beside, rate] = await Promise.all([sign(seconds), asking]);
  const busy = (processorSeconds(bot.pid) - processor) / ((performance.now() - begun) / 1_000);
  const megabytes = residentMegabytes(bot.pid);
  const end = performance.now();
  await pages.allTold(signed);
  const toldAfter = (performance.now() - end) / 1_000;
  pages.close();
  alone.push(...(await sign(seconds)));

  const rows = await signatureRows(databaseUrl);
  expectEqual('signature rows', rows, signed);
  expectEqual('presses that led nowhere', crowd.again(), 0);
  await viewers.end();
  await bot.end();
  await crowd.stop();

  const ms = (took: readonly number[], share: number) => `${quantile(took, share).toFixed(0)} ms`;
  const what = `${PAGES.toLocaleString('en')} open pages, ${REQUESTS_A_SECOND} requests a second`;
  return [
    {
      what: `${what}: lost`,
      value: signed - rows,
      unit: 'signatures',
      note: `of ${signed.toLocaleString('en')}; all pages had the last number ${toldAfter.toFixed(1)} s after the last signature (it moves every ${REFRESH_SECONDS} s); ${pages.told().toLocaleString('en')} numbers sent`,
      target: { atMost: 0 },
    },
    {
      what: `${what}: from press to answer, 99 of 100`,
      value: quantile(beside, 0.99),
      unit: 'ms',
      note: `middle ${ms(beside, 0.5)}; while nobody looks: ${ms(alone, 0.99)}, middle ${ms(alone, 0.5)}; ${SIGNERS_A_SECOND} people sign a second`,
      target: { atMost: 500 },
    },
    {
      what: `${what}: the total, 99 of 100`,
      value: quantile(asked, 0.99),
      unit: 'ms',
      note: `middle ${ms(asked, 0.5)}; ${rate.toFixed(0)} requests a second were answered`,
    },
    {
      what: `${what}: first number of a page, 99 of 100`,
      value: quantile(pages.opened, 0.99),
      unit: 'ms',
      note: 'while a hundred open at once',
    },
    {
      what: `${what}: memory`,
      value: megabytes,
      unit: 'MB',
      note: `${busy.toFixed(2)} of a processor`,
    },
  ];
}
