import { STEPS, type Step } from './conversation.js';

/**
 * The codes that buttons carry: `<tag><revision>.<scope>.<action>[.<argument>]`, as in
 * `k3Xp_a1f.story.forward`. The tag belongs to one person, so nobody can press another person's button. The
 * revision (base 36) says which showing of the screen or note the button belongs to, so that buttons of old
 * messages do nothing. Announcements belong to no showing: their revision is 0.
 */

/** Telegram allows 64 bytes for a button's data; every other platform allows more. */
export const MAX_CODE_BYTES = 64;

/**
 * What a button belongs to: a step's screen, the last note, or an announcement (`update`). An announcement's
 * buttons stay valid for as long as the message exists.
 */
const SCOPES = [...STEPS, 'note', 'update'] as const;
export type Scope = Step | 'note' | 'update';

/** The revision of every announcement's buttons. */
export const UPDATE_REVISION = 0;

/** A parsed code. */
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

/** Parses a code; null for anything that `writeCode` does not write, since a client can send any string. */
export function parseCode(code: string): Code | null {
  if (code.length > MAX_CODE_BYTES) return null;
  const [, tag, digits, name, action, argument] = SHAPE.exec(code) ?? [];
  if (tag === undefined || digits === undefined || action === undefined) return null;
  const scope = SCOPES.find((known) => known === name);
  const revision = Number.parseInt(digits, 36);
  if (scope === undefined || !Number.isSafeInteger(revision)) return null;
  return { tag, revision, scope, action, argument: argument ?? null };
}
