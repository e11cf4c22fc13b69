import { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';
import { type BackoffOptions, createBackoff } from '../../src/channel/kit/backoff.js';
import { pause } from '../../src/channel/kit/pause.js';
import { parseJson } from '../../src/channel/kit/webhook.js';
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
 * Each process has its own connection, and Slack sends each payload to one of them. When Slack announces the end of a
 * connection, the next one is opened first: nobody who presses meanwhile meets a gap.
 *
 * Bolt's client would reconnect by itself, but 5 s late. A refusal meanwhile would be an unhandled rejection,
 * which ends the process. So each connection gets a client of its own.
 */
export async function stayConnected(options: SocketOptions, signal: AbortSignal): Promise<void> {
  const { log, onState } = options;
  const backoff = createBackoff(options.backoff);
  /** A connection whose end Slack has announced. It is used until the next one is open. */
  let former: Connection | null = null;
  while (!signal.aborted) {
    let asked = 0;
    let heldMs = 0;
    try {
      const connection = await connect(options, signal);
      former?.hangUp();
      former = null;
      onState(null);
      const began = performance.now();
      if ((await connection.over) === 'announced') former = connection;
      else onState('slack-reconnecting');
      heldMs = performance.now() - began;
    } catch (error) {
      if (signal.aborted) break;
      asked = retryAfterMs(error);
      const code = refusesToken(error) ? 'slack-app-token-refused' : failureOf(error).code;
      if (!former?.isOpen()) onState(code);
      log.warn({ ...failureOf(error), code }, 'not connected to Slack');
    }
    if (heldMs > HELD_MS) backoff.reset();
    else await pause(Math.max(backoff.next(), asked), signal);
  }
  former?.hangUp();
}

/** Slack did not greet the connection, or closed it before. */
class NotGreeted extends Error {
  override readonly name = 'NotGreeted';
  constructor() {
    super('Slack did not greet the connection');
  }
}

/** An established connection. */
interface Connection {
  /** Resolves when it has ended, or when Slack has announced that it will end. Never rejects. */
  readonly over: Promise<'ended' | 'announced'>;
  isOpen(): boolean;
  hangUp(): void;
}

/** Connects. @throws NotGreeted or an error of Slack's client, if the connection is not established */
async function connect({ settings, app, log }: SocketOptions, signal: AbortSignal): Promise<Connection> {
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
  const closed = new AbortController();
  const ended = new Promise<'ended'>((resolve) =>
    client.once('disconnected', () => {
      closed.abort();
      resolve('ended');
    }),
  );
  const announced = new Promise<'announced'>((resolve) =>
    guardMessages(receiver, {
      announced: () => resolve('announced'),
      report: (error) => log.warn(failureOf(error), 'a message of Slack could not be read'),
    }),
  );
  const over = new AbortController();
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
    if (signal.aborted) throw new NotGreeted();
    const waiting = AbortSignal.any([over.signal, signal]);
    const tooLate = pause(HELLO_MS, waiting).then(() => false);
    if (!(await Promise.race([greeted, tooLate]))) throw new NotGreeted();
    return { over: Promise.race([ended, announced]), isOpen: () => !closed.signal.aborted, hangUp };
  } catch (error) {
    hangUp();
    throw error;
  }
}

/** Slack's notice that it will end a connection: https://docs.slack.dev/apis/events-api/using-socket-mode#disconnect */
const noticeSchema = z.object({
  type: z.literal('disconnect'),
  reason: z.enum(['warning', 'refresh_requested']),
});

/**
 * Slack's client handles messages in promises that it does not watch. A message that it can't read would end
 * the process. And it would hang up at once when Slack announces the end.
 */
function guardMessages(
  { client }: SocketModeReceiver,
  { announced, report }: { readonly announced: () => void; readonly report: (error: unknown) => void },
): void {
  const listeners = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...message: unknown[]) => {
    const [words] = message;
    if (typeof words === 'string' && noticeSchema.safeParse(parseJson(words)).success) {
      announced();
      return;
    }
    for (const listener of listeners) {
      const heard = async () => listener(...message);
      heard().catch(report);
    }
  });
}
