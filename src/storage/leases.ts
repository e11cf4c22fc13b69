import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Database, type Query, StoreUnavailable } from './database.js';

/** The exclusive right to do a job, for a short time. Its holder renews it. */
export interface Lease {
  /** The fencing number: it grows with every new holder of the job. */
  readonly number: number;
  /** Aborts when the lease is lost: another process may do the job from then on. */
  readonly lost: AbortSignal;
  /**
   * Whether the lease is still valid, by this machine's clocks. Ask right before each action that only one process may
   * do: after a freeze it is right at once, even before our timers fire.
   */
  isHeld(): boolean;
  /** Gives the job back, so that another process can take it at once. Does nothing if the lease is lost. */
  release(): Promise<void>;
}

/** Decides which process does which job, among all processes on one database. */
export interface Leases {
  /**
   * Takes a job's lease.
   * @returns null while another process has it
   * @throws StoreUnavailable
   */
  take(job: string): Promise<Lease | null>;
}

/** All in milliseconds. */
export interface LeaseTimes {
  /** How long a lease is valid after its last renewal, by the server's clock. */
  readonly runsFor: number;
  readonly renewedEvery: number;
  /** The wait after a failed renewal. */
  readonly retriedAfter: number;
  /** The holder stops this long before the lease ends, in case its own clock is slow. */
  readonly margin: number;
}

/**
 * Another process can take the job 10 s after the last renewal; it asks every 2 s (`channel/ownership.ts`). The holder
 * renews every 3 s, so a few renewals may fail.
 */
export const LEASE_TIMES: LeaseTimes = {
  runsFor: 10_000,
  renewedEvery: 3_000,
  retriedAfter: 1_000,
  margin: 2_000,
};

export interface LeasesOptions {
  readonly database: Database;
  /** The schema with these jobs: a campaign and a preview on one database don't compete. */
  readonly schema: string;
  /** Resolves when the schema's tables exist. */
  readonly ready: () => Promise<void>;
  readonly times?: LeaseTimes;
}

/**
 * Opens the leases of a schema. They are rows, not session locks: a session lock can outlive a frozen process or a cut
 * network by hours. Behind a pooler in transaction mode it belongs to no process.
 */
export function openLeases({ database, schema, ready, times = LEASE_TIMES }: LeasesOptions): Leases {
  return database.kind === 'embedded'
    ? leasesInMemory(database, schema)
    : leasesInTable(database.query, schema, ready, times);
}

function leasesInTable(query: Query, schema: string, ready: () => Promise<void>, times: LeaseTimes): Leases {
  const holder = randomUUID();
  const held = new Map<string, Lease>();
  /** The jobs that this process is asking for. A second call must not take the lease from the first one. */
  const asking = new Set<string>();
  const end = `clock_timestamp() + interval '${times.runsFor} milliseconds'`;

  async function ask(job: string): Promise<Lease | null> {
    const asked = clocks();
    // The number is at least the time, so it grows even if a failover lost the row.
    const [row] = await query<{ number: string }>(
      `INSERT INTO ${schema}.leases AS l (job, holder, number, until)
         VALUES ($1, $2, (extract(epoch FROM clock_timestamp()) * 1000)::bigint, ${end})
         ON CONFLICT (job) DO UPDATE
         SET holder = excluded.holder, number = greatest(l.number + 1, excluded.number), until = ${end}
         WHERE l.until <= clock_timestamp() OR l.holder = excluded.holder
         RETURNING number::text`,
      [job, holder],
    );
    if (row === undefined) return null;
    const mine = [job, holder, row.number];
    const lease = prolonged(asked, Number(row.number), times, {
      async renew() {
        const rows = await query(
          `UPDATE ${schema}.leases SET until = ${end}
             WHERE job = $1 AND holder = $2 AND number = $3::bigint AND until > '-infinity' RETURNING job`,
          mine,
        );
        return rows.length === 1;
      },
      async giveBack() {
        await query(
          `UPDATE ${schema}.leases SET until = '-infinity'
             WHERE job = $1 AND holder = $2 AND number = $3::bigint`,
          mine,
        );
      },
    });
    held.set(job, lease);
    return lease;
  }

  return {
    async take(job) {
      await ready();
      if (asking.has(job) || held.get(job)?.isHeld()) return null;
      asking.add(job);
      try {
        return await ask(job);
      } finally {
        asking.delete(job);
      }
    },
  };
}

/** The statements on a lease's row. */
interface Row {
  /** False if another process now has the job, or if it was given back. */
  renew(): Promise<boolean>;
  giveBack(): Promise<void>;
}

/** Renews a lease until it is lost or given back. One renewal at a time. */
function prolonged(taken: Clocks, number: number, times: LeaseTimes, row: Row): Lease {
  const lost = new AbortController();
  const released = new AbortController();
  const over = AbortSignal.any([lost.signal, released.signal]);
  const validFor = times.runsFor - times.margin;
  let since = taken;
  let timer: NodeJS.Timeout | undefined;

  function prolong(from: Clocks): void {
    since = from;
    clearTimeout(timer);
    timer = setTimeout(isHeld, Math.max(0, validFor - elapsed(from))).unref();
  }

  function lose(): void {
    clearTimeout(timer);
    lost.abort();
  }

  function isHeld(): boolean {
    if (over.aborted) return false;
    if (elapsed(since) < validFor) return true;
    lose();
    return false;
  }

  async function keepRenewing(): Promise<void> {
    for (let next = times.renewedEvery; ; ) {
      await wait(next, undefined, { signal: over, ref: false }).catch(() => undefined);
      if (!isHeld()) return;
      const asked = clocks();
      try {
        if (await row.renew()) prolong(asked);
        else lose();
        next = times.renewedEvery;
      } catch (error) {
        // The next renewal may still be in time. If none is, the lease expires.
        if (!(error instanceof StoreUnavailable)) lose();
        next = times.retriedAfter;
      }
    }
  }

  prolong(taken);
  void keepRenewing();
  return {
    number,
    lost: lost.signal,
    isHeld,
    async release() {
      if (!isHeld()) return;
      clearTimeout(timer);
      released.abort();
      await row.giveBack();
    },
  };
}

/** We need two clocks: the monotonic one stops while the machine is suspended, and people can set the other one. */
interface Clocks {
  readonly monotonic: number;
  readonly wall: number;
}

function clocks(): Clocks {
  return { monotonic: performance.now(), wall: Date.now() };
}

/** The elapsed time in milliseconds, by the clock that shows more. */
function elapsed(since: Clocks): number {
  return Math.max(performance.now() - since.monotonic, Date.now() - since.wall);
}

/** The jobs taken on each embedded database, by schema. */
const taken = new WeakMap<Database, Set<string>>();

/** An embedded database has one process: leases in memory end with it, and a restart does not have to wait. */
function leasesInMemory(database: Database, schema: string): Leases {
  const jobs = taken.get(database) ?? new Set<string>();
  taken.set(database, jobs);
  let last = 0;
  return {
    async take(job) {
      const name = `${schema}/${job}`;
      if (jobs.has(name)) return null;
      jobs.add(name);
      last += 1;
      let held = true;
      return {
        number: last,
        lost: new AbortController().signal,
        isHeld: () => held,
        async release() {
          if (held) jobs.delete(name);
          held = false;
        },
      };
    },
  };
}
