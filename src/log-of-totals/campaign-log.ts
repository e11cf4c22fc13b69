import type { Day } from '../day.js';
import { offsetsNow } from '../petition/offsets.js';
import type { Petition } from '../petition/petition.js';
import { countOf } from '../petition/settings.js';
import type { Ledger } from '../signatures/ledger.js';
import type { Database } from '../storage/database.js';
import { previewLogKey } from './key.js';
import { openLastHead } from './last-head.js';
import { openTotalsLog, type TotalsLog } from './totals-log.js';

export interface CampaignLogOptions {
  readonly database: Database;
  readonly schema: string;
  readonly petition: Pick<Petition, 'id' | 'settings'>;
  readonly preview: boolean;
  readonly ledger: Pick<Ledger<never>, 'offsets' | 'ready'>;
  /** `LOG_SIGNING_KEY`; null where there is no log. */
  readonly logKey: Buffer | null;
  readonly dataDir: string;
  readonly publicUrl: string | null;
  readonly now: () => Date;
  /** Called if the copy of the last head can't be written. */
  readonly onUnwritable: (error: unknown) => void;
}

/** The log of a campaign or of a preview; null where no key is set. */
export function campaignLog(options: CampaignLogOptions): TotalsLog | null {
  const { database, schema, petition, preview, ledger, logKey, now } = options;
  if (logKey === null) return null;
  return openTotalsLog({
    database,
    schema,
    petition: petition.id,
    seed: preview ? previewLogKey(logKey) : logKey,
    origin: originOf(options),
    lastHead: openLastHead(options.dataDir, schema, options.onUnwritable),
    async offsets() {
      const recorded = await ledger.offsets();
      return (day: Day) =>
        countOf(
          offsetsNow(
            petition.settings,
            recorded.filter((one) => one.recorded <= day),
          ),
        );
    },
    now,
    ready: ledger.ready,
  });
}

/** The name of a new log: the host that publishes it, and the petition. */
function originOf({ publicUrl, petition, preview }: CampaignLogOptions): string {
  const host = publicUrl === null ? 'localhost' : new URL(publicUrl).host;
  return `${host}/${petition.id}${preview ? '/preview' : ''}`;
}
