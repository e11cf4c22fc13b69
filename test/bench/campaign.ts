import { generateIdentity, identityToRecipient } from 'age-encryption';
import { pino } from 'pino';
import { type Campaign, openCampaign } from '../../src/campaign.js';
import { CONTENT_DIR } from '../../src/paths.js';
import { loadPetition } from '../../src/petition/load.js';
import type { Petition } from '../../src/petition/petition.js';
import type { Database } from '../../src/storage/database.js';
import { schemaName } from '../../src/storage/schema-name.js';
import { PEPPER } from '../support/people.js';

export const petition: Petition = loadPetition({
  contentDir: CONTENT_DIR,
  petition: 'zefzafi',
  organiser: { name: 'Benchmark', contact: 'bench@example.org', privacyUrl: 'https://example.org/privacy' },
});

export const SCHEMA = schemaName(petition.id, false);

/** A campaign on a database; numbers move at once, so that every turn reads the total as well. */
export async function benchBooks(database: Database): Promise<Campaign> {
  const campaign = openCampaign({
    database,
    petition,
    preview: false,
    pepper: PEPPER,
    recipients: [await identityToRecipient(await generateIdentity())],
    refreshSeconds: 0,
    log: pino({ level: 'silent' }),
    now: () => new Date(),
  });
  await campaign.ledger.ready();
  return campaign;
}
