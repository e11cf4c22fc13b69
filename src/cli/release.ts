import { Command } from 'commander';
import type { CommandContext } from './context.js';
import { askDesk, type StaffOptions } from './staff.js';

/** `petition release`: puts the signatures of a quarantine back into the total. */
export function releaseCommand(context: CommandContext): Command {
  return new Command('release')
    .summary('put the signatures of a quarantine back')
    .description(
      'Shows how many signatures would count again and, once that is confirmed, puts them back. Those that another ' +
        'quarantine holds too stay aside until that one is released.',
    )
    .argument('<number>', 'the number of the quarantine, as `quarantine list` has it')
    .option('--yes', "don't ask")
    .option('--preview', 'of the preview, also where a platform is configured')
    .addHelpText('after', '\nExample:\n  npm run petition -- release 3\n')
    .action((number: string, options: StaffOptions) =>
      askDesk(context, { command: 'release', rest: [number], options: new Map() }, options),
    );
}
