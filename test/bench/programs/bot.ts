import { discord } from '../../../adapters/discord/index.js';
import { slack } from '../../../adapters/slack/index.js';
import { telegram as limited } from '../../../adapters/telegram/index.js';
import type { Rates } from '../../../adapters/telegram/limits.js';
import { readSettings } from '../../../adapters/telegram/settings.js';
import { web } from '../../../adapters/web/index.js';
import { configurePlatforms, type Platform } from '../../../src/channel/platform.js';
import { readConfiguration } from '../../../src/config.js';
import { explain } from '../../../src/explain.js';
import { createLog } from '../../../src/log.js';
import { serve } from '../../../src/serve.js';
import { keepHeapSmall } from '../../../src/small-heap.js';

/** No limits on sending: the fake has none, and we measure the program. */
const UNLIMITED: Rates = {
  all: { begin: 10_000, most: 10_000, inFlight: 1_000, backOff: 1 },
  chat: [],
  group: [],
};

const telegram: Platform = {
  ...limited,
  configure(env) {
    const settings = readSettings(env);
    const configured = limited.configure(env);
    if (settings === null || configured === null || 'problems' in settings || 'problems' in configured)
      return configured;
    return {
      ...configured,
      async create(context) {
        const { createAdapter, PACE } = await import('../../../adapters/telegram/adapter.js');
        return createAdapter(settings, context, { ...PACE, rates: UNLIMITED });
      },
    };
  },
};

function fail(error: unknown): void {
  console.error(explain(error));
  process.exit(1);
}
process.on('unhandledRejection', fail).on('uncaughtException', fail);

keepHeapSmall();

// The program as `main.ts` puts it together, but for Telegram's limits.
const { configured, problems } = configurePlatforms([telegram, discord, slack], process.env);
const { configuration, problems: others } = readConfiguration(process.env, configured.length);
if (configuration === null || problems.length > 0)
  throw new Error(
    [...problems, ...others].map(({ variable, message }) => `${variable}: ${message}`).join('; '),
  );
try {
  const running = await serve({
    configuration,
    platforms: configured,
    chat: web(configuration),
    log: createLog(configuration.logLevel),
    now: () => new Date(),
    onFatal: fail,
  });
  process.on('SIGTERM', () => {
    running.stop().then(() => process.exit(0), fail);
  });
  console.log(`ready ${running.url.replace(/\/$/, '')}`);
} catch (error) {
  fail(error);
}
