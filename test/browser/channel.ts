import { rm } from 'node:fs/promises';
import { pino } from 'pino';
import { web } from '../../adapters/web/index.js';
import { type Environment, readConfiguration } from '../../src/config.js';
import { serve } from '../../src/serve.js';
import { newDataDir } from '../support/embedded.js';

/**
 * The whole channel as `npm start` puts it together with no configuration: a preview, in a folder of its own.
 * @param env more of the environment
 */
export async function startPreview(
  env: Environment = {},
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const folder = await newDataDir();
  const { configuration, problems } = readConfiguration({ ...env, DATA_DIR: folder, PORT: '0' }, 0);
  if (configuration === null) throw new Error(JSON.stringify(problems));
  const running = await serve({
    configuration,
    platforms: [],
    chat: web(configuration),
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    onFatal: (error) => {
      throw error;
    },
  });
  return {
    url: running.url,
    async stop() {
      await running.stop();
      await rm(folder, { recursive: true });
    },
  };
}
