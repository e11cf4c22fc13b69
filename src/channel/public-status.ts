import { type CampaignState, NEW_CAMPAIGN } from '../petition/petition.js';
import type { Settings } from '../petition/settings.js';
import { type Status, statusAt } from '../petition/status.js';
import { withTimeout } from './kit/with-timeout.js';

/** Whether people can sign, for texts that everybody can see: cards, profiles, the page. */
export interface PublicStatus {
  /** Rejects if the database can't be read. */
  read(): Promise<Status>;
  /**
   * For an answer that can't wait: as read or, if the database can't be read within a second, as last known. Before the
   * first reading, the content alone decides. Never rejects.
   */
  orLastKnown(): Promise<Status>;
}

/** People wait for the answer, and Discord gives up on it after 3 s. */
const PATIENCE_MS = 1_000;

/** @param campaign reads what the operator has decided */
export function createPublicStatus(options: {
  readonly settings: () => Settings;
  readonly campaign: () => Promise<CampaignState>;
  readonly now: () => Date;
}): PublicStatus {
  let known = NEW_CAMPAIGN;

  async function refresh(): Promise<void> {
    known = await options.campaign();
  }

  const current = () => statusAt(options.settings(), known, options.now());
  return {
    async read() {
      await refresh();
      return current();
    },
    async orLastKnown() {
      await withTimeout(
        PATIENCE_MS,
        refresh().catch(() => undefined),
      );
      return current();
    },
  };
}
