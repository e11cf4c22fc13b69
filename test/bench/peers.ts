import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'peers');

/** The reference bots: a package of their own, which only the benchmark needs. */
export const PEERS = ['telegraf-wizard', 'grammy-conversation'] as const;

/** The file of a reference bot. @throws Error that says what to run when the package is not installed */
export function peerProgram(name: (typeof PEERS)[number]): string {
  if (!existsSync(join(FOLDER, 'node_modules'))) {
    throw new Error('the bots that we compare with are not installed: run npm ci --prefix test/bench/peers');
  }
  return join(FOLDER, `${name}.js`);
}
