import { CommandError } from '../explain.js';
import type { Comparison } from '../storage/backup/compare.js';
import type { BackupContents } from '../storage/backup/inspect.js';
import { moment, plural } from './words.js';

/** The operator's options for a restore. */
export interface RestoreWishes {
  readonly replace?: boolean;
  readonly loseNewer?: boolean;
  readonly withoutWithdrawn?: boolean;
  readonly withWithdrawn?: boolean;
  readonly contacts?: boolean;
}

/** What a restore will do with the signatures. */
export interface RestorePlan {
  readonly newer: 'keep' | 'lose';
  readonly withdrawn: 'leave-out' | 'bring-back';
  /** Whether what was decided since the backup stays: a pause, a closing, a delivery, an erasure. */
  readonly keepsDecisions: boolean;
  /** What changes, and what does not, in words. */
  readonly says: string;
}

const signatures = (count: number, one: string, many: string) =>
  plural(count, `signature ${one}`, `signatures ${many}`);

/** Into an empty database: everything comes back, because nothing tells which people withdrew. */
export const INTO_EMPTY: RestorePlan = {
  newer: 'lose',
  withdrawn: 'bring-back',
  keepsDecisions: true,
  says:
    'Signatures that were withdrawn since come back. Names that were erased since come back; a pause, a closing or a ' +
    'delivery that was recorded since is lost.\n',
};

/**
 * Plans a restore over a database that may have changed since the backup.
 * @throws CommandError if the operator must decide first
 */
export function planOver(found: Comparison, wishes: RestoreWishes, schema: string): RestorePlan {
  const newer = wishes.loseNewer ? 'lose' : 'keep';
  if (!found.sameDatabase && found.newer > 0 && newer === 'keep') {
    throw new CommandError(
      `the database is not the one that was backed up: its ${signatures(found.newer, 'was', 'were')} not made since this ` +
        `backup, and ${schema} must not mix both. Restore into an empty database, or add --lose-newer to delete what is ` +
        'there. Nothing was changed.',
    );
  }
  const withdrawn = withdrawnPlan(found, wishes);
  return {
    newer,
    withdrawn,
    keepsDecisions: found.sameDatabase,
    says: `${newerSaid(found, newer)}${goneSaid(found, withdrawn)}${decisionsSaid(found, newer)}`,
  };
}

/** A withdrawal is a right: a signature that the database no longer has comes back only if that is asked for. */
function withdrawnPlan(found: Comparison, wishes: RestoreWishes): RestorePlan['withdrawn'] {
  const { gone, withdrawals, sameDatabase } = found;
  const knowsNothing = !sameDatabase || (found.signatures === 0 && withdrawals === 0);
  if (wishes.withWithdrawn) return 'bring-back';
  if (wishes.withoutWithdrawn) {
    if (!knowsNothing) return 'leave-out';
    throw new CommandError(
      sameDatabase
        ? 'the database holds no signatures: it can not tell which people withdrew'
        : 'the database is not the one that was backed up: it can not tell which people withdrew',
    );
  }
  if (knowsNothing) return 'bring-back';
  if (gone <= withdrawals) return 'leave-out';
  throw new CommandError(
    `${signatures(gone, 'of the backup is', 'of the backup are')} not in the database any more, and it has booked ` +
      `${plural(withdrawals, 'withdrawal', 'withdrawals')} since. The others were withdrawn while they were set aside, or the ` +
      'database has lost them, and nothing tells which. Decide: --without-withdrawn leaves all of them out; ' +
      '--with-withdrawn brings all of them back, also those of people who withdrew. Nothing was changed.',
  );
}

function newerSaid({ newer }: Comparison, choice: RestorePlan['newer']): string {
  if (newer === 0) return 'No signature was made since this backup.\n';
  const made = signatures(newer, 'made since this backup', 'made since this backup');
  return choice === 'keep'
    ? `${made} ${newer === 1 ? 'stays' : 'stay'}. --lose-newer would delete ${newer === 1 ? 'it' : 'them'}.\n`
    : `${made} will be LOST, with their conversations (--lose-newer).\n`;
}

function goneSaid(found: Comparison, choice: RestorePlan['withdrawn']): string {
  const { gone, withdrawals } = found;
  if (gone === 0) return '';
  const all = signatures(gone, 'of the backup is', 'of the backup are');
  const booked = `it has booked ${plural(withdrawals, 'withdrawal', 'withdrawals')} since`;
  return choice === 'leave-out'
    ? `${all} not in the database any more (${booked}), and ${gone === 1 ? 'stays' : 'stay'} out. --with-withdrawn would bring ${gone === 1 ? 'it' : 'them'} back.\n`
    : `${all} not in the database (${booked}), and ${gone === 1 ? 'comes' : 'come'} back, also if ${gone === 1 ? 'its person' : 'their people'} withdrew.\n`;
}

function decisionsSaid({ sameDatabase }: Comparison, choice: RestorePlan['newer']): string {
  if (!sameDatabase) return 'What was decided in the database (a pause, a closing, a delivery) is lost.\n';
  return choice === 'keep'
    ? 'Names, conversations and decisions of the database stay as they are.\n'
    : 'Names that were corrected since are as they were at the backup. A pause, a closing, a delivery and an erasure stay as the database has them.\n';
}

/** Says what happens to subscriptions. */
export function contactsSaid({ rows }: BackupContents, contacts: boolean): string {
  const subscribers = rows.contacts ?? 0;
  return contacts
    ? `With them ${plural(subscribers, 'person comes', 'people come')} who had asked for updates, even if they have stopped them since; an ` +
        'announcement that was sent since, and that the database does not know of, would reach them again.\n'
    : `${plural(subscribers, 'person who had asked for updates by then is', 'people who had asked for updates by then are')} left out, since some may have stopped them; ` +
        '--contacts puts them back.\n';
}

/** Tells the operator what to do after the restore. */
export function afterword(plan: RestorePlan, madeAt: string): string {
  const since = moment(new Date(madeAt));
  return (
    (plan.withdrawn === 'leave-out'
      ? ''
      : `Tell people, where they will read it, that people who withdrew after ${since} have to withdraw once more.\n`) +
    (plan === INTO_EMPTY || !plan.keepsDecisions
      ? 'If you closed the petition or delivered the letter since then, record it again with `close`, before the bot starts.\n'
      : '')
  );
}
