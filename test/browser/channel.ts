import { rm } from 'node:fs/promises';
import type { Environment } from '../../src/config.js';
import { newDataDir } from '../support/embedded.js';
import { serveHere } from '../support/serve-here.js';

/**
 * The whole channel as `npm start` puts it together with no configuration: a preview, in a folder of its own.
 * @param env more of the environment
 */
export async function startPreview(
  env: Environment = {},
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const folder = await newDataDir();
  const running = await serveHere({ ...env, DATA_DIR: folder });
  return {
    url: running.url,
    async stop() {
      await running.stop();
      await rm(folder, { recursive: true });
    },
  };
}
