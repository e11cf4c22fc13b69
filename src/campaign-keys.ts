import type { Configuration } from './config.js';
import { previewKeys } from './signatures/keys.js';

/**
 * The keys of the pseudonyms and of the names. They are the operator's; a preview makes its own and keeps them in
 * `DATA_DIR`.
 */
export async function keysFor(
  configuration: Configuration,
): Promise<{ readonly pepper: Buffer; readonly recipients: readonly string[] }> {
  const { pepper, recipients, dataDir } = configuration;
  if (pepper !== null && recipients !== null) return { pepper, recipients };
  const made = await previewKeys(dataDir);
  return { pepper: pepper ?? made.pepper, recipients: recipients ?? made.recipients };
}
