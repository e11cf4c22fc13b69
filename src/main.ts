import { existsSync } from 'node:fs';
import path from 'node:path';
import { discord } from '../adapters/discord/index.js';
import { slack } from '../adapters/slack/index.js';
import { telegram } from '../adapters/telegram/index.js';
import { readArguments } from './arguments.js';
import { configurePlatforms, type Platform } from './channel/platform.js';
import { hasBegun } from './cli/open.js';
import { EnvironmentError, readConfiguration } from './config.js';
import { explain } from './explain.js';
import { endAfter } from './last-resort.js';
import { createLog } from './log.js';
import { PROJECT_ROOT } from './paths.js';
import { readyLine, settledReport } from './ready-line.js';
import type { Running } from './serve.js';
import { keepHeapSmall } from './small-heap.js';
import { platformNames } from './staff/platform-names.js';

/** The platforms: a new one is a folder under `adapters/` and a name here. */
const PLATFORMS: readonly Platform[] = [telegram, discord, slack];

/** Each adapter waits at most ten seconds for work in flight. After this time the process ends in any case. */
const STOPPING_MS = 15_000;

/** After this time, an exit that hangs is ended too: before systemd's TimeoutStopSec of 20 s (docs/OPERATING.md). */
const LAST_RESORT_MS = 17_000;

/**
 * A Ctrl-C reaches the program twice, from the terminal and through npm: a second signal within this time is the same
 * Ctrl-C.
 */
const SAME_SIGNAL_MS = 1_000;

/** Starts the channel, and stops it at a signal. */
async function run({ acceptNewDatabase }: { readonly acceptNewDatabase: boolean }): Promise<void> {
  keepHeapSmall();
  const { configured, problems } = configurePlatforms(PLATFORMS, process.env);
  const { configuration, problems: others } = readConfiguration(process.env, configured.length);
  if (configuration === null || problems.length > 0) throw new EnvironmentError([...others, ...problems]);

  const log = createLog(configuration.logLevel);
  if (!hasBegun(configuration)) console.error(`Making the database in ${configuration.dataDir}…`);
  let running: Running | null = null;
  let stoppingSince: number | null = null;

  async function stop(exitCode: number): Promise<void> {
    if (stoppingSince !== null) {
      if (performance.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(exitCode || 1);
      return;
    }
    stoppingSince = performance.now();
    process.exitCode = exitCode;
    endAfter(LAST_RESORT_MS);
    setTimeout(() => process.exit(exitCode || 1), STOPPING_MS).unref();
    await running?.stop();
    process.exit(exitCode);
  }

  function fail(error: unknown): void {
    console.error(explain(error));
    if (stoppingSince !== null) process.exit(1);
    stop(1).catch(() => process.exit(1));
  }

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop(0).catch(fail);
    });
  }
  // What can't be written (a full disk, a reader that has gone) is lost; nobody's signature depends on it.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  // Neither should ever happen. Where one does, going on in an unknown state would put signatures at risk.
  process.on('unhandledRejection', fail);
  process.on('uncaughtException', fail);

  const [{ serve }, { web }] = await Promise.all([import('./serve.js'), import('../adapters/web/index.js')]);
  running = await serve({
    configuration,
    platforms: configured,
    names: platformNames(PLATFORMS),
    chat: web(configuration),
    log,
    now: () => new Date(),
    acceptNewDatabase,
    onFatal: fail,
  });
  const report = await settledReport(running.report);
  if (stoppingSince === null) console.info(`\n${readyLine(running.url, report)}\n`);
}

async function main(argv: readonly string[]): Promise<void> {
  const invocation = readArguments(argv);
  if (invocation.mode === 'end') {
    process.exitCode = invocation.exitCode;
    return;
  }
  const envFile = path.join(PROJECT_ROOT, '.env');
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  if (invocation.mode === 'serve') {
    await run(invocation);
    return;
  }
  const { runCommandLine } = await import('./cli/command-line.js');
  process.exitCode = await runCommandLine(invocation.rest, PLATFORMS);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
