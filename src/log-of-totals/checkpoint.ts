import { type Day, daySchema } from '../day.js';
import type { TreeHead } from './merkle.js';
import { type NoteKey, type NoteSigner, openNote } from './signed-note.js';

/*
 * The head of the log as a signed note: https://c2sp.org/tlog-checkpoint. Its lines are the log's name (origin), the
 * number of entries, and the root in base64. One more line, an extension, has the day on which it was signed, so that a
 * reader sees when a head is old.
 */

/** The signed head of a log. */
export interface Checkpoint extends TreeHead {
  /** The name of the log, which is also the name of its key. */
  readonly origin: string;
  /** The day (UTC) on which it was signed. */
  readonly day: Day;
}

const DAY_LINE = 'day ';

/** Signs the head of a log. */
export function signCheckpoint(signer: NoteSigner, { size, root, day }: TreeHead & { day: Day }): string {
  return signer.sign(`${signer.name}\n${size}\n${root.toString('base64')}\n${DAY_LINE}${day}\n`);
}

/** Reads a head; null if the key has not signed it, or if it is not a head of the key's log. */
export function openCheckpoint(note: string, key: NoteKey): Checkpoint | null {
  const text = openNote(note, key);
  const read = text === null ? null : readCheckpoint(text);
  return read?.origin === key.name ? read : null;
}

/** Reads the lines of a head, without a look at any signature. */
function readCheckpoint(text: string): Checkpoint | null {
  const [origin = '', written = '', encoded = '', ...others] = text.split('\n');
  const root = Buffer.from(encoded, 'base64');
  const line = others.find((other) => other.startsWith(DAY_LINE));
  const day = daySchema.safeParse(line?.slice(DAY_LINE.length)).data;
  if (!/^(0|[1-9]\d{0,8})$/.test(written) || root.length !== 32 || day === undefined) return null;
  return { origin, size: Number(written), root, day };
}
