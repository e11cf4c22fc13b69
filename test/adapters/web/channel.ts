import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { pino } from 'pino';
import { createWebAdapter } from '../../../adapters/web/index.js';
import { type Campaign, openCampaign, signedTexts } from '../../../src/campaign.js';
import type { Adapter } from '../../../src/channel/adapter.js';
import { servedPetitions } from '../../../src/channel/served-petitions.js';
import { onlyLine } from '../../../src/channel/switchboard.js';
import type { Petition } from '../../../src/petition/petition.js';
import type { Database } from '../../../src/storage/database.js';
import { openEmbedded } from '../../../src/storage/embedded.js';
import { day } from '../../support/day.js';
import { newDataDir } from '../../support/embedded.js';
import { httpServerFor } from '../ground.js';

/** An embedded database in a folder of its own. */
export async function temporaryDatabase(): Promise<Database> {
  const folder = await newDataDir();
  const database = await openEmbedded(folder);
  return {
    ...database,
    async close() {
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}

export interface WebChannel {
  readonly url: string;
  readonly adapter: Adapter;
  readonly campaign: Campaign;
  close(): Promise<void>;
}

/** The chat as it really runs: server, adapter, conductor and ledger over a database. */
export async function startWebChannel(options: {
  readonly database: Database;
  readonly petition: Petition;
  readonly now: () => Date;
  readonly publicUrl?: string;
  readonly trustProxy?: number;
  readonly preview?: boolean;
}): Promise<WebChannel> {
  const { database, petition, now, publicUrl = null, trustProxy = 0, preview = false } = options;
  const log = pino({ level: 'silent' });
  const campaign = openCampaign({
    database,
    petition,
    preview,
    pepper: randomBytes(32),
    recipients: [await identityToRecipient(await generateIdentity())],
    refreshSeconds: 0,
    log,
    now,
  });
  const adapter = createWebAdapter(
    {
      petitions: servedPetitions([campaign]),
      conductor: onlyLine(campaign.conductor),
    },
    { publicUrl, preview },
  );
  const server = httpServerFor(adapter, { campaign, log }, { publicUrl, trustProxy });
  await campaign.ledger.ready();
  await campaign.ledger.keepTexts(signedTexts(petition), day('2026-01-01'));
  const { port } = await server.listen();
  return {
    url: `http://127.0.0.1:${port}`,
    adapter,
    campaign,
    async close() {
      await server.close();
      campaign.close();
    },
  };
}
