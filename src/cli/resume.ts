import { Command } from 'commander';
import type { CommandContext } from './context.js';
import { askDesk, type StaffOptions } from './staff.js';

/** `petition resume`: opens signing again after a pause. */
export function resumeCommand(context: CommandContext): Command {
  return new Command('resume')
    .summary('open signing again after a pause')
    .description('Opens signing again at once, on every platform and in every process.')
    .option('--yes', "don't ask")
    .option('--preview', 'of the preview, also where a platform is configured')
    .addHelpText('after', '\nExample:\n  npm run petition -- resume\n')
    .action((options: StaffOptions) =>
      askDesk(context, { command: 'resume', rest: [], options: new Map() }, options),
    );
}
