import { pino } from 'pino';
import { web } from '../../adapters/web/index.js';
import { type Environment, readConfiguration } from '../../src/config.js';
import { type Running, serve } from '../../src/serve.js';

/** Starts a preview's parts in this process, for tests that are not about the process. Any free port will do. */
export async function serveHere(env: Environment): Promise<Running> {
  const { configuration, problems } = readConfiguration({ PORT: '0', ...env }, 0);
  if (configuration === null) throw new Error(JSON.stringify(problems));
  return serve({
    configuration,
    platforms: [],
    chat: web(configuration),
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    onFatal: (error) => {
      throw error;
    },
  });
}
