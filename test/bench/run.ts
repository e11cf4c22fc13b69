import { readArguments, type Wanted } from './arguments.js';
import { benchDiscord } from './discord.js';
import { benchLedger } from './ledger.js';
import { benchOpenPages } from './open-pages.js';
import { benchPage } from './page.js';
import { PEERS, peerProgram } from './peers.js';
import { type Found, type Line, markdown, print, reached, save } from './report.js';
import { benchSlack } from './slack.js';
import { benchSpike } from './spike.js';
import { openStage, type Stage } from './stage.js';
import { benchStart } from './start.js';
import { benchTelegram } from './telegram.js';
import { benchPace } from './telegram-pace.js';
import { benchTotal } from './total.js';
import { benchTurns } from './turns.js';

type Bench = (stage: Stage) => Promise<Line[]>;

/** The parts, in the order in which they run. */
const PARTS: Readonly<Record<string, readonly (readonly [title: string, bench: Bench])[]>> = {
  ledger: [['Signatures a second, beside plain upserts', benchLedger]],
  turns: [['Turns through the conductor, beside a plain read and upsert', benchTurns]],
  telegram: [
    ['Telegram, beside a telegraf wizard and a grammY conversation', benchTelegram],
    ['Telegram, below hidden ceilings', benchPace],
  ],
  discord: [['Discord, beside discord.js without state', benchDiscord]],
  slack: [['Slack, beside Bolt without state', benchSlack]],
  total: [['What grows with the signatures', benchTotal]],
  page: [
    ['The page, beside a plain server', benchPage],
    ['People sign while many pages are open', benchOpenPages],
    ['A spike on Telegram, with the page beside it', benchSpike],
  ],
  start: [['Start and idle, beside the reference bots', benchStart]],
};

/** Runs the parts. A part that finds something wrong doesn't keep the others from running. */
async function run({ parts, size }: Wanted): Promise<void> {
  if (parts.includes('telegram') || parts.includes('start')) PEERS.forEach(peerProgram);
  const stage = await openStage(size);
  const found: Found[] = [];
  let failed = false;
  try {
    for (const [part, benches] of Object.entries(PARTS)) {
      if (!parts.includes(part)) continue;
      for (const [title, bench] of benches) {
        try {
          const lines = await bench(stage);
          print(title, lines);
          found.push({ part, title, lines });
        } catch (error) {
          failed = true;
          console.error(`\n${title}: failed\n`, error);
        }
      }
    }
  } finally {
    await stage.end();
  }
  await save(size, found);
  console.log(`\nFor docs/PERFORMANCE.md:\n\n${markdown(size, found)}`);
  const missed = found.some(({ lines }) => lines.some((line) => reached(line) === false));
  process.exitCode = failed ? 2 : missed ? 1 : 0;
}

// An end by hand ends the bots as well: see `processes.ts`.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(2));
try {
  await run(readArguments(process.argv.slice(2), Object.keys(PARTS)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
// Ends also the bots that a part which failed has left.
process.exit();
