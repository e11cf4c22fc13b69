import { Command, Option } from 'commander';
import { Refusal } from '../explain.js';
import { parseRecipients } from '../signatures/keys.js';
import { rewrap } from '../signatures/rewrap.js';
import type { CommandContext } from './context.js';
import { readIdentities } from './identity-file.js';
import { booksOf, hasBegun, withDatabase } from './open.js';

interface RewrapOptions {
  readonly identity: string;
  readonly to: string;
  readonly dryRun?: boolean;
  readonly preview?: boolean;
  readonly campaign?: boolean;
}

/** `petition rewrap`: other people can read the names from now on. */
export function rewrapCommand(context: CommandContext): Command {
  return new Command('rewrap')
    .summary('let other age identities open the names')
    .description(
      'Wraps the data keys, which the names are sealed under, to other public keys: when an identity is to be ' +
        'replaced, or somebody joins who is to read the names. All keys are moved, or none. The pepper is not needed. ' +
        'Change SEAL_RECIPIENTS and restart the bot first, since new names are sealed to those. Run it where the ' +
        'identity is: on a machine of your own that reaches the database, through an SSH tunnel, say. Backups made ' +
        'before still open with the old identity.',
    )
    .requiredOption('--identity <file>', 'the identity that opens the names so far')
    .requiredOption('--to <keys>', 'age public keys, with commas between them: who can open them from now on')
    .option('--dry-run', 'only count')
    .addOption(
      new Option('--preview', 'of the preview, also where a platform is configured').conflicts('campaign'),
    )
    .option('--campaign', 'of the campaign, also where no platform is configured')
    .addHelpText(
      'after',
      '\nExample:\n  npm run petition -- rewrap --identity old-identity.txt --to age1…,age1… --dry-run\n',
    )
    .action((options: RewrapOptions) => rewrapKeys(context, options));
}

async function rewrapKeys(context: CommandContext, options: RewrapOptions): Promise<void> {
  const { io } = context;
  const recipients = parseRecipients(options.to);
  if (!recipients.ok) throw new Refusal(`--to: ${recipients.message}`);
  const identities = await readIdentities(options.identity, io);
  const place = booksOf(context, options);
  if (!hasBegun(place.configuration))
    throw new Refusal(`there are no keys in ${place.configuration.dataDir}`);
  const dryRun = options.dryRun ?? false;
  await withDatabase(place, async (database) => {
    const { moved, closed } = await rewrap(database, place.schema, identities, recipients.value, { dryRun });
    if (moved === 0) {
      throw new Refusal(
        closed === 0
          ? 'there are no keys yet: nothing was changed'
          : `this identity opens none of the ${closed} keys: nothing was changed`,
      );
    }
    io.write(
      dryRun
        ? `${moved} keys would be wrapped to ${recipients.value.length} public keys.\n`
        : `${moved} keys are wrapped to ${recipients.value.length} public keys now.\n`,
    );
    if (closed > 0) {
      io.write(`${closed} keys stay as they are: this identity does not open them.\n`);
    }
    if (!dryRun) {
      io.write(
        'Before you destroy the old identity, see that the new one opens the names: `export --identity NEW`.\n',
      );
    }
    remindOfSettings(context, recipients.value);
  });
}

/** Names that come in are sealed to the recipients in the settings, whatever was done here. */
function remindOfSettings({ io }: CommandContext, recipients: readonly string[]): void {
  const set = parseRecipients(io.env.SEAL_RECIPIENTS ?? '');
  const same =
    set.ok && set.value.length === recipients.length && set.value.every((key) => recipients.includes(key));
  if (same) return;
  io.complain(
    `New names are sealed to SEAL_RECIPIENTS, which does not name these keys here. On the server, set\n` +
      `SEAL_RECIPIENTS=${recipients.join(',')}\nand restart the bot; then run this once more.\n`,
  );
}
