import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { ResumeFault } from './faults.js';

const packetSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal(1), d: z.number().nullable() }),
  z.object({ op: z.literal(2), d: z.object({ token: z.string(), intents: z.number() }) }),
  z.object({ op: z.literal(6), d: z.object({ token: z.string(), session_id: z.string(), seq: z.number() }) }),
]);

/** Close codes after which a session can't be resumed. */
const OVER = new Set([1000, 1001, 4003, 4004, 4005, 4007, 4009, 4010, 4011, 4012, 4013, 4014]);

/** A client's session. It keeps the events that were sent, so that another connection can resume it. */
interface Session {
  readonly id: string;
  sequence: number;
  readonly sent: { readonly s: number; readonly packet: string }[];
  socket: WebSocket | null;
}

export interface GatewayOptions {
  readonly token: () => string;
  /** The gateway's address. */
  readonly url: () => string;
  /** The other fields of READY. */
  readonly ready: () => object;
  readonly heartbeatMs: number;
}

/** No name server is asked for it: the parts of a name have at most 63 characters. */
const UNRESOLVABLE = `ws://${'x'.repeat(64)}.invalid`;

/** The path of the address at which sessions are resumed. */
const RESUME_PATH = '/resume';

/** Discord's gateway: hello, identify, ready, heartbeats, resume with replay. */
export class Gateway {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, Session>();
  readonly #options: GatewayOptions;
  /** How often a session was started and resumed. */
  identified = 0;
  resumed = 0;
  heartbeats = 0;
  /** The intents that the last session asked for. */
  intents: number | null = null;
  /** The close code with which every connection is refused after it identified; null: none is refused. */
  refuseWith: number | null = null;
  /** If true, connections are cut before hello. */
  refuseConnections = false;
  /** How many connections were cut before hello. */
  refused = 0;
  /** If true, heartbeats are not acknowledged: the connection is a zombie. */
  deaf = false;

  /** What is wrong with the address at which sessions are resumed; null: nothing. */
  resumeFault: ResumeFault | null = null;
  /** How many connections were made to the address at which sessions are resumed. */
  resumeTries = 0;

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.refuseConnections) {
      this.refused += 1;
      socket.destroy();
      return;
    }
    if (request.url?.startsWith(RESUME_PATH)) {
      this.resumeTries += 1;
      if (this.resumeFault === 'black-hole') return;
      if (this.resumeFault === 'refuses') {
        socket.end('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
        return;
      }
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#greet(connection));
  }

  #greet(socket: WebSocket): void {
    socket.on('message', (data) => {
      const packet = packetSchema.safeParse(JSON.parse(String(data)));
      if (!packet.success) return socket.close(4002);
      this.#receive(socket, packet.data);
    });
    socket.on('close', () => {
      for (const session of this.#sessions.values()) if (session.socket === socket) session.socket = null;
    });
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: this.#options.heartbeatMs } }));
  }

  #receive(socket: WebSocket, packet: z.infer<typeof packetSchema>): void {
    if (packet.op === 1) {
      this.heartbeats += 1;
      if (!this.deaf) socket.send(JSON.stringify({ op: 11 }));
      return;
    }
    if (packet.d.token !== this.#options.token()) socket.close(4004, 'Authentication failed.');
    else if (this.refuseWith !== null) socket.close(this.refuseWith);
    else if (packet.op === 2) this.#identify(socket, packet.d.intents);
    else this.#resume(socket, packet.d.session_id, packet.d.seq);
  }

  #identify(socket: WebSocket, intents: number): void {
    this.identified += 1;
    this.intents = intents;
    const session: Session = { id: randomUUID(), sequence: 0, sent: [], socket };
    this.#sessions.set(session.id, session);
    this.#send(session, 'READY', {
      v: 10,
      session_id: session.id,
      resume_gateway_url:
        this.resumeFault === 'does-not-resolve' ? UNRESOLVABLE : this.#options.url() + RESUME_PATH,
      ...this.#options.ready(),
    });
  }

  #resume(socket: WebSocket, id: string, sequence: number): void {
    if (this.resumeFault === 'swallows-resume') return;
    const session = this.#sessions.get(id);
    if (session === undefined) {
      socket.send(JSON.stringify({ op: 9, d: false }));
      return;
    }
    this.resumed += 1;
    session.socket = socket;
    for (const { s, packet } of session.sent) if (s > sequence) socket.send(packet);
    this.#send(session, 'RESUMED', {});
  }

  #send(session: Session, event: string, data: object): void {
    session.sequence += 1;
    const packet = JSON.stringify({ op: 0, t: event, s: session.sequence, d: data });
    session.sent.push({ s: session.sequence, packet });
    if (session.sent.length > 1000) session.sent.shift();
    session.socket?.send(packet);
  }

  /** How many clients are connected and in a session. */
  get connected(): number {
    return [...this.#sessions.values()].filter(({ socket }) => socket !== null).length;
  }

  /** Sends an event to every session. A session without a connection gets it when it resumes. */
  dispatch(event: string, data: object): void {
    for (const session of this.#sessions.values()) this.#send(session, event, data);
  }

  /** Repeats the last event, as happens when a client resumes from an earlier sequence number. */
  repeatLast(): void {
    for (const { sent, socket } of this.#sessions.values()) {
      const last = sent.at(-1);
      if (last !== undefined) socket?.send(last.packet);
    }
  }

  /** Cuts every connection without a close code; the sessions can be resumed. */
  cut(): void {
    for (const { socket } of this.#sessions.values()) socket?.terminate();
  }

  /** Every client's connection stays open, but nothing is read from it any more: no heartbeat, and no farewell. */
  freeze(): void {
    for (const { socket } of this.#sessions.values()) socket?.pause();
  }

  /** Closes every connection with a code. */
  close(code: number): void {
    for (const { id, socket } of this.#sessions.values()) {
      socket?.close(code);
      if (OVER.has(code)) this.#sessions.delete(id);
    }
  }

  /** Op 7: asks every client to connect again. */
  askToReconnect(): void {
    for (const { socket } of this.#sessions.values()) socket?.send(JSON.stringify({ op: 7, d: null }));
  }

  /** Op 9: tells every client that its session is invalid, and whether it may resume it. */
  invalidate(resumable: boolean): void {
    for (const { id, socket } of this.#sessions.values()) {
      socket?.send(JSON.stringify({ op: 9, d: resumable }));
      if (!resumable) this.#sessions.delete(id);
    }
  }

  stop(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }
}
