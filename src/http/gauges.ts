import { Gauge, type Registry } from 'prom-client';
import type { Adapter } from '../channel/adapter.js';
import { withTimeout } from '../channel/kit/with-timeout.js';
import type { Petition } from '../petition/petition.js';
import type { Status } from '../petition/status.js';
import type { PublishedCount } from '../signatures/public-total.js';
import type { Recount } from '../signatures/recount.js';

/**
 * A reading that takes longer gives no sample. This limit is longer than the time limit of `/readyz`, whose result is
 * one of the gauges, and shorter than 10 s, after which Prometheus gives up on a scrape.
 */
const READING_MS = 7_000;

export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Reads some samples of a gauge. May reject. */
export type Reading = () => Promise<readonly Sample[]>;

/** What the gauges look at. */
export interface Watched {
  readonly petitions: readonly {
    readonly petition: Pick<Petition, 'id'>;
    readonly total: { read(): Promise<Pick<PublishedCount, 'counted'>> };
    readonly status: { read(): Promise<Pick<Status, 'phase'>> };
  }[];
  readonly adapters: readonly Pick<Adapter, 'channel' | 'health' | 'unsent'>[];
  /** Whether the database takes signatures, as `/readyz` sees it. */
  readonly databaseUp: () => Promise<boolean>;
}

/** @param labelsOf the labels of a petition: none where the bot has only one */
export function addGauges(
  registry: Registry,
  { petitions, adapters, databaseUp }: Watched,
  labelsOf: (petition: string) => Readonly<Record<string, string>>,
): void {
  const eachPetition = (value: (petition: Watched['petitions'][number]) => Promise<number>): Reading[] =>
    petitions.map((one) => async () => [{ labels: labelsOf(one.petition.id), value: await value(one) }]);
  const eachAdapter = (value: (adapter: Watched['adapters'][number]) => number | undefined): Reading[] =>
    adapters.map((adapter) => async () => {
      const read = value(adapter);
      return read === undefined ? [] : [{ labels: { channel: adapter.channel }, value: read }];
    });
  addGauge(
    registry,
    'petition_signatures',
    'Counted signatures as the public sees them, without the offset.',
    () => eachPetition(async ({ total }) => (await total.read()).counted),
  );
  addGauge(registry, 'petition_paused', '1 while staff have paused signing, else 0.', () =>
    eachPetition(async ({ status }) => Number((await status.read()).phase === 'paused')),
  );
  addGauge(
    registry,
    'petition_database_up',
    '1 if the database takes signatures, as /readyz sees it.',
    () => [async () => [{ labels: {}, value: Number(await databaseUp()) }]],
  );
  addGauge(registry, 'petition_platform_up', '1 if people are answered there, as /readyz sees it.', () =>
    eachAdapter((adapter) => Number(adapter.health().ok)),
  );
  addGauge(registry, 'petition_unsent_answers', 'Events whose answer is not sent yet.', () =>
    eachAdapter((adapter) => adapter.unsent?.().answers),
  );
  addGauge(
    registry,
    'petition_oldest_unsent_answer_seconds',
    'How long ago the oldest event without a sent answer came; 0 if there is none.',
    () =>
      eachAdapter((adapter) => {
        const unsent = adapter.unsent?.();
        return unsent && unsent.oldestMs / 1_000;
      }),
  );
}

/** @param jobs by job: whether this process holds its lease */
export function addLeaseGauge(registry: Registry, jobs: () => ReadonlyMap<string, boolean>): void {
  addGauge(
    registry,
    'petition_lease_held',
    '1 if this process holds the lease of the job, 0 if it would take it.',
    () => [async () => [...jobs()].map(([job, held]) => ({ labels: { lease: job }, value: Number(held) }))],
  );
}

/** @param recounts by petition: reads the last recount; null if there is none yet */
export function addRecountGauge(
  registry: Registry,
  recounts: ReadonlyMap<string, () => Promise<Recount | null>>,
  labelsOf: (petition: string) => Readonly<Record<string, string>>,
): void {
  addGauge(
    registry,
    'petition_recount_findings',
    'What the last daily recount found: names that nobody can read, places where the tally or the public log differs.',
    () =>
      [...recounts].map(([petition, last]) => async () => {
        const found = await last();
        if (found === null) return [];
        const findings = { names: found.closedNames, tally: found.places, log: logFindings(found) };
        return Object.entries(findings).map(([what, value]) => ({
          labels: { ...labelsOf(petition), what },
          value,
        }));
      }),
  );
}

/** How many signatures the public log is wrong by; 1 if it has stopped. */
function logFindings({ logDifference, logTrouble }: Recount): number {
  return logTrouble === null ? Math.abs(logDifference) : 1;
}

/** A gauge that is read at each scrape. A failed reading gives no sample: none is better than an old one. */
function addGauge(registry: Registry, name: string, help: string, readings: () => readonly Reading[]): void {
  new Gauge<string>({
    name,
    help,
    labelNames: ['petition', 'channel', 'what', 'lease'],
    registers: [registry],
    async collect() {
      const read = await Promise.all(
        readings().map((reading) => withTimeout(READING_MS, reading()).catch(() => null)),
      );
      this.reset();
      for (const samples of read) for (const { labels, value } of samples ?? []) this.set(labels, value);
    },
  });
}
