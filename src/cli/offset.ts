import { Command } from 'commander';
import { dayOf, daySchema, isInFuture } from '../day.js';
import { CommandError } from '../explain.js';
import { CONTENT_DIR } from '../paths.js';
import { loadSettings } from '../petition/load-settings.js';
import { type Offset, offsetsNow, type RecordedOffset } from '../petition/offsets.js';
import { countOf } from '../petition/settings.js';
import type { CommandContext } from './context.js';
import { placeFor, withLedger } from './open.js';

interface OffsetOptions {
  readonly set?: string;
  readonly day?: string;
  readonly json?: boolean;
  readonly preview?: boolean;
}

/** `petition offset`: what was counted elsewhere, and newer figures of it. */
export function offsetCommand(context: CommandContext): Command {
  const command: Command = new Command('offset')
    .summary('show what was counted elsewhere, or record a newer figure')
    .description(
      'Shows the counts of actions elsewhere that every total includes: those of petition.yaml, each with the last ' +
        'figure that was recorded for it, and all figures that were recorded. --set records a newer figure; the ' +
        'running bot shows it within a minute. A figure whose day is before the day in petition.yaml no longer counts.',
    )
    .argument('[count]', 'with --set: the figure')
    .option('--set <name>', 'records a newer figure of this count; its name as in petition.yaml')
    .option('--day <day>', 'with --set: the day on which the figure was read, such as 2027-01-15')
    .option('--json', 'as one line of JSON')
    .option('--preview', 'of the preview, also where a platform is configured')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  npm run petition -- offset\n' +
        '  npm run petition -- offset --set "Amnesty International Canada" 1204 --day 2027-01-15\n',
    );
  return command.action(async (written: string | undefined, options: OffsetOptions) => {
    if (options.set === undefined) {
      if (written !== undefined || options.day !== undefined) {
        command.error('error: a count and --day belong to --set NAME');
      }
      return offset(context, options, null);
    }
    const count = /^\d{1,12}$/.test(written ?? '') ? Number(written) : Number.NaN;
    const day = daySchema.safeParse(options.day).data;
    if (Number.isNaN(count)) command.error('error: give the count as a whole number: --set NAME 1204');
    else if (day === undefined) command.error('error: give the day of the figure: --day 2027-01-15');
    else return offset(context, options, { source: options.set, count, day });
  });
}

async function offset(
  context: CommandContext,
  options: OffsetOptions,
  figure: Pick<RecordedOffset, 'source' | 'count' | 'day'> | null,
): Promise<void> {
  const { io } = context;
  const place = placeFor(context, options.preview);
  const { petition: name } = place;
  const settings = loadSettings(CONTENT_DIR, name);
  const recorded = await withLedger(place, io.now, async (ledger) => {
    if (figure !== null) {
      refuseMisfit(figure, offsetsNow(settings, await ledger.offsets()), io.now());
      await ledger.recordOffset({ ...figure, recorded: dayOf(io.now()) });
    }
    return ledger.offsets();
  });
  const offsets = offsetsNow(settings, recorded);
  if (options.json) {
    io.write(`${JSON.stringify({ petition: name, offset: countOf(offsets), offsets, recorded })}\n`);
    return;
  }
  io.write(table(offsets, recorded));
}

/** Refuses a figure of an unknown count, or one that could not count. */
function refuseMisfit(
  { source, day }: Pick<RecordedOffset, 'source' | 'day'>,
  offsets: readonly Offset[],
  now: Date,
): void {
  const known = offsets.find((one) => one.source === source);
  if (known === undefined) {
    throw new CommandError(
      `petition.yaml has no count of ${source}; it has ${offsets.map((one) => one.source).join(', ')}. ` +
        'Add a new count there, and restart the bot.',
    );
  }
  if (day < known.day) {
    throw new CommandError(
      `the figure of ${source} that counts now is of ${known.day}: give a figure of that day or a later one`,
    );
  }
  if (isInFuture(day, now)) {
    throw new CommandError(`${day} is in the future: give the day on which the figure was read`);
  }
}

/** The counts and their sum, and below them the history. */
function table(offsets: readonly Offset[], recorded: readonly RecordedOffset[]): string {
  const sum = countOf(offsets);
  const width = String(Math.max(sum, ...recorded.map(({ count }) => count))).length;
  const line = (count: number, what: string) => `${String(count).padStart(width)}  ${what}\n`;
  return (
    offsets
      .map(({ count, source, day, link }) =>
        line(count, `${source}, ${day}${link === undefined ? '' : `, ${link}`}`),
      )
      .join('') +
    line(sum, 'in all') +
    (recorded.length === 0 ? '' : '\nRecorded here, the newest first:\n') +
    recorded
      .toReversed()
      .map(({ count, source, day, recorded: on }) => line(count, `${source}, ${day} (recorded on ${on})`))
      .join('')
  );
}
