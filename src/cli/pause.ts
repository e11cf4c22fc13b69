import { Command } from 'commander';
import type { CommandContext } from './context.js';
import { askDesk, type StaffOptions } from './staff.js';

/** `petition pause`: stops signing on every platform at once. */
export function pauseCommand(context: CommandContext): Command {
  return new Command('pause')
    .summary('stop signing for a while, on every platform')
    .description(
      'Stops signing at once, on every platform and in every process. Whoever comes to sign is told that it is ' +
        'paused; reading, withdrawing and everything else go on. `resume` opens signing again.',
    )
    .option('--yes', "don't ask")
    .option('--preview', 'of the preview, also where a platform is configured')
    .addHelpText('after', '\nExample:\n  npm run petition -- pause\n')
    .action((options: StaffOptions) =>
      askDesk(context, { command: 'pause', rest: [], options: new Map() }, options),
    );
}
