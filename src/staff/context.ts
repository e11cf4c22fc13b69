import type { Petition } from '../petition/petition.js';
import type { Ledger } from '../signatures/ledger.js';
import type { SourceCodes } from '../signatures/source-codes.js';
import type { ChartData } from './chart-data.js';
import type { Voice } from './voice.js';

/** What the parts of the desk need. */
export interface DeskContext {
  readonly petition: Petition;
  readonly ledger: Pick<
    Ledger<never>,
    'campaign' | 'changeCampaignState' | 'counted' | 'losses' | 'memory' | 'offsets' | 'staff'
  >;
  readonly sources: Pick<SourceCodes, 'accepts'>;
  readonly voice: Voice;
  /** The address of the public log of the total, where there is one. */
  readonly logAddress?: string | null;
  readonly now: () => Date;
  /** True if the place asks for the confirmation at once: messages then don't say how many minutes it has. */
  readonly asksAtOnce?: boolean;
  /** Draws a report's picture; null if that failed, which it has logged. */
  readonly draw: (chart: ChartData, voice: Voice) => Promise<Uint8Array | null>;
}
