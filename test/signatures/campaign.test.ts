import { expect, it } from 'vitest';
import { NEW_CAMPAIGN } from '../../src/petition/petition.js';
import { onEachDatabase } from '../support/databases.js';
import { day } from '../support/day.js';
import { ledgerOn, person } from '../support/people.js';

onEachDatabase("the operator's decisions", (test) => {
  it('do not exist at the beginning', async () => {
    const ledger = ledgerOn({ database: test.database, schema: test.newSchema() });
    expect(await ledger.campaign()).toEqual(NEW_CAMPAIGN);
    expect((await ledger.read(person('new'))).campaign).toEqual(NEW_CAMPAIGN);
  });

  it('reach every process with its next read', async () => {
    const schema = test.newSchema();
    const one = ledgerOn({ database: test.database, schema });
    const other = ledgerOn({ database: test.database, schema });
    await one.changeCampaignState({ paused: true });
    expect((await other.read(person('somebody'))).campaign.paused).toBe(true);
    await other.changeCampaignState({ paused: false });
    expect((await one.campaign()).paused).toBe(false);
  });

  it('are both kept when two operators decide at once', async () => {
    const schema = test.newSchema();
    const one = ledgerOn({ database: test.database, schema });
    const other = ledgerOn({ database: test.database, schema });
    await one.ready();
    await Promise.all([
      one.changeCampaignState({ paused: true }),
      other.changeCampaignState({ closed: day('2026-03-10') }),
    ]);
    expect(await one.campaign()).toEqual({ ...NEW_CAMPAIGN, paused: true, closed: '2026-03-10' });
  });
});
