import type { Day } from '../day.js';
import { type Committed, gatheredCommits } from './commit.js';
import type { Database } from './database.js';
import { probe } from './probe.js';
import { gatheredReads, type Source } from './reads.js';
import type { Commit } from './rows.js';
import { Table } from './table.js';

/** Rows per statement. Short statements, so that no turn waits for a day's worth of deleting. */
const DELETED_AT_ONCE = 1_000;

/** A petition's tables: Keyv's adapters for them, and the operations that Keyv lacks. */
export interface Store {
  readonly conversations: Table;
  readonly signatures: Table;
  readonly settings: Table;
  /** Whether there is a signature with this receipt key. */
  hasReceipt(receiptKey: string): Promise<boolean>;
  /** The encrypted contact of this signature. */
  contact(key: string): Promise<string | undefined>;
  /** How many signatures count. */
  counted(): Promise<number>;
  commit(commit: Commit): Promise<Committed>;
  /** Checks that a signature can be recorded, and records none; throws what a real turn would throw. */
  probe(): Promise<void>;
  /** Deletes the expired conversations; returns how many. */
  deleteExpired(): Promise<number>;
}

/**
 * Opens the tables of a migrated schema. Concurrent reads share a statement, and so do commits: a turn costs one
 * statement to read and one to write, for any number of people.
 * @param today decides which rows have expired
 * @param conversationDays how many days a conversation is kept after its last turn
 */
export function openStore(
  database: Database,
  schema: string,
  today: () => Day,
  conversationDays: number,
): Store {
  const { query } = database;
  const live =
    (table: string): Source =>
    (keys, bind) =>
      `SELECT key, value FROM ${schema}.${table}
       WHERE key = ANY (${bind(keys)}::text[]) AND (expires IS NULL OR expires > ${bind(today())}::date)`;
  const read = gatheredReads(query, {
    conversations: live('conversations'),
    settings: live('settings'),
    // The value of a signature that is set aside begins with that status.
    signatures: (keys, bind) =>
      `SELECT key, CASE status WHEN 'counted' THEN value
                   ELSE overlay(value PLACING '{"status":"set-aside",' FROM 1 FOR 1) END AS value
       FROM ${schema}.signatures WHERE key = ANY (${bind(keys)}::text[])`,
    receipts: (keys, bind) =>
      `SELECT receipt_key AS key, '' AS value FROM ${schema}.signatures
       WHERE receipt_key = ANY (${bind(keys)}::text[])`,
    contacts: (keys, bind) =>
      `SELECT key, value FROM ${schema}.contacts WHERE key = ANY (${bind(keys)}::text[])`,
    standing: (keys, bind) =>
      `SELECT dimension AS key, count::text AS value FROM ${schema}.tally
       WHERE dimension = ANY (${bind(keys)}::text[])
         AND value = '' AND movement = 'standing' AND since = '-infinity'`,
  });
  const commit = gatheredCommits(query, schema, today, conversationDays);
  let probing: Promise<void> | null = null;
  const table = (name: 'conversations' | 'signatures' | 'settings') =>
    new Table({
      query,
      schema,
      table: name,
      expiring: name !== 'signatures',
      read: (key) => read(name, key),
      today,
    });

  return {
    conversations: table('conversations'),
    signatures: table('signatures'),
    settings: table('settings'),
    async hasReceipt(receiptKey) {
      return (await read('receipts', receiptKey)) !== undefined;
    },
    contact: (key) => read('contacts', key),
    async counted() {
      return Number((await read('standing', 'all')) ?? 0);
    },
    commit,
    probe() {
      // One at a time: probes that hang would use up all connections.
      probing ??= probe(database, schema, commit, today()).finally(() => {
        probing = null;
      });
      return probing;
    },
    async deleteExpired() {
      for (let deleted = 0; ; ) {
        // The day is part of the text, not a parameter, so that the planner sees how few rows match.
        const rows = await query(
          `DELETE FROM ${schema}.conversations WHERE key IN (
             SELECT key FROM ${schema}.conversations WHERE expires <= '${today()}'
             ORDER BY key LIMIT ${DELETED_AT_ONCE} FOR UPDATE SKIP LOCKED)
           RETURNING key`,
        );
        deleted += rows.length;
        if (rows.length < DELETED_AT_ONCE) return deleted;
      }
    },
  };
}
