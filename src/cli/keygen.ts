import { type FileHandle, open } from 'node:fs/promises';
import { Command } from 'commander';
import { dayOf } from '../day.js';
import { CommandError } from '../explain.js';
import { makeLogKey } from '../log-of-totals/key.js';
import { makeKeys } from '../signatures/keys.js';
import type { CommandContext } from './context.js';

/** The default file for the identity. */
export const IDENTITY_FILE = 'petition-identity.txt';

/** `petition keygen`: makes the keys of a campaign. */
export function keygenCommand(context: CommandContext): Command {
  return new Command('keygen')
    .summary('make the keys of a campaign')
    .description(
      'Makes the secrets of a campaign: the pepper and the key of the public log, which the running bot needs, ' +
        'and the age identity, which alone can read the names and which the bot must never have. Prints the lines for .env; writes ' +
        'the identity to a file that only you can read, and nowhere else. Needs no database.',
    )
    .option('--identity <file>', 'where the identity goes; never overwritten', IDENTITY_FILE)
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  npm run petition -- keygen\n' +
        '  npm run petition -- keygen --identity /media/usb-stick/petition-identity.txt\n',
    )
    .action((options: { identity: string }) => keygen(context, options.identity));
}

async function keygen({ io }: CommandContext, file: string): Promise<void> {
  const { pepper, identity, recipient } = await makeKeys();
  const identityFile = await createSecret(file);
  try {
    const day = dayOf(io.now());
    await identityFile.writeFile(
      `# Reads the names of a petition. Made ${day}.\n# Public key: ${recipient}\n${identity}\n`,
    );
    await identityFile.sync();
  } finally {
    await identityFile.close();
  }
  io.write(
    `# The key of the pseudonyms. Keep a copy apart from the server and from the backups: without it the bot\n` +
      `# recognises nobody and no backup can be used. With it and the database, anyone can test who signed.\n` +
      `# It never changes as long as the petition runs.\n` +
      `IDENTITY_PEPPER=${pepper}\n` +
      `# Who can read the names. Let a second person run keygen, and put both public keys here with a comma between\n` +
      `# them: then one lost identity is not the end of the names.\n` +
      `SEAL_RECIPIENTS=${recipient}\n` +
      `# Signs the public log of the total (the page /log). It is optional, and never changes once the log has begun:\n` +
      `# keep a copy with the pepper's. A person with it could sign another log in your name.\n` +
      `LOG_SIGNING_KEY=${makeLogKey()}\n`,
  );
  io.complain(
    `\nThe identity is in ${file}. Move it off this machine now, to two places that are not online (a USB stick in\n` +
      `a drawer, a password manager). A person with it and the database can read every name; without it nobody\n` +
      `can. The bot does not need it.\n`,
  );
}

async function createSecret(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'wx', 0o600);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new CommandError(
        `${file} is there already and may be the only copy of an identity: it was left alone. ` +
          'Name another file with --identity.',
      );
    }
    throw error;
  }
}
