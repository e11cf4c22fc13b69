import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { OperatorError } from '../operator-error.js';
import { type AppOptions, createApp } from './app.js';
import * as limits from './limits.js';

/** Requests in flight get this long when the server closes. */
const CLOSING_MS = 10_000;

export interface HttpServer {
  /**
   * Starts to listen and returns the address.
   * @throws AddressUnavailable if the port is taken or not allowed
   */
  listen(): Promise<AddressInfo>;
  /** Takes no new connections, ends the streams, and waits for requests in flight, up to a limit. */
  close(): Promise<void>;
}

/** The server can't listen on this address. The message says what to do. */
export class AddressUnavailable extends OperatorError {
  override readonly name = 'AddressUnavailable';
}

/** The HTTP server: the page, the API and every adapter's routes. It listens only after `listen`. */
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
  /** Browsers connect ahead of time. Node.js doesn't count such a connection as idle before its first request. */
  const unused = new Set<Socket>();
  server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));

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
      for (const socket of unused) socket.destroy();
      // A kept-alive connection becomes idle after its last answer; then we close it.
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
