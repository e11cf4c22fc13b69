import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { causeOf } from './log.js';
import { createTotalWatch } from './signatures/total-watch.js';
import { troubleOf } from './signatures/trouble.js';
import { type Database, StoreUnavailable } from './storage/database.js';
import { ASYNCHRONOUS, hasOnlyAsynchronousStandbys } from './storage/standbys.js';

export interface DatabaseWatchOptions {
  readonly database: Database;
  /** Each set of signatures on it. */
  readonly watched: readonly {
    readonly schema: string;
    readonly ledger: {
      /** Rejects if the database is away or has been replaced. */
      counted(): Promise<number>;
    };
  }[];
  readonly log: Logger;
  readonly lookMs?: number;
}

const LOOK_MS = 10_000;
const STANDBYS_MS = 60 * 60 * 1000;

/** Troubles that only an operator can solve, with the words that we log. */
const WORDS: Readonly<Record<string, string>> = {
  'schema-missing':
    "this petition's tables are gone: another database has taken the place of the one that was in use, or the " +
    'schema was dropped. No signature is counted meanwhile, and people are told that nothing is confirmed. Put the ' +
    'right database back, or restore the backup: then the bot goes on by itself. It makes no new tables while it runs',
  'other-database':
    'another database has taken the place of the one that was in use. No signature is counted meanwhile, and people ' +
    'are told that nothing is confirmed. Put the right database back: then the bot goes on by itself. If you mean to ' +
    'use this one, restart once with --accept-new-database',
  'folder-gone':
    "the embedded database's folder was deleted or replaced while the bot ran. No signature is counted meanwhile, " +
    'and people are told that nothing is confirmed. Stop the bot, put the folder back or restore the backup, then ' +
    'start the bot again',
};

/** Watches the database and logs what an operator must know, until the signal aborts. Never rejects. */
export async function watchDatabase(
  { database, watched, log, lookMs = LOOK_MS }: DatabaseWatchOptions,
  signal: AbortSignal,
): Promise<void> {
  const looks = watched.map(({ schema, ledger }) => {
    const lookAtTotal = createTotalWatch(database.query, schema, log);
    let said: string | null = null;
    return async () => {
      try {
        await ledger.counted();
        await lookAtTotal();
        if (said !== null) log.info({ schema }, 'the right database is back');
        said = null;
      } catch (error) {
        const code = troubleOf(error);
        const words = code === null ? undefined : WORDS[code];
        if (words === undefined) {
          // If the database is merely away, `readyz` and the turns report it.
          if (!(error instanceof StoreUnavailable))
            log.error(causeOf(error), 'the total could not be checked for losses');
        } else if (code !== said) {
          log.error({ schema, code }, words);
          said = code;
        }
      }
    };
  });
  let standbysDue = 0;

  async function lookAtStandbys(): Promise<void> {
    if (database.kind !== 'server' || performance.now() < standbysDue) return;
    try {
      if (await hasOnlyAsynchronousStandbys(database.query)) log.warn(ASYNCHRONOUS);
      standbysDue = performance.now() + STANDBYS_MS;
    } catch (error) {
      if (!(error instanceof StoreUnavailable))
        log.error(causeOf(error), 'the standbys could not be checked');
    }
  }

  while (!signal.aborted) {
    for (const look of looks) await look();
    await lookAtStandbys();
    await wait(lookMs, undefined, { signal }).catch(() => undefined);
  }
}
