import { run } from '../../cli/support.js';
import { RECIPIENT } from '../../support/people.js';
import { PEPPER } from './bot.js';

/** Runs a command of the operator's, on a campaign as the bots here have it. */
export async function petition(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const campaign = { IDENTITY_PEPPER: PEPPER.toString('base64'), SEAL_RECIPIENTS: RECIPIENT, ...env };
  const { code, out, err } = await run(command, campaign, { platforms: [] });
  return { code, output: out + err };
}
