import { addDays, type Day, dayOf } from '../day.js';
import { type Checkpoint, openCheckpoint } from './checkpoint.js';
import type { LogDocument } from './document.js';
import { changeOf, type Entry, isCorrection, readEntry, signaturesAfter } from './entry.js';
import { leafHash, rootOf } from './merkle.js';
import { type NoteKey, parseNoteKey } from './signed-note.js';
import { canStand } from './small-days.js';

/** The checks, in their order. */
export const CHECKS = [
  'signature',
  'hashes',
  'entries',
  'days',
  'arithmetic',
  'kept',
  'age',
  'total',
] as const;
export type Check = (typeof CHECKS)[number];

/** The result of one check, in words. */
export interface Finding {
  readonly check: Check;
  readonly ok: boolean;
  readonly message: string;
}

/** What a reader kept from an earlier look: the whole document, or a head alone. */
export type Kept = LogDocument | { readonly checkpoint: string };

export interface Expectations {
  /** The log's key, from another place than the log itself; null: uses the key in the document. */
  readonly key: string | null;
  readonly kept: Kept | null;
  /** Today, to tell an old head; null for a document that may be old itself. */
  readonly today: Day | null;
}

/** A head is signed each day; a bot may be down for a day. */
const FRESH_DAYS = 2;

/** Checks a document of the log. It trusts nothing in it but the key, and that only without `expected.key`. */
export function verifyLog(document: LogDocument, expected: Expectations): Finding[] {
  const key = parseNoteKey(document.key);
  const checkpoint = key === null ? null : openCheckpoint(document.checkpoint, key);
  const { finding, whole } = checkSignature(key, checkpoint, expected);
  if (!whole || key === null || checkpoint === null) return [finding];
  const { entries, unreadable } = readEntries(document);
  return [
    finding,
    checkHashes(document, checkpoint),
    unreadable ?? well('entries', `${entries.length} entries of ${document.petition}`),
    ...(unreadable === null ? [checkDays(entries), checkArithmetic(entries)] : []),
    ...(expected.kept === null ? [] : [checkKept(document, key, checkpoint, expected.kept)]),
    ...(expected.today === null ? [] : [checkAge(checkpoint, expected.today)]),
    ...(unreadable === null ? [checkTotal(document, entries, expected.kept)] : []),
  ];
}

const well = (check: Check, message: string): Finding => ({ check, ok: true, message });
const wrong = (check: Check, message: string): Finding => ({ check, ok: false, message });

function checkSignature(
  key: NoteKey | null,
  checkpoint: Checkpoint | null,
  expected: Expectations,
): { readonly finding: Finding; readonly whole: boolean } {
  const failed = (message: string) => ({ finding: wrong('signature', message), whole: false });
  if (key === null) return failed('the key of the log is not a key');
  if (expected.key !== null && expected.key !== key.written) {
    return failed(`the log has the key ${key.written}, not the one that you gave`);
  }
  const keptKey = expected.kept !== null && 'key' in expected.kept ? expected.kept.key : key.written;
  if (keptKey !== key.written) {
    return failed(`the log has another key than the record that you kept: ${keptKey} before`);
  }
  if (checkpoint === null) return failed('the head is not signed by the key of the log');
  const isKnown = expected.key !== null || expected.kept !== null;
  const advice = ' (compare it with the key that the organiser has published elsewhere)';
  return {
    finding: well(
      'signature',
      `the head of ${checkpoint.day} is signed by ${key.written}${isKnown ? '' : advice}`,
    ),
    whole: true,
  };
}

function checkHashes({ entries }: LogDocument, { size, root }: Checkpoint): Finding {
  if (entries.length !== size) {
    return wrong('hashes', `the head covers ${size} entries, and there are ${entries.length}`);
  }
  return rootOfLines(entries).equals(root)
    ? well('hashes', `the ${size} entries are those whose head was signed`)
    : wrong('hashes', 'the entries are not those whose head was signed: an entry was rewritten');
}

function rootOfLines(lines: readonly string[]) {
  return rootOf(lines.map((line) => leafHash(Buffer.from(line))));
}

function readEntries({ petition, entries }: LogDocument): {
  readonly entries: readonly Entry[];
  readonly unreadable: Finding | null;
} {
  const read: Entry[] = [];
  for (const [position, line] of entries.entries()) {
    const entry = readEntry(line);
    const place = `entry ${position + 1}`;
    if (entry === null) {
      return { entries: read, unreadable: wrong('entries', `${place} is not an entry of such a log`) };
    }
    if (entry.petition !== petition) {
      return { entries: read, unreadable: wrong('entries', `${place} belongs to ${entry.petition}`) };
    }
    if (!isCorrection(entry) && !canStand(entry)) {
      return {
        entries: read,
        unreadable: wrong('entries', `${place} (${entry.day}) has a movement of fewer than ten people`),
      };
    }
    read.push(entry);
  }
  return { entries: read, unreadable: null };
}

