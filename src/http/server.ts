import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OperatorError } from '../operator-error.js';
import { type AppOptions, createApp } from './app.js';
import * as limits from './limits.js';

/** What is in flight when the server closes is given this long. */
const CLOSING_MS = 10_000;

export interface HttpServer {
  /**
   * Begins to listen; gives the address.
   * @throws AddressUnavailable when the port is taken or can't be had
   */
  listen(): Promise<AddressInfo>;
  /** Takes no new connection, ends the streams, and waits for what is in flight, but not for ever. */
  close(): Promise<void>;
}

/** The address to listen on can't be had; the message says what to do. */
export class AddressUnavailable extends OperatorError {
  override readonly name = 'AddressUnavailable';
}

/** The one HTTP server: the page, the API and every adapter's routes. It listens only once told to. */
export function createHttpServer(options: AppOptions): HttpServer {
  const { host, port } = options.settings;
  const { app, endStreams } = createApp(options);
  const server = createServer(
    {
      headersTimeout: limits.HEADERS_TIMEOUT_MS,
      requestTimeout: limits.REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: limits.TIMEOUT_CHECK_MS,
      keepAliveTimeout: limits.KEEP_ALIVE_MS,
    },
    app,
  );
  server.setTimeout(limits.SILENCE_MS);

  return {
    async listen() {
      server.listen(port, host);
      try {
        await once(server, 'listening');
      } catch (error) {
        throw unavailable(error, host, port);
      }
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('not listening on a port');
      return address;
    },
    async close() {
      if (!server.listening) return;
      const closed = new Promise((resolve) => server.close(resolve));
      endStreams();
      // A kept connection turns idle when its last answer is out, and is of no more use then.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const overdue = setTimeout(() => server.closeAllConnections(), CLOSING_MS);
      await closed;
      clearInterval(idle);
      clearTimeout(overdue);
    },
  };
}

function unavailable(error: unknown, host: string, port: number): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const where = `port ${port} on ${host}`;
  switch (code) {
    case 'EADDRINUSE':
      return new AddressUnavailable(
        `${where} is in use: stop the program that has it, or set PORT to another`,
      );
    case 'EACCES':
      return new AddressUnavailable(`${where} is not allowed for this user: set PORT to one above 1023`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new AddressUnavailable(
        `HOST ${host} is not an address of this machine: set HOST to one that is`,
      );
    default:
      return error instanceof Error ? error : new Error('the server could not listen');
  }
}
