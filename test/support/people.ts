import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Change } from '../../src/petition/change.js';
import type { NewEvidence } from '../../src/petition/evidence.js';
import { type Ledger, type LedgerOptions, openLedger, type Reading } from '../../src/signatures/ledger.js';
import type { Person } from '../../src/signatures/person.js';
import { type Rows, rowsOf, type TestDatabase } from './databases.js';
import { day } from './day.js';

/** A conversation as far as the ledger looks at it. */
const talkSchema = z.strictObject({ revision: z.number(), draft: z.string().optional() });
export type Talk = z.infer<typeof talkSchema>;

export const PEPPER = randomBytes(32);
/** Nobody has its identity: names sealed for it stay sealed. */
export const RECIPIENT = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

export const TODAY = day('2026-03-01');

/** A ledger on a schema, at noon of TODAY. */
export function ledgerOn(
  options: Pick<LedgerOptions<Talk>, 'database' | 'schema'> & Partial<LedgerOptions<Talk>>,
): Ledger<Talk> {
  return openLedger<Talk>({
    petition: 'zefzafi',
    pepper: PEPPER,
    recipients: [RECIPIENT],
    conversation: (value) => talkSchema.parse(value),
    now: () => new Date(`${TODAY}T12:00:00Z`),
    ...options,
  });
}

/** A ledger on a schema of its own, and SQL in it: see `rowsOf`. */
export function newLedger(test: Pick<TestDatabase, 'database' | 'newSchema'>): {
  readonly schema: string;
  readonly ledger: Ledger<Talk>;
  readonly rows: Rows;
} {
  const schema = test.newSchema();
  return { schema, ledger: ledgerOn({ database: test.database, schema }), rows: rowsOf(test, schema) };
}

export function person(id: string | number, channel = 'telegram'): Person {
  return { channel, tenant: '', id: String(id) };
}

const shown = (text: string) => ({ locale: 'en', version: text.repeat(64) });

export const EVIDENCE: NewEvidence = {
  texts: {
    demands: shown('a'),
    letter: shown('b'),
    notice: shown('e'),
    privacy: shown('c'),
    consent: shown('d'),
  },
  petition: { day: TODAY, button: 'consent.agree' },
  name: { day: TODAY },
};

/** The change of a person who signs. */
export function signing(
  over: Partial<Extract<Change, { kind: 'sign' }>> = {},
): Extract<Change, { kind: 'sign' }> {
  return {
    kind: 'sign',
    name: 'Aïcha Benali',
    button: 'name.typed',
    locale: 'fr',
    source: null,
    accountAge: 'older',
    evidence: EVIDENCE,
    ...over,
  };
}

/** Commits one turn over a reading. */
export function turn(
  ledger: Ledger<Talk>,
  reading: Reading<Talk>,
  change: Change = { kind: 'none' },
  draft?: string,
): Promise<'saved' | 'stale'> {
  const revision = (reading.conversation?.revision ?? 0) + 1;
  return ledger.commit(reading, draft === undefined ? { revision } : { revision, draft }, change, TODAY);
}

/** One whole turn of a person, as the conductor takes it: read, commit, and again while others were faster. */
export async function act(
  ledger: Ledger<Talk>,
  who: Person,
  decide: (reading: Reading<Talk>) => Change,
): Promise<Change> {
  for (;;) {
    const reading = await ledger.read(who);
    const change = decide(reading);
    if ((await turn(ledger, reading, change)) === 'saved') return change;
  }
}

/** Signs unless the person has signed. */
export const signOnce =
  (over: Parameters<typeof signing>[0] = {}) =>
  (reading: Reading<Talk>): Change =>
    reading.signature === null ? signing(over) : { kind: 'none' };
