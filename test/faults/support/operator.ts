import { startMain } from '../../support/main.js';
import { RECIPIENT } from '../../support/people.js';
import { PEPPER } from './bot.js';

/** Runs a command of the operator's, on a campaign as the bots here have it. */
export async function petition(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | NodeJS.Signals | null; readonly output: string }> {
  const program = startMain(['petition', ...command], {
    IDENTITY_PEPPER: PEPPER.toString('base64'),
    SEAL_RECIPIENTS: RECIPIENT,
    ...env,
  });
  const code = await program.ended;
  return { code, output: program.output() };
}
