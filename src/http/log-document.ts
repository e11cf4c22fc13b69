import type { LogDocument } from '../log-of-totals/document.js';
import type { PublishedLog, TotalsLog } from '../log-of-totals/totals-log.js';
import type { Petition } from '../petition/petition.js';
import type { PublicTotal } from '../signatures/public-total.js';
import { publicNumber } from './public-number.js';

/** What the routes of the log show. */
export interface LogSource {
  readonly petition: Petition;
  readonly total: PublicTotal;
  readonly totalsLog: Pick<TotalsLog, 'published'>;
}

/** The log together with the number that the public sees at the same time. */
export interface ShownLog {
  readonly log: PublishedLog;
  readonly document: LogDocument;
}

/** One reading of the log serves all requests within this time. */
const KEPT_MS = 5_000;

/**
 * Reads the log for several requests at once. Null before the first head is signed.
 * @returns a function that rejects with StoreUnavailable
 */
export function createShownLog({ petition, total, totalsLog }: LogSource): () => Promise<ShownLog | null> {
  let look: { readonly since: number; readonly shown: Promise<ShownLog | null> } | null = null;

  async function read(): Promise<ShownLog | null> {
    const [log, published] = await Promise.all([totalsLog.published(), total.read()]);
    if (log === null) return null;
    const { key, checkpoint, entries, signatures, difference } = log;
    const number = publicNumber(petition, published);
    // The shown number changes once a minute, and `since` must not change faster. So it is the sum of the movements
    // that the shown number contains, not of all movements until now. A difference to the log stays visible.
    const since = number.signatures - signatures - difference;
    return { log, document: { petition: petition.id, key, checkpoint, entries, total: number, since } };
  }

  return () => {
    if (look === null || performance.now() - look.since > KEPT_MS) {
      const shown = read();
      const begun = { since: performance.now(), shown };
      look = begun;
      shown.catch(() => {
        if (look === begun) look = null;
      });
    }
    return look.shown;
  };
}
