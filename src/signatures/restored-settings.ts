import { CAMPAIGN_SETTING } from './campaign-state.js';
import { OFFSETS_SETTING } from './offsets.js';
import { PROMISED_SETTING } from './promised-day.js';

/**
 * Decides on the settings that a restore must not take back. People may rely on what was decided since the backup: a
 * delivery fixes the day on which names are erased, and an erasure is done for good.
 * @param backup null if the backup lacks the setting
 * @param database the value before the restore
 * @returns null for a setting about which people were promised nothing
 */
export function settleSetting(key: string, backup: string | null, database: string): string | null {
  if (key === CAMPAIGN_SETTING) {
    // Each decision of the database counts. The backup fills in those that the database never knew.
    return JSON.stringify({ ...(backup === null ? {} : JSON.parse(backup)), ...JSON.parse(database) });
  }
  // The last day for the names can only become an earlier one.
  if (key === PROMISED_SETTING) return backup !== null && backup < database ? backup : database;
  // A newer figure of a count elsewhere was read there, whatever happened here.
  return key === OFFSETS_SETTING ? database : null;
}
