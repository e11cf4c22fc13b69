import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { times } from './scale.js';

/** Nothing here takes this long but on a machine that does other things as well. */
const PATIENCE_MS = times(60_000, 300_000);

/** The address of the same database, reached through another port. */
export function through(url: string, port: number): string {
  const address = new URL(url);
  address.port = String(port);
  return address.href;
}

/** The port in an address. */
export function portOf(url: string): number {
  return Number(new URL(url).port);
}

/** Waits until something is so; fails with what it waited for when it takes too long. */
export async function until(
  what: string,
  so: () => boolean | Promise<boolean>,
  timeoutMs = PATIENCE_MS,
): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!(await so())) {
    if (performance.now() > end) throw new Error(`waited ${timeoutMs / 1000} s in vain: ${what}`);
    await wait(50);
  }
}

/** Waits until a server answers a statement at this address. */
export async function answering(url: string): Promise<void> {
  await until(`an answer at port ${portOf(url)}`, () => answers(url));
}

/** Whether a statement is answered within two seconds. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 2_000,
    query_timeout: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT');
    return true;
  } catch {
    return false;
  } finally {
    client.end().catch(() => undefined);
  }
}
