import { randomInt } from 'node:crypto';
import type { Day } from '../../day.js';
import { OperatorError } from '../../operator-error.js';
import type { Evidence } from '../../petition/evidence.js';
import { unwrap } from '../data-keys.js';
import { prefixOf } from '../pseudonym.js';
import { fingerprintOf, parseRecord } from '../record.js';
import { openSealed, openSealedV1 } from '../sealing.js';
import type { SignatureSource, Status, StoredSignature } from './source.js';

/** Which signatures to export; null means any. */
export interface Filter {
  readonly status: Status | null;
  readonly channels: readonly string[] | null;
  /** The languages in which people signed. */
  readonly locales: readonly string[] | null;
}

/** A signature with its opened name. */
export interface OpenedSignature {
  /** Null: signs without a name, or the organiser left it out. */
  readonly name: string | null;
  /** Why the organiser left the name out; null if the organiser did not. */
  readonly omitted: string | null;
  /** The button that chose the name or none; null for version 1, which did not keep it. */
  readonly button: string | null;
  readonly locale: string;
  readonly channel: string;
  readonly status: Status;
  readonly day: Day;
  readonly evidence: Evidence;
}

/** Why a name could not be opened. */
export type Obstacle = 'unreadable' | 'key-missing' | 'key-closed' | 'name-closed' | 'erased';

/** A signature whose name could not be opened. */
export interface Unopened {
  /** The pseudonym's first characters. */
  readonly pseudonym: string;
  readonly obstacle: Obstacle;
  /** The id of the data key that sealed the name. */
  readonly dataKey: string;
}

export interface Collection {
  /** In an order that does not reveal when people signed. Signatures without a name come last. */
  readonly signatures: readonly OpenedSignature[];
  readonly unopened: readonly Unopened[];
  /** The platforms of all signatures, before the filter. */
  readonly channels: ReadonlySet<string>;
}

/** The identities open none of the names. */
class WrongIdentity extends OperatorError {
  override readonly name = 'WrongIdentity';
  constructor() {
    super(
      'this identity opens none of the names: they were sealed to other public keys (SEAL_RECIPIENTS at the time). ' +
        'Nothing was written.',
    );
  }
}

/** A signature with the hash of its receipt, which no export contains. */
export interface Receipted extends OpenedSignature {
  readonly receiptKey: string;
}

/**
 * Reads the wanted signatures and opens their names. People who withdraw during the run are left out.
 * @param identities `AGE-SECRET-KEY-1…`
 * @param omit takes names out of the signatures, and keeps the signatures; by default, none
 * @throws WrongIdentity, errors of the source, and what `omit` throws
 */
export async function collect(
  source: SignatureSource,
  identities: readonly string[],
  filter: Filter,
  omit: (signatures: readonly Receipted[]) => readonly Receipted[] = (signatures) => signatures,
): Promise<Collection> {
  const keys = dataKeyring(source, identities);
  const opened: Receipted[] = [];
  const unopened: Unopened[] = [];
  const channels = new Set<string>();
  const intern = interner();
  let anyOpen = false;
  await source.read(async (rows) => {
    for (const { channel } of rows) channels.add(channel);
    const wanted = rows.filter((row) => passes(row, filter));
    await keys.fetch(wanted.map((row) => row.data_key));
    for (const row of wanted) {
      const result = open(row, source.petition, keys);
      if ('obstacle' in result) {
        unopened.push(result);
        continue;
      }
      anyOpen = true;
      opened.push(intern(result));
    }
  });
  if (!anyOpen && unopened.some(({ obstacle }) => obstacle === 'key-closed')) {
    throw new WrongIdentity();
  }
  const stillThere = await source.stillThere(opened);
  return {
    signatures: inOrder(omit(opened.filter(({ receiptKey }) => stillThere.has(receiptKey)))),
    unopened,
    channels,
  };
}

/** Uses the row's columns: rows that the filter drops need no opening. */
function passes(row: StoredSignature, { status, channels, locales }: Filter): boolean {
  return (
    (status === null || row.status === status) &&
    (channels?.includes(row.channel) ?? true) &&
    (locales?.includes(row.locale) ?? true)
  );
}

function open(row: StoredSignature, petition: string, keys: DataKeyring): Receipted | Unopened {
  const { key, status, receipt_key: receiptKey, data_key: dataKey } = row;
  const failed = (obstacle: Obstacle): Unopened => ({ pseudonym: prefixOf(key), obstacle, dataKey });
  const record = parseRecord(row.value, row.channel);
  if (record === null) return failed('unreadable');
  const { version, nonce, sealed, locale, channel, day, evidence } = record;
  if (sealed === null) return failed('erased');
  const dataKeyOrObstacle = keys.get(dataKey);
  if (typeof dataKeyOrObstacle === 'string') return failed(dataKeyOrObstacle);
  const place = { petition, signature: key, nonce, fingerprint: fingerprintOf(record) };
  try {
    const { name, button } =
      version === 1
        ? { name: openSealedV1(dataKeyOrObstacle, sealed, place), button: null }
        : openSealed(dataKeyOrObstacle, sealed, place);
    return { name, omitted: null, button, locale, channel, status, day, evidence, receiptKey };
  } catch {
    // The cipher does not say what is wrong with it.
    return failed('name-closed');
  }
}

/** The data keys, each opened once. */
interface DataKeyring {
  fetch(ids: readonly string[]): Promise<void>;
  get(id: string): Buffer | 'key-missing' | 'key-closed';
}

function dataKeyring(source: SignatureSource, identities: readonly string[]): DataKeyring {
  const keys = new Map<string, Buffer | 'key-closed'>();
  return {
    async fetch(ids) {
      const unknown = [...new Set(ids)].filter((id) => !keys.has(id));
      if (unknown.length === 0) return;
      const wrapped = await source.wrappedKeys(unknown);
      for (const id of unknown) {
        const armored = wrapped.get(id);
        if (armored !== undefined) {
          keys.set(id, await unwrap(armored, ...identities).catch(() => 'key-closed' as const));
        }
      }
    },
    get: (id) => keys.get(id) ?? 'key-missing',
  };
}

/** Keeps one copy of evidence that many signatures share. So a hundred thousand signatures fit in memory. */
function interner(): (signature: Receipted) => Receipted {
  const known = new Map<string, Evidence>();
  return (signature) => {
    const written = JSON.stringify(signature.evidence);
    const evidence = known.get(written) ?? signature.evidence;
    known.set(written, evidence);
    return { ...signature, evidence };
  };
}

/**
 * Unicode's default order for all scripts, which English does not change. `Intl` has no tag for the default
 * order itself.
 */
const collator = new Intl.Collator('en');

/** By name. Namesakes, and signatures without a name, are in random order. */
function inOrder(signatures: readonly Receipted[]): OpenedSignature[] {
  const shuffled = signatures.map(({ receiptKey: _, ...signature }): OpenedSignature => signature);
  for (let index = shuffled.length - 1; index > 0; index -= 1) {
    const other = randomInt(index + 1);
    const [one, two] = [shuffled[index], shuffled[other]];
    if (one !== undefined && two !== undefined) [shuffled[index], shuffled[other]] = [two, one];
  }
  return shuffled.sort((one, other) => {
    if (one.name === null || other.name === null)
      return Number(one.name === null) - Number(other.name === null);
    return collator.compare(one.name, other.name);
  });
}
