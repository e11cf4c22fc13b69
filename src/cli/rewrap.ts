import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { CommandError } from '../explain.js';
import { openBackupSource } from '../signatures/export/backup-source.js';
import { openDatabaseSource } from '../signatures/export/database-source.js';
import { parseRecipients } from '../signatures/keys.js';
import { type Moved, moveKeys, storeKeys, writeCarried } from '../signatures/rewrap.js';
import { applyKeys, begun, complainOfRecipients, KEEP_OLD } from './apply-keys.js';
import type { CommandContext } from './context.js';
import { readIdentities } from './identity-file.js';
import { namingFile } from './naming-file.js';
import { askedPlace, withDatabase } from './open.js';
import { plural } from './words.js';

interface RewrapOptions {
  readonly identity?: string;
  readonly to?: string;
  readonly from?: string;
  readonly out?: string;
  readonly apply?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly preview?: boolean;
  readonly campaign?: boolean;
}

/** `petition rewrap`: changes who can read the names. */
export function rewrapCommand(context: CommandContext): Command {
  const command: Command = new Command('rewrap')
    .summary('let other age identities open the names')
    .description(
      'Wraps the data keys of the names to other public keys. Use it to replace an identity, or to let another ' +
        'person read the names. It moves all keys or none, and needs no pepper. Change SEAL_RECIPIENTS and restart ' +
        'the bot first: the bot seals new names to these keys. With --from and --out it works on a backup, offline, ' +
        'where the identity is. --apply then shows the new public keys and puts the moved keys into the ' +
        "bot's database. Keep that file to yourself: a person who exchanges it can make the names unreadable, or " +
        'choose who reads them. Without --from it does both at once, on the database itself. Make a backup before. ' +
        'Backups made before still open with the old identity.',
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
    .option('--yes', "with --apply: don't ask")
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
  if (!recipients.ok) throw new CommandError(`--to: ${recipients.message}`);
  const identities = await readIdentities(options.identity, io);
  const { from, out, dryRun } = options;
  if (from !== undefined) {
    const { petition, preview, wrappedKeys } = await namingFile(from, openBackupSource(from));
    const moved = await moveKeys(await wrappedKeys(), identities, recipients.value);
    refuseUnmoved(moved);
    if (!dryRun && out !== undefined) {
      const { keys, closed } = moved;
      const carried = {
        petition,
        preview,
        recipients: [...recipients.value],
        keys: [...keys],
        closed: [...closed],
      };
      await writeFile(out, writeCarried(carried), { flag: 'wx', mode: 0o600, flush: true });
    }
    report(context, moved, recipients.value, dryRun);
    if (!dryRun) {
      io.write(
        `Nothing is changed yet: bring ${out} to the server by a way that you trust, and run \`rewrap --apply\`.\n`,
      );
    }
    return;
  }
  const place = begun(askedPlace(context, options));
  await withDatabase(place, async (database) => {
    const { petition } = place;
    const source = await openDatabaseSource(database, place.schema, { petition, preview: place.preview });
    const moved = await moveKeys(await source.wrappedKeys(), identities, recipients.value);
    refuseUnmoved(moved);
    if (!dryRun) await storeKeys(database, place.schema, moved.keys);
    report(context, moved, recipients.value, dryRun);
    if (!dryRun) io.write(KEEP_OLD);
    complainOfRecipients(io, recipients.value);
  });
}

function refuseUnmoved({ keys, closed }: Moved): void {
  if (keys.length > 0) return;
  throw new CommandError(
    closed.length === 0
      ? 'there are no keys yet: nothing was changed'
      : `this identity opens none of the keys (${closed.length}): nothing was changed`,
  );
}

function report(
  { io }: CommandContext,
  { keys, closed }: Moved,
  recipients: readonly string[],
  dryRun = false,
): void {
  const wrapped = dryRun
    ? `${plural(keys.length, 'key', 'keys')} would be`
    : plural(keys.length, 'key is', 'keys are');
  io.write(`${wrapped} wrapped to ${plural(recipients.length, 'public key', 'public keys')}.\n`);
  if (closed.length === 0) return;
  const kept = plural(closed.length, 'key stays as it is', 'keys stay as they are');
  io.write(`${kept}: this identity does not open ${closed.length === 1 ? 'it' : 'them'}.\n`);
}
