import { Command } from 'commander';
import { SELECTING } from '../staff/quarantine-words.js';
import type { CommandContext } from './context.js';
import { askDesk, type StaffOptions } from './staff.js';

interface QuarantineOptions extends StaffOptions {
  readonly reason?: string;
  readonly hold?: boolean;
  readonly source?: string;
  readonly days?: string;
  readonly platform?: string;
  readonly language?: string;
  readonly age?: string;
}

/** `petition quarantine`: takes signatures out of the total. */
export function quarantineCommand(context: CommandContext): Command {
  return new Command('quarantine')
    .summary('take signatures out of the total, or list what was taken out')
    .description(
      'Shows how many signatures would leave the total (rounded down to tens) and, once that is confirmed, sets them ' +
        'aside. Nothing is deleted: `release` puts them back, and their people can still withdraw them. It keeps and ' +
        'lists what was set aside, when, why, and a keyed code for the member of staff. Several facts can be ' +
        'combined: a signature must have all of them. Fewer than ten signatures are refused, and so is a selection ' +
        'that differs from a former one by fewer than ten: it could tell whether one person has signed.',
    )
    .argument(
      '[what]',
      'a source by its code (- for signatures that came without one); days in UTC, 2027-01-15, ' +
        '2027-01-15..2027-01-20 or 2027-01-15..; or list',
    )
    .option('--source <code>', 'the source, if the days come first')
    .option('--days <days>', 'the days, if the source comes first')
    .option('--platform <name>', 'the platform, as a report names it')
    .option('--language <tag>', 'the language in which people signed, such as en')
    .option('--age <age>', 'the age of the account: under-7-days, 7-to-30-days, older, unknown')
    .option('--reason <text>', 'why, for later readers; needed for all but list')
    .option('--hold', 'new signatures of the same kind too, as they come, until it is released')
    .option('--yes', "don't ask")
    .option('--preview', 'of the preview, also where a platform is configured')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  npm run petition -- quarantine poster --reason "hundreds within a minute" --hold\n' +
        '  npm run petition -- quarantine 2027-01-15..2027-01-16 --reason "a script was at work"\n' +
        '  npm run petition -- quarantine --source poster --days 2027-01-15.. --platform discord \\\n' +
        '    --age under-7-days --reason "new accounts within minutes" --hold\n' +
        '  npm run petition -- quarantine list\n',
    )
    .action((what: string | undefined, options: QuarantineOptions) =>
      askDesk(
        context,
        {
          command: 'quarantine',
          rest: what === undefined ? [] : [what],
          options: wordsOf(options),
        },
        options,
      ),
    );
}

/** The options as the desk reads them. */
function wordsOf({ reason, hold, ...all }: QuarantineOptions): ReadonlyMap<string, string> {
  const words = new Map(reason === undefined ? [] : [['reason', printable(reason)]]);
  if (hold) words.set('hold', '');
  for (const name of SELECTING) {
    const value = all[name];
    if (value !== undefined) words.set(name, value);
  }
  return words;
}

/** Replaces control characters and lone surrogates: we can neither show nor store them. */
function printable(reason: string): string {
  return reason.replaceAll(/[\p{Cc}\p{Surrogate}]/gu, ' ').trim();
}
