import { readFile } from 'node:fs/promises';
import { CommandError } from '../explain.js';
import { openDatabaseSource } from '../signatures/export/database-source.js';
import { parseRecipients } from '../signatures/keys.js';
import { readCarried, storeKeys } from '../signatures/rewrap.js';
import { confirmed } from './confirm.js';
import type { CommandContext } from './context.js';
import type { CommandIo } from './io.js';
import { askedPlace, hasBegun, type Place, withDatabase } from './open.js';
import { plural } from './words.js';

/** The advice after keys were moved in a database. */
export const KEEP_OLD =
  'Before you destroy the old identity, see that the new one opens the names, with `export`.\n';

/**
 * `petition rewrap --apply FILE`: puts keys that were moved offline into the database.
 * @throws CommandError, and what reading and storing throw
 */
export async function applyKeys(
  context: CommandContext,
  file: string,
  options: { readonly yes?: boolean; readonly preview?: boolean; readonly campaign?: boolean },
): Promise<void> {
  const { io } = context;
  const carried = readCarried(await readFile(file, 'utf8'));
  if (carried === null) throw new CommandError(`${file} is damaged, or was not written by \`rewrap --out\``);
  const { keys, recipients, closed, preview } = carried;
  const place = begun(askedPlace(context, options));
  const { petition } = place;
  if (carried.petition !== petition || preview !== place.preview) {
    throw new CommandError(
      `${file} holds keys of ${carried.petition}${preview ? ' (a preview)' : ''}, and this is ` +
        `${petition}${place.preview ? ' (a preview)' : ''}`,
    );
  }
  await withDatabase(place, async (database) => {
    const source = await openDatabaseSource(database, place.schema, { petition, preview });
    const before = await source.wrappedKeys();
    if (keys.every(({ id, after }) => before.get(id) === after)) {
      io.write(
        `This is done already: ${plural(keys.length, 'key is', 'keys are')} as ${file} has ${keys.length === 1 ? 'it' : 'them'}.\n`,
      );
    } else {
      const what =
        `${plural(keys.length, 'key', 'keys')} will be wrapped to these public keys, and no longer to those before:\n` +
        `${recipients.map((key) => `  ${key}\n`).join('')}` +
        'The people who hold the identities of these keys can read the names. Go on only if you expect these keys,\n' +
        'you trust the way by which the file came, and you have made a backup.';
      if (!options.yes && !(await confirmed(context, petition, what))) return;
      await storeKeys(database, place.schema, keys);
      io.write(
        `${plural(keys.length, 'key is', 'keys are')} now as ${file} has ${keys.length === 1 ? 'it' : 'them'}.\n`,
      );
    }
    complainOfRecipients(io, recipients);
    const known = new Set([...keys.map(({ id }) => id), ...closed]);
    const others = [...(await source.wrappedKeys()).keys()].filter((id) => !known.has(id)).length;
    if (others === 0) {
      io.write(KEEP_OLD);
      return;
    }
    io.complain(
      `${plural(others, 'other key in the database is', 'other keys in the database are')} not in this file, and still only ${others === 1 ? 'opens' : 'open'} with the old identity, unless ` +
        'the bot had been restarted with the new SEAL_RECIPIENTS by then: make a new backup and run rewrap again, ' +
        'until it says that the old identity opens none.\n',
    );
    context.finish(1);
  });
}

/** @throws CommandError if there is no database yet: opening it would make one */
export function begun(place: Place): Place {
  if (hasBegun(place.configuration)) return place;
  throw new CommandError(`there are no keys in ${place.configuration.dataDir}`);
}

/** Warns if the bot still seals new names to other recipients. */
export function complainOfRecipients({ env, complain }: CommandIo, recipients: readonly string[]): void {
  const set = parseRecipients(env.SEAL_RECIPIENTS ?? '');
  const same =
    set.ok && set.value.length === recipients.length && set.value.every((key) => recipients.includes(key));
  if (same) return;
  complain(
    'New names are sealed to SEAL_RECIPIENTS, which does not name these keys here. On the server, set\n' +
      `SEAL_RECIPIENTS=${recipients.join(',')}\nand restart the bot; then begin again with a new backup.\n`,
  );
}
