import { Command } from 'commander';
import type { CommandContext } from './context.js';
import { askDesk, type StaffOptions } from './staff.js';

/** `petition pause`: stops signing on every platform at once. */
export function pauseCommand(context: CommandContext): Command {
  return deskCommand('pause', 'npm run petition -- pause')
    .summary('stop signing for a while, on every platform')
    .description(
      'Stops signing at once, on every platform and in every process. People who come to sign are told that it is ' +
        'paused; reading, withdrawing and everything else go on. `resume` opens signing again.',
    )
    .action((options: StaffOptions) =>
      askDesk(context, { command: 'pause', rest: [], options: new Map() }, options),
    );
}

/** `petition resume`: opens signing again after a pause. */
export function resumeCommand(context: CommandContext): Command {
  return deskCommand('resume', 'npm run petition -- resume')
    .summary('open signing again after a pause')
    .description('Opens signing again at once, on every platform and in every process.')
    .action((options: StaffOptions) =>
      askDesk(context, { command: 'resume', rest: [], options: new Map() }, options),
    );
}

/** `petition release`: puts the signatures of a quarantine back into the total. */
export function releaseCommand(context: CommandContext): Command {
  return deskCommand('release', 'npm run petition -- release 3')
    .summary('put the signatures of a quarantine back')
    .description(
      'Shows how many signatures would count again and, once that is confirmed, puts them back. Signatures that ' +
        'another quarantine holds too stay aside until that one is released.',
    )
    .argument('<number>', 'the number of the quarantine, as `quarantine list` has it')
    .action((number: string, options: StaffOptions) =>
      askDesk(context, { command: 'release', rest: [number], options: new Map() }, options),
    );
}

function deskCommand(name: string, example: string): Command {
  return new Command(name)
    .option('--yes', "don't ask")
    .option('--preview', 'of the preview, also where a platform is configured')
    .addHelpText('after', `\nExample:\n  ${example}\n`);
}
