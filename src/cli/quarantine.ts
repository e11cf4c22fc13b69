import { Command } from 'commander';
import type { CommandContext } from './context.js';
import { askDesk, type StaffOptions } from './staff.js';

interface QuarantineOptions extends StaffOptions {
  readonly reason?: string;
  readonly hold?: boolean;
}

/** `petition quarantine`: takes signatures out of the total. */
export function quarantineCommand(context: CommandContext): Command {
  return new Command('quarantine')
    .summary('take signatures out of the total, or list what was taken out')
    .description(
      'Shows how many signatures would leave the total and, once that is confirmed, sets them aside. Nothing is ' +
        'deleted: `release` puts them back, and their people can still withdraw them. Kept and listed are what was ' +
        'set aside, when, why, and a keyed code for who did it.',
    )
    .argument(
      '<what>',
      'a source by its code (- for signatures that came without one); days in UTC, 2027-01-15 or ' +
        '2027-01-15..2027-01-20; or list',
    )
    .option('--reason <text>', 'why, for later readers; needed for all but list')
    .option('--hold', 'new signatures from this source too, as they come, until it is released')
    .option('--yes', "don't ask")
    .option('--preview', 'of the preview, also where a platform is configured')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  npm run petition -- quarantine poster --reason "hundreds within a minute" --hold\n' +
        '  npm run petition -- quarantine 2027-01-15..2027-01-16 --reason "a script was at work"\n' +
        '  npm run petition -- quarantine list\n',
    )
    .action((what: string, options: QuarantineOptions) =>
      askDesk(
        context,
        {
          command: 'quarantine',
          rest: [what],
          options: new Map([
            ...(options.reason === undefined ? [] : [['reason', printable(options.reason)] as const]),
            ...(options.hold ? [['hold', ''] as const] : []),
          ]),
        },
        options,
      ),
    );
}

/** Control characters and halves of characters can be neither shown nor stored. */
function printable(reason: string): string {
  return reason.replaceAll(/[\p{Cc}\p{Surrogate}]/gu, ' ').trim();
}
