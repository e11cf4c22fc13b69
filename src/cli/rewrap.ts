import { readFile, writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { Refusal } from '../explain.js';
import { openBackupSource } from '../signatures/export/backup-source.js';
import { openDatabaseSource, refuseNothing } from '../signatures/export/database-source.js';
import { parseRecipients } from '../signatures/keys.js';
import { type Moved, moveKeys, readCarried, storeKeys, writeCarried } from '../signatures/rewrap.js';
import type { CommandContext } from './context.js';
import { readIdentities } from './identity-file.js';
import { booksOf, hasBegun, type Place, withDatabase } from './open.js';

interface RewrapOptions {
  readonly identity?: string;
  readonly to?: string;
  readonly from?: string;
  readonly out?: string;
  readonly apply?: string;
  readonly dryRun?: boolean;
  readonly preview?: boolean;
  readonly campaign?: boolean;
}

/** `petition rewrap`: other people can read the names from now on. */
export function rewrapCommand(context: CommandContext): Command {
  const command: Command = new Command('rewrap')
    .summary('let other age identities open the names')
    .description(
      'Wraps the data keys, which the names are sealed under, to other public keys: when an identity is to be ' +
        'replaced, or somebody joins who is to read the names. All keys are moved, or none. The pepper is not needed. ' +
        'Change SEAL_RECIPIENTS and restart the bot first, since new names are sealed to those. With --from and ' +
        '--out it works on a backup, offline, where the identity is; --apply then puts the moved keys into the ' +
        "bot's database. Without them it does both at once, on the database itself. Backups made before still open " +
        'with the old identity.',
    )
    .option('--identity <file>', 'the identity that opens the names so far')
    .option('--to <keys>', 'age public keys, with commas between them: who can open them from now on')
    .option('--from <backup>', 'move the keys in a file that `backup` wrote, and touch no database')
    .option('--out <file>', 'with --from: where the moved keys go, to be brought to the server')
    .addOption(
      new Option('--apply <file>', 'put moved keys into the database; needs no identity').conflicts([
        'identity',
        'to',
        'from',
        'out',
        'dryRun',
      ]),
    )
    .option('--dry-run', 'only count')
    .addOption(
      new Option('--preview', 'of the preview, also where a platform is configured').conflicts('campaign'),
    )
    .option('--campaign', 'of the campaign, also where no platform is configured')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  npm run petition -- rewrap --identity old.txt --to age1…,age1… --from today.gz --out moved-keys.json\n' +
        '  npm run petition -- rewrap --apply moved-keys.json\n',
    );
  return command.action(async (options: RewrapOptions) => {
    const { identity, to, from, out, apply, dryRun } = options;
    if (apply !== undefined) return applyKeys(context, apply, options);
    if (identity === undefined || to === undefined)
      command.error('error: give --identity and --to, or --apply');
    if ((from === undefined) !== (out === undefined) && !dryRun) {
      command.error('error: --from and --out belong together');
    }
    await rewrap(context, { ...options, identity, to });
  });
}

async function rewrap(
  context: CommandContext,
  options: RewrapOptions & { readonly identity: string; readonly to: string },
): Promise<void> {
  const { io } = context;
  const recipients = parseRecipients(options.to);
  if (!recipients.ok) throw new Refusal(`--to: ${recipients.message}`);
  const identities = await readIdentities(options.identity, io);
  const { from, out, dryRun } = options;
  if (from !== undefined) {
    const { petition, preview, wrappedKeys } = await openBackupSource(from);
    const moved = await moveKeys(await wrappedKeys(), identities, recipients.value);
    refuseUnmoved(moved);
    if (!dryRun && out !== undefined) {
      const carried = writeCarried({ petition, preview, keys: [...moved.keys] });
      await writeFile(out, carried, { flag: 'wx', mode: 0o600, flush: true });
      io.write(`Bring ${out} to the server: \`rewrap --apply ${out}\` puts its keys into the database.\n`);
    }
    report(context, moved, recipients.value, dryRun ? 'would be' : 'are');
    return;
  }
  const place = begun(booksOf(context, options));
  await withDatabase(place, async (database) => {
    const { petition } = place.configuration;
    const source = await openDatabaseSource(database, place.schema, { petition, preview: place.preview });
    const moved = await moveKeys(await source.wrappedKeys(), identities, recipients.value);
    refuseUnmoved(moved);
    if (!dryRun) await storeKeys(database, place.schema, moved.keys);
    report(context, moved, recipients.value, dryRun ? 'would be' : 'are');
  });
}

/** Puts keys into the database that were moved elsewhere. */
async function applyKeys(context: CommandContext, file: string, options: RewrapOptions): Promise<void> {
  const carried = readCarried(await readFile(file, 'utf8'));
  if (carried === null) throw new Refusal(`${file} is damaged, or no file that \`rewrap --out\` wrote`);
  const place = begun(booksOf(context, options));
  if (carried.petition !== place.configuration.petition || carried.preview !== place.preview) {
    throw new Refusal(
      `${file} holds keys of ${carried.petition}${carried.preview ? ' (a preview)' : ''}, and this is ` +
        `${place.configuration.petition}${place.preview ? ' (a preview)' : ''}`,
    );
  }
  await withDatabase(place, async (database) => {
    await refuseNothing(database.query, place.schema);
    await storeKeys(database, place.schema, carried.keys);
  });
  context.io.write(`${carried.keys.length} keys are as ${file} has them now.\n`);
}

function begun(place: Place): Place {
  if (hasBegun(place.configuration)) return place;
  throw new Refusal(`there are no keys in ${place.configuration.dataDir}`);
}

function refuseUnmoved({ keys, closed }: Moved): void {
  if (keys.length > 0) return;
  throw new Refusal(
    closed === 0
      ? 'there are no keys yet: nothing was changed'
      : `this identity opens none of the ${closed} keys: nothing was changed`,
  );
}

function report(
  { io }: CommandContext,
  { keys, closed }: Moved,
  recipients: readonly string[],
  done: 'are' | 'would be',
): void {
  io.write(`${keys.length} keys ${done} wrapped to ${recipients.length} public keys.\n`);
  if (closed > 0) io.write(`${closed} keys stay as they are: this identity does not open them.\n`);
  if (done === 'are') {
    io.write('Before you destroy the old identity, see that the new one opens the names, with `export`.\n');
  }
  // Names that come in are sealed to the recipients in the settings, whatever was done here.
  const set = parseRecipients(io.env.SEAL_RECIPIENTS ?? '');
  const same =
    set.ok && set.value.length === recipients.length && set.value.every((key) => recipients.includes(key));
  if (same) return;
  io.complain(
    'New names are sealed to SEAL_RECIPIENTS, which does not name these keys here. On the server, set\n' +
      `SEAL_RECIPIENTS=${recipients.join(',')}\nand restart the bot; then run this once more.\n`,
  );
}
