import { STEPS, type Step } from './conversation.js';

/**
 * The codes that buttons carry: `<tag><revision>.<scope>.<action>[.<argument>]`, as in `k3Xp_a1f.story.forward`.
 * The tag is the person's own, so that nobody can press another's button; the revision (base 36) says which
 * showing of the screen or note the button belongs to, so that one from an old message does nothing. It is 0 on
 * updates, which belong to no showing.
 */

/** Telegram allows 64 bytes for a button's data; every other platform allows more. */
export const LONGEST_CODE = 64;

/**
 * What a button belongs to: a step's screen, the last note, or an update, whose buttons stand for as long as the
 * message does.
 */
const SCOPES = [...STEPS, 'note', 'update'] as const;
export type Scope = Step | 'note' | 'update';

/** Of every update's buttons. */
export const UPDATE_REVISION = 0;

/** A code, taken apart. */
export interface Code {
  readonly tag: string;
  readonly revision: number;
  readonly scope: Scope;
  readonly action: string;
  /** A locale or the beginning of a text's version, for the actions that need one; null otherwise. */
  readonly argument: string | null;
}

const SHAPE = /^([A-Za-z0-9_-]{6})(0|[1-9a-z][0-9a-z]{0,10})\.([a-z]+)\.([a-z]+)(?:\.([A-Za-z0-9-]+))?$/;

/** Writes a code. */
export function writeCode({ tag, revision, scope, action, argument }: Code): string {
  const code = `${tag}${revision.toString(36)}.${scope}.${action}`;
  return argument === null ? code : `${code}.${argument}`;
}

/** Takes a code apart; null for anything that `writeCode` does not write. Whoever sends it may have made it up. */
export function parseCode(code: string): Code | null {
  if (code.length > LONGEST_CODE) return null;
  const [, tag, digits, name, action, argument] = SHAPE.exec(code) ?? [];
  if (tag === undefined || digits === undefined || action === undefined) return null;
  const scope = SCOPES.find((known) => known === name);
  const revision = Number.parseInt(digits, 36);
  if (scope === undefined || !Number.isSafeInteger(revision)) return null;
  return { tag, revision, scope, action, argument: argument ?? null };
}
