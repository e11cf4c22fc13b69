import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { pino } from 'pino';
import { web } from '../../adapters/web/index.js';
import { readConfiguration } from '../../src/config.js';
import { PROJECT_ROOT } from '../../src/paths.js';
import { serve } from '../../src/serve.js';

const TSC = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

/** Builds the code that runs in the browser: tests run from the source, a browser does not. */
export async function buildClients(): Promise<void> {
  const projects = ['adapters/web/client', 'src/http/client'];
  await promisify(execFile)(process.execPath, [TSC, '--build', ...projects], { cwd: PROJECT_ROOT });
}

/** The whole channel as `npm start` puts it together with no configuration: a preview, in a folder of its own. */
export async function startPreview(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'petition-browser-'));
  const { configuration, problems } = readConfiguration({ DATA_DIR: folder, PORT: '0' }, 0);
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
