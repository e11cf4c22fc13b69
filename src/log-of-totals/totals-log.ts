import { type Day, dayOf } from '../day.js';
import type { LogFound, LogTrouble } from '../signatures/recount.js';
import type { Database, Query } from '../storage/database.js';
import { type Checkpoint, openCheckpoint, signCheckpoint } from './checkpoint.js';
import { type Entry, isCorrection, netOf, readEntry, signaturesAfter, writeEntry } from './entry.js';
import type { LastHead } from './last-head.js';
import { type Hash, leafHash, rootOf } from './merkle.js';
import { addEntries, addHead, lockLog, type NewEntry, readLog, readNewDays, type StoredLog } from './rows.js';
import { type NoteSigner, noteSigner } from './signed-note.js';
import { mergeSmallDays } from './small-days.js';

/** What is published: entries, and the head that covers all of them. */
export interface PublishedLog {
  /** The log's public key, in its written form. */
  readonly key: string;
  readonly checkpoint: string;
  readonly entries: readonly string[];
  /** The last day that the entries cover; null before the first. */
  readonly covered: Day | null;
  /** How many more signatures count than the entries and the movements since say. */
  readonly difference: number;
  /** The signatures that count by the entries. */
  readonly signatures: number;
}

/**
 * The public log of a petition's total: a line for each day, in a Merkle tree whose head is signed each day. Every
 * method rejects with StoreUnavailable.
 */
export interface TotalsLog {
  /** Adds the days that have ended, and signs the head if it is new or of an earlier day. */
  keep(): Promise<LogFound>;
  /** The state of the log. It changes nothing. */
  state(): Promise<LogFound>;
  /** Adds an entry that puts a difference right, with its reason. Null if there was none. */
  correct(reason: string): Promise<{ readonly corrected: number | null } | { readonly trouble: LogTrouble }>;
  /**
   * Adds published entries that the database has lost, and their head.
   * @returns how many; `other` if the database has different ones, or if this key has not signed the head
   */
  putBack(published: {
    readonly entries: readonly string[];
    readonly checkpoint: string;
  }): Promise<number | 'other'>;
  /** Null before the first head. */
  published(): Promise<PublishedLog | null>;
}

export interface TotalsLogOptions {
  readonly database: Database;
  readonly schema: string;
  readonly petition: string;
  /** The private key: 32 bytes. */
  readonly seed: Buffer;
  /** The name of a log that begins. A log keeps the name of its first head. */
  readonly origin: string;
  readonly lastHead: LastHead;
  /** Reads what was counted elsewhere: gives the sum at the end of a day. */
  readonly offsets: () => Promise<(day: Day) => number>;
  readonly now: () => Date;
  /** Resolves when the tables exist. */
  readonly ready: () => Promise<void>;
}

/** The log inside a transaction that changes it. */
interface Open {
  readonly query: Query;
  readonly stored: StoredLog;
  /** Adds an entry after the last one. It is written when the work is done. */
  add(entry: Entry, covered: Day): void;
}

