import { causeOf } from './log.js';
import { OperatorError } from './operator-error.js';
import { StoreUnavailable } from './storage/database.js';
import { describeTrouble } from './storage/server-trouble.js';

/** A command can't do what the operator asked for; the message says why, and what to do. */
export class CommandError extends OperatorError {
  override readonly name = 'CommandError';
}

/** The most common errors of a file system, in words. */
const FILE_TROUBLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'this user has no permission to open it',
  EPERM: 'this user has no permission to do that',
  EEXIST: 'something of that name already exists',
  EISDIR: 'that is a folder: name a file in it',
  ENOTDIR: 'part of the path is not a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
};

/** Describes an error in words for the operator. For an unexpected error, it gives only what a log may contain. */
export function explain(error: unknown): string {
  if (error instanceof OperatorError) return error.message;
  if (error instanceof StoreUnavailable) return `${describeTrouble(error.code)} (${error.code})`;
  if (error instanceof Error && 'code' in error && 'path' in error) {
    const trouble = FILE_TROUBLE[String(error.code)];
    if (trouble !== undefined) return `${String(error.path)}: ${trouble}.`;
  }
  return `An unexpected error ended the program: ${JSON.stringify(causeOf(error))}`;
}
