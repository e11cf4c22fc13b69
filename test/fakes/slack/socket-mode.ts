import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Acknowledgement, Envelope, Retry, Transport } from './delivery.js';

const ackSchema = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

interface Pending {
  readonly id: string;
  readonly packet: string;
  socket: WebSocket | null;
  readonly settle: (acknowledgement: Acknowledgement) => void;
}

export interface SocketModeOptions {
  readonly appId: string;
  readonly deadlineMs: number;
  readonly pingMs: number;
}

/** Slack's limit for one app. */
const MAX_CONNECTIONS = 10;

/** Socket Mode: hello, envelopes of which each goes to one connection, acknowledgements, pings, disconnects. */
export class SocketMode implements Transport {
  readonly #server = new WebSocketServer({ noServer: true, autoPong: false });
  readonly #tickets = new Set<string>();
  readonly #ready: WebSocket[] = [];
  readonly #pending = new Set<Pending>();
  readonly #pinging: NodeJS.Timeout;
  readonly #options: SocketModeOptions;
  #turn = 0;
  /** Every acknowledgement by envelope, also late and repeated ones. */
  readonly acknowledged: string[] = [];
  /** The number of connections that got a hello. */
  greeted = 0;
  /** How often the last connection ended, so that nothing could be delivered. */
  gaps = 0;
  /** If true, pings are not answered: the connection is a zombie. */
  deaf = false;
  /** If true, connections are cut before hello. */
  refuseConnections = false;

  constructor(options: SocketModeOptions) {
    this.#options = options;
    this.#pinging = setInterval(() => {
      for (const socket of this.#ready) socket.ping('Ping from applink');
    }, options.pingMs);
    this.#pinging.unref();
  }

  /** A ticket for one connection, for `apps.connections.open`; null if there are too many connections. */
  ticket(): string | null {
    if (this.#ready.length >= MAX_CONNECTIONS) return null;
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return ticket;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'ws://slack').searchParams.get('ticket') ?? '';
    if (this.refuseConnections || !this.#tickets.delete(ticket)) {
      socket.destroy();
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#greet(connection));
  }

  #greet(socket: WebSocket): void {
    socket.on('message', (data) => this.#receive(String(data)));
    socket.on('ping', (data) => {
      if (!this.deaf) socket.pong(data);
    });
    socket.on('close', () => this.#lost(socket));
    this.greeted += 1;
    this.#ready.push(socket);
    const { appId } = this.#options;
    const hello = {
      type: 'hello',
      num_connections: this.#ready.length,
      debug_info: { host: 'applink-1', build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: appId },
    };
    socket.send(JSON.stringify(hello));
    for (const pending of this.#pending) if (pending.socket === null) this.#pass(pending);
  }

  #receive(text: string): void {
    const ack = ackSchema.safeParse(JSON.parse(text));
    if (!ack.success) return;
    const { envelope_id: id, payload } = ack.data;
    this.acknowledged.push(id);
    for (const pending of [...this.#pending]) {
      if (pending.id === id) pending.settle({ how: 'acknowledged', body: payload ?? {} });
    }
  }

  /** Envelopes that a lost connection did not acknowledge go to another connection, or to the next one. */
  #lost(socket: WebSocket): void {
    const index = this.#ready.indexOf(socket);
    if (index >= 0) this.#ready.splice(index, 1);
    if (this.#ready.length === 0) this.gaps += 1;
    for (const pending of this.#pending) if (pending.socket === socket) this.#pass(pending);
  }

  #pass(pending: Pending): void {
    this.#turn += 1;
    pending.socket = this.#ready[this.#turn % this.#ready.length] ?? null;
    pending.socket?.send(pending.packet);
  }

  send(envelope: Envelope, retry: Retry | null): Promise<Acknowledgement> {
    const { id, kind, payload } = envelope;
    if (this.#ready.length === 0) return Promise.resolve({ how: 'unreachable' });
    const packet = JSON.stringify({
      envelope_id: id,
      payload,
      type: kind,
      accepts_response_payload:
        kind === 'slash_commands' || ('type' in payload && payload.type === 'view_submission'),
      ...(kind === 'events_api'
        ? { retry_attempt: retry?.number ?? 0, retry_reason: retry?.reason ?? '' }
        : {}),
    });
    return new Promise((resolve) => {
      const settle = (acknowledgement: Acknowledgement) => {
        clearTimeout(timer);
        this.#pending.delete(pending);
        resolve(acknowledgement);
      };
      const timer = setTimeout(() => settle({ how: 'timeout' }), this.#options.deadlineMs);
      const pending: Pending = { id, packet, socket: null, settle };
      this.#pending.add(pending);
      this.#pass(pending);
    });
  }

  /** The number of connected clients that got a hello. */
  get connected(): number {
    return this.#ready.length;
  }

  /** Cuts every connection without a warning. */
  cut(): void {
    for (const socket of [...this.#ready]) socket.terminate();
  }

  /** Sends any data to every connection, even invalid data. */
  say(text: string): void {
    for (const socket of this.#ready) socket.send(text);
  }

  /** Asks every client to connect again: Slack does so every few hours, with a warning before. */
  askToReconnect(reason: 'warning' | 'refresh_requested' = 'refresh_requested'): void {
    this.say(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-1' } }));
  }

  stop(): void {
    clearInterval(this.#pinging);
    for (const pending of [...this.#pending]) pending.settle({ how: 'unreachable' });
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }
}
