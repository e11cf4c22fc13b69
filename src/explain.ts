import { causeOf } from './log.js';
import { OperatorError } from './operator-error.js';
import { StoreUnavailable } from './storage/database.js';
import { describeTrouble } from './storage/server-trouble.js';

/** A command can't do what it was asked to; the message says why and what would be right. */
export class CommandError extends OperatorError {
  override readonly name = 'CommandError';
}

/** What to do about the commonest things that a file system says. */
const FILE_TROUBLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'this user may not open it',
  EPERM: 'this user may not do that',
  EEXIST: 'there is something else of that name',
  EISDIR: 'that is a folder: name a file in it',
  ENOTDIR: 'part of the path is not a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk can only be read',
};

/** Says of an error, in words for the operator, what happened; of an unexpected one only what may be logged. */
export function explain(error: unknown): string {
  if (error instanceof OperatorError) return error.message;
  if (error instanceof StoreUnavailable) return `${describeTrouble(error.code)} (${error.code})`;
  if (error instanceof Error && 'code' in error && 'path' in error) {
    const trouble = FILE_TROUBLE[String(error.code)];
    if (trouble !== undefined) return `${String(error.path)}: ${trouble}.`;
  }
  return `An unexpected error ended the program: ${JSON.stringify(causeOf(error))}`;
}
