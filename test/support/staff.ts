import { pino } from 'pino';
import type { Campaign } from '../../src/campaign.js';
import type { Petition } from '../../src/petition/petition.js';
import type { StaffDesk } from '../../src/staff/desk.js';
import { type DeskOptions, openDesk } from '../../src/staff/open-desk.js';

/** A desk over the campaign of a process that has every job to itself. */
export function deskOver(
  petition: Petition,
  { ledger, sources }: Pick<Campaign, 'ledger' | 'sources'>,
  over: Partial<DeskOptions> = {},
): StaffDesk {
  return openDesk({
    petition,
    ledger,
    sources,
    platforms: () => [],
    exclusively: (work) => {
      const end = new AbortController();
      const done = work(end.signal);
      return () => {
        end.abort();
        return done;
      };
    },
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    ...over,
  });
}
