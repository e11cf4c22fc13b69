import { benchDiscord } from './discord.js';
import { benchLedger } from './ledger.js';
import { benchPage } from './page.js';
import { PEERS, peerProgram } from './peers.js';
import { type Found, type Line, markdown, print, reached, save } from './report.js';
import { benchSlack } from './slack.js';
import { benchSpike } from './spike.js';
import { openStage, type Size, type Stage } from './stage.js';
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
    ['A spike on Telegram, with the page beside it', benchSpike],
  ],
  start: [['Start and idle, beside the reference bots', benchStart]],
};

const USAGE = `npm run bench -- [--quick | --large] [PART…]
parts: ${Object.keys(PARTS).join(', ')}
--quick: few people, few signatures: for trying out
--large: ten million signatures (15 GB of disk), and the spike in full: more than an hour`;

/** @throws Error with the usage, for a part or an option that is not there */
function readArguments(argv: readonly string[]): { readonly wanted: readonly string[]; readonly size: Size } {
  const wanted = argv.filter((word) => !word.startsWith('--'));
  const options = argv.filter((word) => word.startsWith('--'));
  const unknown = [
    ...wanted.filter((part) => !(part in PARTS)),
    ...options.filter((option) => option !== '--quick' && option !== '--large'),
  ];
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}\n${USAGE}`);
  const size = options.includes('--large') ? 'large' : options.includes('--quick') ? 'quick' : 'plain';
  return { wanted: wanted.length > 0 ? wanted : Object.keys(PARTS), size };
}

/** Runs the parts. A part that finds something wrong doesn't keep the others from running. */
async function run({ wanted, size }: ReturnType<typeof readArguments>): Promise<void> {
  if (wanted.includes('telegram') || wanted.includes('start')) PEERS.forEach(peerProgram);
  const stage = await openStage(size);
  const found: Found[] = [];
  let failed = false;
  try {
    for (const [part, benches] of Object.entries(PARTS)) {
      if (!wanted.includes(part)) continue;
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
  console.log(`\nFor docs/PERFORMANCE.md:\n\n${markdown(found)}`);
  const missed = found.some(({ lines }) => lines.some((line) => reached(line) === false));
  process.exitCode = failed ? 2 : missed ? 1 : 0;
}

try {
  await run(readArguments(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
