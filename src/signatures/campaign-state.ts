import { z } from 'zod';
import { daySchema } from '../day.js';
import { type CampaignState, NEW_CAMPAIGN } from '../petition/petition.js';
import type { Query } from '../storage/database.js';
import type { Table } from '../storage/table.js';

/** The setting with the operator's decisions: one row, read in every turn. */
export const CAMPAIGN_SETTING = 'campaign';

const day = daySchema.nullable();
const campaignStateSchema = z.strictObject({ paused: z.boolean(), closed: day, delivered: day, erased: day });

/** The operator's decisions; the initial state if there are none. */
export async function readCampaignState(settings: Table): Promise<CampaignState> {
  return parseCampaignState(await settings.get(CAMPAIGN_SETTING));
}

/** Parses the stored setting. */
export function parseCampaignState(stored: string | undefined): CampaignState {
  return stored === undefined
    ? NEW_CAMPAIGN
    : campaignStateSchema.parse({ ...NEW_CAMPAIGN, ...JSON.parse(stored) });
}

/**
 * Changes the given fields and keeps the rest, in one statement: concurrent changes by two operators both
 * survive.
 */
export async function changeCampaignState(
  query: Query,
  schema: string,
  change: Partial<CampaignState>,
): Promise<void> {
  await query(
    `INSERT INTO ${schema}.settings AS t (key, value, revision) VALUES ($1, $2, 1)
     ON CONFLICT (key) DO UPDATE
     SET value = (t.value::jsonb || excluded.value::jsonb)::text, revision = t.revision + 1`,
    [CAMPAIGN_SETTING, JSON.stringify(change)],
  );
}
