import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Finished } from '../../support/finished.js';

/** What a connection leads to: a port of this machine, or a socket's file. */
export type Target = { readonly port: number } | { readonly path: string };

/** A connection that breaks is what this proxy is for. */
const ignore = () => undefined;

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  /** Whether the client has sent something that the server has not answered. */
  asked: boolean;
}

/** A TCP proxy on 127.0.0.1 that can do to its connections what a network can. */
export class TcpProxy {
  /** Told of every piece that a client sends. */
  onSent: (piece: Buffer) => void = ignore;
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  #target: Target;
  #port = 0;
  #silent = false;
  #losing = false;
  #lost = 0;
  #refusing = false;
  #delayMs = 0;

  private constructor(target: Target) {
    this.#target = target;
    this.#server = createServer({ pauseOnConnect: true }, (near) => this.#accept(near));
  }

  /** @param finished takes clean-up functions for the end of the test */
  static async start(target: Target, finished: Finished): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    const address = proxy.#server.address();
    if (address === null || typeof address === 'string') throw new Error('a port has a number');
    proxy.#port = address.port;
    finished(() => proxy.#stop());
    return proxy;
  }

  get port(): number {
    return this.#port;
  }

  get connections(): number {
    return this.#pairs.size;
  }

  /** Leads new connections elsewhere, as a name that is given to another machine does. */
  leadTo(target: Target): void {
    this.#target = target;
  }

  /** Nothing passes any more, and nobody is told: no RST, no FIN. What was sent arrives after `mend`. */
  blackHole(): void {
    this.#silence(true);
  }

  /** The server gets everything and does it; its answers never arrive. `cut` must follow. */
  loseAnswers(): void {
    this.#losing = true;
    this.#lost = 0;
  }

  /** Whether the server has done all that it got, and at least one of its answers was lost. */
  get hasLostAnswers(): boolean {
    return this.#lost > 0 && ![...this.#pairs].some(({ asked }) => asked);
  }

  /** Every piece takes this much longer, each way. */
  delay(ms: number): void {
    this.#delayMs = ms;
  }

  /** Breaks all connections at once; new ones are taken. */
  cut(): void {
    for (const { near, far } of this.#pairs) {
      near.resetAndDestroy();
      far.destroy();
    }
  }

  /** Breaks all connections and takes no new ones. */
  refuse(): void {
    this.#refusing = true;
    this.cut();
  }

  /** Everything passes again. */
  mend(): void {
    this.#refusing = false;
    this.#delayMs = 0;
    this.#losing = false;
    this.#silence(false);
  }

  async #stop(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #silence(silent: boolean): void {
    this.#silent = silent;
    for (const pair of this.#pairs) this.#apply(pair);
  }

  /** A stream that is not read from keeps what it has: the other side notices only that it has to wait. */
  #apply({ near, far }: Pair): void {
    for (const socket of [near, far]) {
      if (this.#silent) socket.pause();
      else socket.resume();
    }
  }

  #accept(near: Socket): void {
    if (this.#refusing) {
      near.on('error', ignore).resetAndDestroy();
      return;
    }
    const far = connect(this.#target);
    const pair: Pair = { near, far, asked: false };
    this.#pairs.add(pair);
    const end = () => {
      this.#pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.setNoDelay(true).on('error', ignore).on('close', end);
    near.on('data', (piece) => {
      pair.asked = true;
      this.onSent(piece);
      this.#pass(far, piece);
    });
    far.on('data', (piece) => {
      pair.asked = false;
      if (this.#losing) this.#lost += 1;
      else this.#pass(near, piece);
    });
    near.on('end', () => this.#later(() => far.end()));
    far.on('end', () => this.#later(() => near.end()));
    this.#apply(pair);
  }

  #pass(to: Socket, piece: Buffer): void {
    this.#later(() => {
      if (to.writable) to.write(piece);
    });
  }

  /** Timers of one length fire in their order, so that nothing is overtaken. */
  #later(act: () => void): void {
    if (this.#delayMs === 0) act();
    else setTimeout(act, this.#delayMs);
  }
}