/** Every day is there once: none is missing, none is there twice. */
function checkDays(entries: readonly Entry[]): Finding {
  let next: Day | null = null;
  for (const [position, entry] of entries.entries()) {
    if (isCorrection(entry)) {
      if (next !== null && entry.day >= addDays(next, -1)) continue;
      return wrong('days', `entry ${position + 1} corrects days that come after it`);
    }
    if (entry.from > entry.day) return wrong('days', `entry ${position + 1} ends before it begins`);
    if (next !== null && entry.from !== next) {
      const what = entry.from > next ? `${next} is missing` : `${entry.from} is there twice`;
      return wrong('days', `entry ${position + 1} begins on ${entry.from}: ${what}`);
    }
    next = addDays(entry.day, 1);
  }
  const [first] = entries;
  return first === undefined || next === null || isCorrection(first)
    ? well('days', 'no day is in it yet')
    : well('days', `every day from ${first.from} to ${addDays(next, -1)} is there once`);
}

/** Each total follows from the one before. */
function checkArithmetic(entries: readonly Entry[]): Finding {
  let before: Entry | undefined;
  for (const [position, entry] of entries.entries()) {
    const follows = entry.offset + signaturesAfter(before) + changeOf(entry);
    if (entry.total !== follows || signaturesAfter(entry) < 0) {
      return wrong(
        'arithmetic',
        `entry ${position + 1} (${entry.day}) says a total of ${entry.total}; its numbers make ${follows}`,
      );
    }
    before = entry;
  }
  const corrections = entries.filter(isCorrection);
  const told = corrections.map(({ day, corrected, reason }) => `${day}: ${corrected}, “${reason}”`);
  return well(
    'arithmetic',
    `every total follows from the one before; ${told.length === 0 ? 'no corrections' : `corrections: ${told.join('; ')}`}`,
  );
}

/** The log still begins with what it was when the reader kept it. */
function checkKept(document: LogDocument, key: NoteKey, now: Checkpoint, kept: Kept): Finding {
  const before = openCheckpoint(kept.checkpoint, key);
  if (before === null) return wrong('kept', 'the head that you kept is not signed by the key of this log');
  if (before.size > now.size) {
    return wrong(
      'kept',
      `the log has been shortened, or this is an old copy: ${now.size} entries now, ${before.size} when you kept it`,
    );
  }
  if (rootOfLines(document.entries.slice(0, before.size)).equals(before.root)) {
    return well('kept', `the ${before.size} entries of ${before.day} are unchanged`);
  }
  const rewritten =
    'entries' in kept ? kept.entries.findIndex((line, at) => line !== document.entries[at]) : -1;
  return wrong(
    'kept',
    rewritten < 0
      ? `the log was forked: its first ${before.size} entries are not those that you kept`
      : `entry ${rewritten + 1} was rewritten: you kept ${'entries' in kept ? kept.entries[rewritten] : ''}`,
  );
}

function checkAge({ day }: Checkpoint, today: Day): Finding {
  return addDays(day, FRESH_DAYS) < today
    ? wrong('age', `the head is old: it was signed on ${day}, and it is signed each day`)
    : well('age', `the head was signed on ${day}`);
}

/** The number that the public sees is what the entries and the days after them make. */
function checkTotal({ total, since }: LogDocument, entries: readonly Entry[], kept: Kept | null): Finding {
  const last = entries.at(-1);
  const counted = signaturesAfter(last) + since;
  if (total.total !== total.signatures + total.offset) {
    return wrong(
      'total',
      `the total shown is ${total.total}; its parts make ${total.signatures + total.offset}`,
    );
  }
  if (total.signatures !== counted) {
    return wrong(
      'total',
      `the total shown has ${total.signatures} signatures; by the log and the days since there are ${counted}`,
    );
  }
  const earlier = kept !== null && 'total' in kept ? checkEarlierTotal(kept, entries) : null;
  if (earlier !== null) return earlier;
  const moved = `${since < 0 ? '−' : '+'}${Math.abs(since)} since ${last?.day ?? 'the beginning'}`;
  const before =
    last === undefined || last.offset === total.offset ? '' : ` (${last.offset} in the last entry)`;
  return well(
    'total',
    `the total shown is ${total.total}: ${signaturesAfter(last)} signatures by the log, ${moved}, ` +
      `${total.offset} counted elsewhere${before}`,
  );
}

/**
 * Checks the number that a reader kept, which was shown in the days after the kept entries. Entries now cover those
 * days. So the number must lie between the least and the most that their movements allow. Null if it does, or if the
 * days are not covered yet.
 */
function checkEarlierTotal({ total, entries: kept }: LogDocument, entries: readonly Entry[]): Finding | null {
  const before = entries[kept.length - 1];
  const later = entries.slice(kept.length);
  const shownOn = dayOf(new Date(total.asOf));
  const covering = later.findIndex((entry) => !isCorrection(entry) && entry.day >= shownOn);
  if (covering < 0) return null;
  let least = signaturesAfter(before);
  let most = least;
  for (const entry of later.slice(0, covering + 1)) {
    if (isCorrection(entry)) {
      least += Math.min(0, entry.corrected);
      most += Math.max(0, entry.corrected);
    } else {
      least -= entry.withdrawn + entry.setAside;
      most += entry.signed + entry.released;
    }
  }
  if (total.signatures >= least && total.signatures <= most) return null;
  return wrong(
    'total',
    `on ${shownOn} ${total.signatures} signatures were shown; by the entries of those days there were ${least} to ${most}`,
  );
}
