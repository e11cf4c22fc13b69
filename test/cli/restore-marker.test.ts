import { expect, it } from 'vitest';
import { databaseMarkers } from '../../src/storage/database-marker.js';
import { person } from '../support/people.js';
import { backedUp, begun, schemaOf, sign, withLedger } from './campaign.js';
import { PLACES, run, usePlaces } from './support.js';

const places = usePlaces();

/** Says, beside the bot, that a database of this id had signatures. */
async function lastUsed(env: { readonly DATA_DIR?: string }, schema: string, id: string): Promise<void> {
  const markerFor = databaseMarkers({
    dataDir: env.DATA_DIR ?? '',
    accept: false,
    onUnwritable: (error) => {
      throw error;
    },
  });
  await markerFor(schema).keep(id, 5);
}

it.each(PLACES)('restores into %s as the database that is meant from now on', async (place) => {
  const env = await begun(places, place);
  const file = await backedUp(places, env);
  const empty = { ...env, ...(await places.empty(place)) };
  empty.DATA_DIR ??= places.folder();
  await lastUsed(empty, schemaOf(empty), 'a-database-that-is-lost');
  const before = await run(['check'], empty);
  expect(before.out).toMatch(/^✗ last used +another database, which had 5 signatures or more/m);

  expect((await run(['restore', file], empty)).code).toBe(0);
  expect((await run(['check'], empty)).out).toMatch(/^✓ last used +the same database as before$/m);
});

it('is not taken for a loss by a bot that was not stopped', async () => {
  const env = await begun(places, 'a PostgreSQL server');
  const file = await backedUp(places, env);
  await withLedger(env, async (ledger) => {
    await sign(ledger, person(20));
    await ledger.read(person(20));
    expect((await run(['restore', file, '--replace', '--lose-newer', '--yes'], env)).code).toBe(0);
    expect(await ledger.read(person(20))).toMatchObject({ lost: false, signature: null });
  });
});
