import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { StoredCampaign } from './bot.js';
import { signedTexts } from './campaign.js';
import { dayOf } from './day.js';
import { keepOrganiser } from './signatures/organiser.js';
import { keepPromisedDay } from './signatures/promised-day.js';
import { StoreUnavailable } from './storage/database.js';
import { describeTrouble } from './storage/server-trouble.js';

/** The pause between two attempts to reach a database that is away. */
const DATABASE_RETRY_MS = 1_000;

export interface StoreStartOptions {
  readonly campaigns: readonly StoredCampaign[];
  /** Also made ready at the start. */
  readonly others: readonly { ready(): Promise<void> }[];
  readonly log: Logger;
  readonly now: () => Date;
  /** Called if an error after the start can't be solved by waiting. */
  readonly onFatal: (error: unknown) => void;
}

/** Migrates and checks the store, and stores the texts that people will sign, and the organiser. */
async function prepareStore({ campaigns, others, now }: StoreStartOptions): Promise<void> {
  const today = dayOf(now());
  await Promise.all([
    ...others.map((other) => other.ready()),
    ...campaigns.map(async ({ ledger, petition, database, schema, preview }) => {
      await ledger.ready();
      if (!preview) await keepPromisedDay(database.query, schema, petition.settings.keepUntil);
      await ledger.keepTexts(signedTexts(petition), today);
      if (petition.organiser !== null) await keepOrganiser(database.query, schema, petition.organiser);
    }),
  ]);
}

/** Prepares the store now or, if the database is away, as soon as it is back. */
export async function settleStore(options: StoreStartOptions, ended: AbortSignal): Promise<void> {
  const { log, onFatal } = options;
  /** The reason that was logged last: we log each new reason, not each attempt. */
  let told: string | null = null;
  const attempt = async (): Promise<boolean> => {
    try {
      await prepareStore(options);
      return true;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      const why = describeTrouble(error.code);
      if (told !== why) log.error({ code: error.code }, `waiting for the database. ${why}`);
      told = why;
      return false;
    }
  };
  const persist = async () => {
    while (!ended.aborted) {
      await wait(DATABASE_RETRY_MS, undefined, { signal: ended }).catch(() => undefined);
      if (!ended.aborted && (await attempt())) {
        log.info('the database is back');
        return;
      }
    }
  };
  if (!(await attempt())) persist().catch(onFatal);
}
