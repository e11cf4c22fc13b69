import { Command } from 'commander';
import { CONTENT_DIR } from '../paths.js';
import { loadSettings } from '../petition/load-settings.js';
import { offsetsNow, totalShown } from '../petition/offsets.js';
import { countOf } from '../petition/settings.js';
import type { CommandContext } from './context.js';
import { placeFor, withLedger } from './open.js';

interface TotalOptions {
  readonly json?: boolean;
  readonly preview?: boolean;
}

/** `petition total`: the running total. */
export function totalCommand(context: CommandContext): Command {
  return new Command('total')
    .summary('show the running total')
    .description(
      'Shows the total as the public sees it, and what it is made of: the offset (actions counted elsewhere: ' +
        '`offset` has more) and the signatures collected here. Reads one row, however many signatures there are.',
    )
    .option('--json', 'as one line of JSON')
    .option('--preview', 'of the preview, also where a platform is configured')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run petition -- total\n  npm run --silent petition -- total --json\n',
    )
    .action((options: TotalOptions) => showTotal(context, options));
}

async function showTotal(context: CommandContext, options: TotalOptions): Promise<void> {
  const { io } = context;
  const place = placeFor(context, options.preview);
  const { petition: name } = place;
  const settings = loadSettings(CONTENT_DIR, name);
  const { collected, recorded } = await withLedger(place, io.now, async (ledger) => ({
    collected: await ledger.counted(),
    recorded: await ledger.offsets(),
  }));
  const offsets = offsetsNow(settings, recorded);
  const offset = countOf(offsets);
  const total = totalShown(offsets, collected);
  if (options.json) {
    const asOf = io.now().toISOString();
    const { preview } = place;
    io.write(`${JSON.stringify({ petition: name, preview, total, offset, collected, asOf })}\n`);
    return;
  }
  const line = (label: string, count: number, note: string) =>
    `${label.padEnd(10)} ${String(count).padStart(String(total).length)}${note}\n`;
  io.write(
    line('total', total, place.preview ? '   (a preview: its signatures count in no campaign)' : '') +
      line('offset', offset, `   (${offsets.map(({ source, day }) => `${source}, ${day}`).join('; ')})`) +
      line('collected', collected, ''),
  );
}
