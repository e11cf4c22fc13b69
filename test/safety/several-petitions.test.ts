import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChoices } from '../../src/signatures/choices.js';
import type { Database } from '../../src/storage/database.js';
import { startDatabase, type TestDatabase } from '../support/databases.js';
import { EVIDENCE, ledgerOn, PEPPER, person, signing, TODAY, turn } from '../support/people.js';
import { linksBetween, type Sighted, sightedIn } from './links.js';

/** Ends a transaction, so that its changes are taken back. */
class TakenBack extends Error {}

const PEOPLE = 1_000;
const PETITIONS = ['river', 'well', 'hill'] as const;

/** What a petition's rows may share with those of another: groups of a hundred people and more. */
const channels = ['telegram', 'discord'] as const;
const locales = ['en', 'ar', 'fr'] as const;
const sources = [null, 'poster'] as const;

const pick = <Value>(values: readonly Value[], index: number): Value => {
  const value = values[index % values.length];
  if (value === undefined) throw new RangeError('nothing to pick from');
  return value;
};

describe('a stolen dump of a bot with several petitions', { timeout: 120_000 }, () => {
  let server: TestDatabase;
  let schemas: readonly string[];
  const people = Array.from({ length: PEOPLE }, (_, index) =>
    person(7_000_000_000 + index, pick(channels, index)),
  );

  beforeAll(async () => {
    server = await startDatabase('server');
    schemas = await Promise.all(PETITIONS.map(signedBy));
  });
  afterAll(() => server.remove());

  /** Everybody signs in a schema, under their name; some ask for updates; all have a conversation under way. */
  async function signedBy(petition: string): Promise<string> {
    const schema = server.newSchema();
    const ledger = ledgerOn({ database: server.database, schema, petition });
    const shown = { locale: 'en', version: petition.repeat(16).slice(0, 64) };
    const evidence = {
      ...EVIDENCE,
      texts: { notice: shown, demands: shown, letter: shown, privacy: shown, consent: shown },
    };
    await Promise.all(
      people.map(async (who, index) => {
        const name = `Person number ${index}`;
        const locale = pick(locales, index);
        const draft = `a draft of ${name}`;
        const change = signing({ name, locale, source: pick(sources, index), evidence });
        await turn(ledger, await ledger.read(who), change, draft);
        if (index % 3 !== 0) return;
        const agreed = { day: TODAY, button: 'updates.yes', text: shown };
        await turn(ledger, await ledger.read(who), { kind: 'subscribe', locale, evidence: agreed }, draft);
      }),
    );
    expect(await ledger.counted()).toBe(PEOPLE);
    ledger.close();
    return schema;
  }

  /** One after the other: a transaction takes one query at a time. */
  async function sighted(database: Pick<Database, 'query'>): Promise<readonly Sighted[]> {
    const found: Sighted[] = [];
    for (const schema of schemas) found.push(await sightedIn(database, schema));
    return found;
  }

  it('joins nobody across petitions: all that two rows share, many people share', async () => {
    const choices = openChoices(server.database, PEPPER, () => new Date(`${TODAY}T12:00:00Z`));
    await Promise.all(
      people.map((who, index) =>
        choices.write(who, { petition: pick(PETITIONS, index), locale: pick(locales, index) }),
      ),
    );
    const bot = await sightedIn(server.database, 'petitions_bot');
    const found = await sighted(server.database);
    expect(bot.tables).toEqual(['choices']);
    for (const { tables } of found) expect(tables).toEqual(['contacts', 'conversations', 'signatures']);

    const all = [...found, bot];
    const pairs = all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));
    expect(pairs).toHaveLength(6);
    for (const [one, other] of pairs) expect(linksBetween(one, other)).toEqual([]);
  });

  it('would join everybody where two petitions made the same pseudonyms', async () => {
    const [first] = await sighted(server.database);
    const links = linksBetween(first, await sightedIn(server.database, await signedBy('river')));
    const pseudonyms = links.filter((text) => /^[\w-]{43}$/.test(text));
    // The signature's and the conversation's.
    expect(pseudonyms).toHaveLength(2 * PEOPLE);
  });

  it.each([
    ['a field of its own', `jsonb_set(value::jsonb, '{seen}', '"a-browser-of-their-own"')::text`],
    ['the end of a value', `value || '-4711-4711-4711'`],
    ['a length that nobody else has', `value || repeat(' ', 40)`],
  ])('would join one person through %s', async (_, planted) => {
    await server.database
      .transaction(async (query) => {
        for (const schema of schemas) {
          await query(
            `UPDATE ${schema}.signatures SET value = ${planted}
             WHERE key = (SELECT min(key) FROM ${schema}.signatures)`,
          );
        }
        const [one, other] = await sighted({ query });
        expect(linksBetween(one, other).length).toBeGreaterThan(0);
        throw new TakenBack();
      })
      .catch((error: unknown) => {
        if (!(error instanceof TakenBack)) throw error;
      });
  });
});
