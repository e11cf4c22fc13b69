import type { CommandContext } from './context.js';

/**
 * Asks the operator to type the petition's name before something that can't be undone. Without it, says why nothing was
 * done, and sets the exit code.
 * @param what what is going to happen, in whole sentences
 */
export async function confirmed(
  { io, finish }: CommandContext,
  petition: string,
  what: string,
): Promise<boolean> {
  io.complain(`${what}\n`);
  const answer = await io.ask(`To go on, type the petition's name (${petition}): `);
  if (answer?.trim() === petition) return true;
  if (answer === null) io.complain('There is no terminal to confirm this: add --yes. Nothing was changed.\n');
  else io.complain('That is not its name. Nothing was changed.\n');
  finish(answer === null ? 2 : 1);
  return false;
}
