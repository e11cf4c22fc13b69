import type { Day } from '../day.js';
import { type Committed, gatheredCommits } from './commit.js';
import type { Database } from './database.js';
import { probe } from './probe.js';
import { gatheredReads, type Source } from './reads.js';
import type { Commit } from './rows.js';
import { Table } from './table.js';

/** Short statements, so that nobody's turn has to wait for a day's worth of deleting. */
const FORGOTTEN_AT_ONCE = 1_000;

/** A petition's tables: Keyv's adapters for them, and what Keyv has no word for. */
export interface Store {
  readonly conversations: Table;
  readonly signatures: Table;
  readonly settings: Table;
  /** Whether a signature stands that has this receipt's key. */
  hasReceipt(receiptKey: string): Promise<boolean>;
  /** The contact that hangs on this signature, encrypted. */
  contact(key: string): Promise<string | undefined>;
  /** How many signatures count. */
  counted(): Promise<number>;
  commit(commit: Commit): Promise<Committed>;
  /** Does what recording a signature takes, and records none; throws what a real turn would be told. */
  probe(): Promise<void>;
  /** Deletes the conversations whose day has come; gives how many. */
  forgetExpired(): Promise<number>;
}

/**
 * Opens the tables of a schema, which migrations have made. All reads are gathered with each other, and all commits:
 * a turn costs one statement that reads and one that writes, whatever the number of people.
 * @param today the day by which rows are there or gone
 * @param conversationDays how many days a conversation stays without a turn
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
    // What is set aside says so first of all.
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
      // One at a time: those that hang would take every connection.
      probing ??= probe(database, schema, commit, today()).finally(() => {
        probing = null;
      });
      return probing;
    },
    async forgetExpired() {
      for (let forgotten = 0; ; ) {
        // The day stands in the statement itself, so that the planner sees how few rows it concerns.
        const rows = await query(
          `DELETE FROM ${schema}.conversations WHERE key IN (
             SELECT key FROM ${schema}.conversations WHERE expires <= '${today()}'
             ORDER BY key LIMIT ${FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED)
           RETURNING key`,
        );
        forgotten += rows.length;
        if (rows.length < FORGOTTEN_AT_ONCE) return forgotten;
      }
    },
  };
}
