import { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { type BackoffOptions, createBackoff } from '../../src/channel/kit/backoff.js';
import { pause } from '../../src/channel/kit/pause.js';
import type { SlackApp } from './app.js';
import { failureOf, refusesToken, retryAfterMs } from './failure.js';
import type { SlackSettings } from './settings.js';
import { clientOptions, SILENT } from './web.js';

/** Slack greets a new connection at once. Without a greeting it does not work. */
const HELLO_MS = 15_000;

/** A connection that lasted this long was good: we reconnect at once, and the backoff starts again. */
const HELD_MS = 10_000;

export interface SocketOptions {
  readonly settings: Pick<SlackSettings, 'apiRoot'> & { readonly appToken: string };
  readonly app: SlackApp;
  readonly backoff: BackoffOptions;
  readonly log: Logger;
  /** Called with the state: null when connected, else the code of the problem. */
  readonly onState: (code: string | null) => void;
}

/**
 * Stays connected in Socket Mode until the signal aborts, and reconnects after every failure. Never rejects.
 * Each process has its own connection, and Slack sends each payload to one of them.
 *
 * Bolt's client would reconnect by itself, but 5 s late. A refusal meanwhile would be an unhandled rejection,
 * which ends the process. So each connection gets a client of its own.
 */
export async function stayConnected(options: SocketOptions, signal: AbortSignal): Promise<void> {
  const { log, onState } = options;
  const backoff = createBackoff(options.backoff);
  while (!signal.aborted) {
    const began = performance.now();
    let asked = 0;
    let connected = true;
    try {
      await connection(options, signal);
    } catch (error) {
      connected = false;
      asked = retryAfterMs(error);
      const code = refusesToken(error) ? 'slack-app-token-refused' : failureOf(error).code;
      onState(code);
      if (!signal.aborted) log.warn({ ...failureOf(error), code }, 'not connected to Slack');
    }
    if (connected && performance.now() - began > HELD_MS) {
      backoff.reset();
      continue;
    }
    if (connected) onState('slack-reconnecting');
    await pause(Math.max(backoff.next(), asked), signal);
  }
}

/** Slack did not greet the connection, or closed it before. */
class NotGreeted extends Error {
  override readonly name = 'NotGreeted';
  constructor() {
    super('Slack did not greet the connection');
  }
}

/** Connects and stays connected. Resolves when the connection ends; throws if it was never established. */
async function connection(
  { settings, app, log, onState }: SocketOptions,
  signal: AbortSignal,
): Promise<void> {
  const receiver = new SocketModeReceiver({
    appToken: settings.appToken,
    autoReconnectEnabled: false,
    logger: SILENT,
    installerOptions: { clientOptions: clientOptions(settings) },
    processEventErrorHandler: async ({ error }) => {
      log.error(failureOf(error), 'an envelope could not be handled');
      return false;
    },
  });
  receiver.init(app);
  const { client } = receiver;
  guardMessages(receiver, (error) => log.warn(failureOf(error), 'a message of Slack could not be read'));
  const over = new AbortController();
  const ended = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
  const hangUp = () => {
    over.abort();
    client
      .disconnect()
      .catch((error: unknown) => log.warn(failureOf(error), 'a connection could not be closed'));
  };
  const greeted = client.start().then(
    () => true,
    (error: unknown) => {
      // The client rejects with nothing if the connection closes before the greeting.
      throw error ?? new NotGreeted();
    },
  );
  // If the connection is established after we gave up, we close it then.
  greeted.then(
    () => over.signal.aborted && hangUp(),
    () => undefined,
  );
  signal.addEventListener('abort', hangUp, { once: true, signal: over.signal });
  try {
    if (signal.aborted) return;
    const tooLate = pause(HELLO_MS, AbortSignal.any([over.signal, signal])).then(() => false);
    if (!(await Promise.race([greeted, tooLate]))) {
      if (signal.aborted) return;
      throw new NotGreeted();
    }
    onState(null);
    await ended;
  } finally {
    hangUp();
  }
}

/**
 * Slack's client handles messages in promises that it does not watch. A message that it can't read would end
 * the process.
 */
function guardMessages({ client }: SocketModeReceiver, report: (error: unknown) => void): void {
  const listeners = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...message: unknown[]) => {
    for (const listener of listeners) {
      const heard = async () => listener(...message);
      heard().catch(report);
    }
  });
}
