import { writeFile } from 'node:fs/promises';
import { Argument, Command } from 'commander';
import { CommandError } from '../explain.js';
import { drawChart } from '../staff/chart.js';
import { plainMessage } from '../staff/plain.js';
import { PERIODS, type Period, readReport, reportText } from '../staff/report.js';
import { reportJson } from '../staff/report-json.js';
import { MIN_SHOWN } from '../staff/small-counts.js';
import type { CommandContext } from './context.js';
import { withDesk } from './staff.js';

interface ReportOptions {
  readonly chart?: string;
  readonly json?: boolean;
  readonly preview?: boolean;
}

/** `petition report`: where signatures come from. */
export function reportCommand(context: CommandContext): Command {
  return new Command('report')
    .summary('show where signatures come from')
    .description(
      'Breaks the signatures down by platform, language, source and age of the account. All numbers are of one ' +
        `moment and add up. Those under ${MIN_SHOWN} are merged, so that nobody can be identified.`,
    )
    .addArgument(
      new Argument('[period]', 'which signatures: whole days in UTC, today included')
        .choices(PERIODS)
        .default('7d'),
    )
    .option('--chart <file>', 'also draw the signatures over time, as a PNG; the file must not be there yet')
    .option('--json', `as one line of JSON; of fewer than ${MIN_SHOWN} signatures without a breakdown`)
    .option('--preview', 'of the preview, also where a platform is configured')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run petition -- report today\n  npm run petition -- report 30d --chart month.png\n',
    )
    .action((period: Period, options: ReportOptions) => report(context, period, options));
}

async function report(context: CommandContext, period: Period, options: ReportOptions): Promise<void> {
  const { io } = context;
  await withDesk(context, options.preview, async (desk, { preview }) => {
    const { voice, petition } = desk;
    const found = await readReport(desk, period);
    if (options.json) {
      io.write(`${JSON.stringify({ petition: petition.id, preview, ...reportJson(found) })}\n`);
    } else {
      io.write(`${plainMessage(reportText(voice, found))}\n`);
    }
    if (options.chart === undefined) return;
    await writeNew(options.chart, await drawChart(found.chart, voice));
    io.complain(`The chart is in ${options.chart}.\n`);
  });
}

async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes, { flag: 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new CommandError(`${file} is there already and was left alone: name another file with --chart.`);
    }
    throw error;
  }
}
