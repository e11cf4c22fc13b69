import { pino } from 'pino';
import { createAdapter, PACE } from '../../../adapters/telegram/adapter.js';
import { LIMITS, type Rates } from '../../../adapters/telegram/limits.js';
import { readSettings } from '../../../adapters/telegram/settings.js';
import { web } from '../../../adapters/web/index.js';
import type { ConfiguredPlatform } from '../../../src/channel/platform.js';
import { readConfiguration } from '../../../src/config.js';
import { explain } from '../../../src/explain.js';
import { serve } from '../../../src/serve.js';
import { crowd } from './crowd.js';
import { say } from './report.js';

/** Telegram's own limits on how fast a bot may speak don't slow the tests down. */
const FAST: Rates = { all: { begin: 10_000, most: 10_000, inFlight: 1_000 }, chat: [], group: [] };

// The program as `main.ts` puts it together, with two differences: it speaks faster, and a crowd of supporters lives
// beside Telegram in the same process.
const settings = readSettings(process.env);
if (settings !== null && 'problems' in settings) throw new Error('Telegram is not configured');
const telegram: readonly ConfiguredPlatform[] =
  settings === null
    ? []
    : [
        {
          channel: 'telegram',
          limits: LIMITS,
          create: async (context) =>
            createAdapter(settings, context, {
              ...PACE,
              rates: FAST,
              retryMs: 50,
              backoff: { firstMs: 100, longestMs: 1_000 },
            }),
          check: async () => [],
        },
      ];
const platforms = [...telegram, crowd()];
const { configuration, problems } = readConfiguration(process.env, platforms.length);
if (configuration === null) throw new Error(problems.map(({ variable }) => variable).join(', '));

function fail(error: unknown): void {
  say({ kind: 'ended', why: explain(error) });
  process.exit(1);
}
process.on('unhandledRejection', fail).on('uncaughtException', fail);

try {
  const running = await serve({
    configuration,
    platforms,
    chat: web(configuration),
    log: pino(
      { level: configuration.logLevel, base: null },
      { write: (line: string) => say({ kind: 'log', line }) },
    ),
    now: () => new Date(),
    onFatal: fail,
  });
  process.on('SIGTERM', () => {
    running.stop().then(() => process.exit(0), fail);
  });
  say({ kind: 'ready', url: running.url.replace(/\/$/, '') });
} catch (error) {
  fail(error);
}
