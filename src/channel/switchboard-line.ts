import type { Conversation } from '../conversation/conversation.js';
import type { Petition } from '../petition/petition.js';
import type { Ledger } from '../signatures/ledger.js';
import type { Person } from '../signatures/person.js';
import type { PublicTotal } from '../signatures/public-total.js';
import type { SourceCodes } from '../signatures/source-codes.js';
import type { Conductor } from './adapter.js';
import type { PublicStatus } from './public-status.js';

/** One petition as the switchboard sees it. */
export interface Line {
  readonly petition: Petition;
  readonly conductor: Conductor;
  readonly ledger: Pick<Ledger<Conversation>, 'read'>;
  readonly total: PublicTotal;
  readonly status: PublicStatus;
  readonly sources: SourceCodes;
  /** The tag of this person's buttons in this petition. */
  tagOf(person: Person): string;
}
