import type { Logger } from 'pino';
import type { Petition } from '../petition/petition.js';
import type { Ledger } from '../signatures/ledger.js';
import type { SourceCodes } from '../signatures/source-codes.js';
import { STAFF_COMMANDS, type StaffDesk, type StaffMessage } from './desk.js';

export interface DeskOptions {
  readonly petition: Petition;
  readonly ledger: Pick<Ledger<never>, 'campaign' | 'changeCampaign' | 'memory' | 'reconcile'>;
  readonly sources: Pick<SourceCodes, 'accepts'>;
  /** The platforms that run in this process, and whether each can be reached. */
  readonly platforms: () => readonly { readonly channel: string; readonly ok: boolean }[];
  /**
   * Does `work` in one process at a time, and again whenever this one has the job; the signal aborts when it has it
   * no longer. `elsewhere` is called when another process is found to have it. What it gives back ends the job.
   */
  readonly exclusively: (
    work: (signal: AbortSignal) => Promise<void>,
    elsewhere: () => void,
  ) => () => Promise<void>;
  readonly log: Logger;
  readonly now: () => Date;
}

/** Opens the desk; it asks the database nothing before it is asked. */
export function openDesk({ petition }: DeskOptions): StaffDesk {
  const locale = petition.locales[0];
  const { direction } = petition.texts(locale);
  const unready: StaffMessage = { locale, direction, body: [] };
  return {
    commands: STAFF_COMMANDS,
    ask: async () => unready,
    confirm: async () => unready,
    serve: async () => undefined,
  };
}
