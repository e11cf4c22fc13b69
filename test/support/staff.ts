import { pino } from 'pino';
import type { Books } from '../../src/books.js';
import type { Petition } from '../../src/petition/petition.js';
import type { StaffDesk } from '../../src/staff/desk.js';
import { type DeskOptions, openDesk } from '../../src/staff/open-desk.js';

/** A desk over the books of a process that has every job to itself. */
export function deskOver(
  petition: Petition,
  { ledger, sources }: Pick<Books, 'ledger' | 'sources'>,
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