/** Opens the log. It sends no query before the first call. */
export function openTotalsLog(options: TotalsLogOptions): TotalsLog {
  const { database, schema, petition, seed, lastHead, now, ready } = options;

  const signerOf = ({ head }: StoredLog) =>
    noteSigner(seed, head === null ? options.origin : (head.note.split('\n', 1)[0] ?? options.origin));

  /** Compares the entries with every head that was signed: the database's last one, and this machine's copy. */
  async function troubleIn(stored: StoredLog, signer: NoteSigner): Promise<LogTrouble | null> {
    const leaves = stored.entries.map((line) => leafHash(Buffer.from(line)));
    for (const note of [stored.head?.note ?? null, await lastHead.read()]) {
      if (note === null) continue;
      const checkpoint = openCheckpoint(note, signer);
      if (checkpoint === null) return 'other-key';
      if (checkpoint.size > leaves.length) return 'shortened';
      if (!isHeadOf(checkpoint, leaves)) return 'rewritten';
    }
    return null;
  }

  /** Changes the log, one process at a time; its new head is signed in the same transaction. */
  async function change<T>(work: (log: Open) => Promise<T>): Promise<T | { readonly trouble: LogTrouble }> {
    await ready();
    const { result, note } = await database.transaction(async (query) => {
      await lockLog(query, schema);
      const stored = await readLog(query, schema);
      const signer = signerOf(stored);
      const trouble = await troubleIn(stored, signer);
      if (trouble !== null) return { result: { trouble }, note: null };
      const added: NewEntry[] = [];
      const worked = await work({
        query,
        stored,
        add: (entry, covered) => void added.push({ line: writeEntry(entry), covered }),
      });
      await addEntries(query, schema, stored.entries.length, added);
      const entries = [...stored.entries, ...added.map(({ line }) => line)];
      return { result: worked, note: await sign(query, signer, stored, entries) };
    });
    if (note !== null) await lastHead.keep(note);
    return result;
  }

  /** Signs the head if it is new or of an earlier day; returns the last note. */
  async function sign(
    query: Query,
    signer: NoteSigner,
    { head }: StoredLog,
    entries: readonly string[],
  ): Promise<string | null> {
    const today = dayOf(now());
    if (head !== null && head.size === entries.length && head.day >= today) return head.note;
    const root = rootOf(entries.map((line) => leafHash(Buffer.from(line))));
    const note = signCheckpoint(signer, { size: entries.length, root, day: today });
    await addHead(query, schema, { size: entries.length, day: today, note });
    return note;
  }

  return {
    async keep() {
      await ready();
      // Read before the transaction: the embedded database has one connection.
      const offsetOn = await options.offsets();
      const kept = await change(async ({ query, stored, add }) => {
        const days = await readNewDays(query, schema, stored.covered);
        let signatures = signaturesAfter(lastOf(stored));
        for (const { from, day, ...moved } of days === null
          ? []
          : mergeSmallDays(days.from, days.until, days.moved)) {
          signatures += netOf(moved);
          const offset = offsetOn(day);
          add({ petition, from, day, offset, ...moved, total: offset + signatures }, day);
        }
        return { difference: differenceIn(stored) };
      });
      return 'trouble' in kept ? kept : { trouble: null, ...kept };
    },
    async state() {
      await ready();
      const stored = await readLog(database.query, schema);
      const trouble = await troubleIn(stored, signerOf(stored));
      return trouble === null ? { trouble, difference: differenceIn(stored) } : { trouble };
    },
    correct: (reason) =>
      change(async ({ stored, add }) => {
        const corrected = differenceIn(stored);
        const last = lastOf(stored);
        if (corrected === 0 || last === undefined || stored.covered === null) return { corrected: null };
        const total = last.total + corrected;
        add({ petition, day: dayOf(now()), offset: last.offset, corrected, reason, total }, stored.covered);
        return { corrected };
      }),
    async putBack({ entries, checkpoint }) {
      await ready();
      return database.transaction(async (query) => {
        await lockLog(query, schema);
        const stored = await readLog(query, schema);
        const [origin = ''] = checkpoint.split('\n', 1);
        const head = openCheckpoint(checkpoint, noteSigner(seed, origin));
        const lines = entries.slice(0, head?.size);
        const leaves = lines.map((line) => leafHash(Buffer.from(line)));
        if (head === null || !isHeadOf(head, leaves)) return 'other';
        if (stored.entries.some((line, position) => lines[position] !== line)) return 'other';
        const published = withDays(lines, petition);
        if (published === null) return 'other';
        await addEntries(query, schema, stored.entries.length, published.slice(stored.entries.length));
        await addHead(query, schema, { ...head, note: checkpoint });
        return lines.length - stored.entries.length;
      });
    },
    async published() {
      await ready();
      const stored = await readLog(database.query, schema);
      const { head, covered } = stored;
      if (head === null) return null;
      return {
        key: signerOf(stored).written,
        checkpoint: head.note,
        entries: stored.entries.slice(0, head.size),
        covered,
        difference: differenceIn(stored),
        signatures: signaturesAfter(lastOf(stored)),
      };
    },
  };
}

function isHeadOf({ size, root }: Checkpoint, leaves: readonly Hash[]): boolean {
  return size <= leaves.length && rootOf(leaves.slice(0, size)).equals(root);
}

/** Lines with the days that they cover; null if they are not those of a petition's log. */
function withDays(lines: readonly string[], petition: string): NewEntry[] | null {
  const entries: NewEntry[] = [];
  let covered: Day | null = null;
  for (const line of lines) {
    const entry = readEntry(line);
    if (entry === null || entry.petition !== petition) return null;
    if (!isCorrection(entry)) covered = entry.day;
    if (covered === null) return null;
    entries.push({ line, covered });
  }
  return entries;
}

/** The last entry; undefined before the first. */
function lastOf({ entries }: StoredLog): Entry | undefined {
  const line = entries.at(-1);
  return (line === undefined ? null : readEntry(line)) ?? undefined;
}

function differenceIn(stored: StoredLog): number {
  return stored.counted - signaturesAfter(lastOf(stored)) - stored.since;
}
