import { beforeAll, expect, it, vi } from 'vitest';
import type { Petition } from '../../src/petition/petition.js';
import { onEachDatabase, rowsOf } from '../support/databases.js';
import { standbyOf } from '../support/fallback.js';
import { act, person, signOnce, TODAY } from '../support/people.js';
import { sample } from '../transcripts/sample.js';
import { openStage, ROOM } from './stage.js';

let petition: Petition;
beforeAll(async () => {
  petition = await sample();
});

onEachDatabase('the alert of lost turns', (test) => {
  it('comes once, with how many people, and is over an hour after the last', async () => {
    const schema = test.newSchema();
    const started = Date.now();
    let passed = 0;
    const now = () => new Date(Date.parse(`${TODAY}T12:00:00Z`) + Date.now() - started + passed);
    const { ledger, serve } = openStage(petition, test.database, schema, { now });
    await ledger.ready();
    const failover = await standbyOf(rowsOf(test, schema));
    for (const id of ['1', '2', '3']) await act(ledger, person(id), signOnce());
    await failover();
    for (const id of ['1', '2', '3']) await ledger.read(person(id));

    const { posted, end } = serve([ROOM]);
    await vi.waitUntil(() => posted.length > 0, { timeout: 20_000 });
    passed = 3_700_000;
    await vi.waitUntil(() => posted.length > 1, { timeout: 20_000 });
    await end();
    expect(posted.map(([, text]) => text)).toEqual([
      expect.stringMatching(/People who have noticed so far: .*3/),
      expect.stringContaining('Nobody has come upon a lost change for an hour'),
    ]);
  });
});
