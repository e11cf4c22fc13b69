import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf, startDatabase, type TestDatabase } from '../support/databases.js';
import { act, ledgerOn, person, signOnce } from '../support/people.js';
import { allGuesses, guessableKeys, hashesIn, likelyGuesses, ownConstruction, recover } from './attack.js';
import { dumpOf } from './places.js';

/** A list of accounts that anyone can buy or scrape; it includes the people who signed. */
const CANDIDATES = 200_000;
const FIRST_ID = 5_000_000_000;
const SIGNERS = 200;

/** We try all other ways (hundreds) on all people who signed, and on this many who did not. */
const OTHERS = 50;

const KNOWN = { petition: 'zefzafi', channel: 'telegram' };

function* candidates(): Generator<string> {
  for (let index = 0; index < CANDIDATES; index += 1) yield String(FIRST_ID + index);
}

/** Every thousandth candidate signed. */
const signers = Array.from({ length: SIGNERS }, (_, index) =>
  String(FIRST_ID + index * (CANDIDATES / SIGNERS)),
);
const shortlist = [...signers, ...signers.slice(0, OTHERS).map((id) => String(Number(id) + 1))];

describe('a stolen dump and a list of accounts', { timeout: 120_000 }, () => {
  let server: TestDatabase;

  beforeAll(async () => {
    server = await startDatabase('server');
  });
  afterAll(() => server.remove());

  /** Records the signatures under a pepper, and dumps all tables. */
  async function stolenUnder(pepper: Buffer): Promise<ReadonlySet<string>> {
    const schema = server.newSchema();
    const ledger = ledgerOn({ database: server.database, schema, pepper });
    await Promise.all(signers.map((id) => act(ledger, person(id), signOnce())));
    ledger.close();
    const [counted] = await rowsOf(server, schema)('SELECT count(*)::int AS n FROM @signatures');
    expect(counted?.n).toBe(SIGNERS);
    return hashesIn(await dumpOf(server.database, schema));
  }

  it(`give away none of ${SIGNERS} signers among ${CANDIDATES} candidates without the pepper, and all with it`, async () => {
    const pepper = randomBytes(32);
    const hashes = await stolenUnder(pepper);
    expect(hashes.size).toBeGreaterThanOrEqual(2 * SIGNERS);

    expect(recover(hashes, candidates(), likelyGuesses(KNOWN))).toEqual([]);
    expect(allGuesses(KNOWN).length).toBeGreaterThan(400);
    expect(recover(hashes, shortlist, allGuesses(KNOWN))).toEqual([]);

    // As SECURITY.md says: a thief who also has the pepper can test whether a known account signed.
    const withPepper = [ownConstruction(pepper, KNOWN, 'signature')];
    expect(recover(hashes, shortlist, withPepper)).toEqual(signers);
  });

  it('would give away all of them where the hashes had no key, or one that can be guessed', async () => {
    const unkeyed = await stolenUnder(Buffer.alloc(0));
    const without = [ownConstruction(Buffer.alloc(0), KNOWN, 'signature')];
    expect(recover(unkeyed, candidates(), without)).toEqual(signers);

    const [, guessable = Buffer.alloc(0)] = guessableKeys(KNOWN);
    expect(recover(await stolenUnder(guessable), shortlist, allGuesses(KNOWN))).toEqual(signers);
  });
});
