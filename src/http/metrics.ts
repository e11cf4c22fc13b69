import type { Request, RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Outcome } from '../channel/adapter.js';
import type { PublicTotal } from '../signatures/public-total.js';
import type { Recount } from '../signatures/recount.js';

/** The operators' metrics. Labels contain nothing about people. */
export interface Metrics {
  readonly registry: Registry;
  /** Counts a petition's handled events: its conductor's `observe`. */
  turnsOf(petition: string): (channel: string, outcome: Outcome, seconds: number) => void;
  /** Counts an answered HTTP request. `route` is the route's pattern, never the requested address. */
  observeRequest(route: string, status: number): void;
  /** Counts a turn that this process confirmed and the database lost. */
  observeLoss(): void;
  /** Shows the public count, and nothing while it can't be read. */
  showSignatures(petition: string, total: PublicTotal): void;
  /** Shows the result of the last daily recount, and nothing while it can't be read. */
  showRecount(petition: string, last: () => Promise<Recount | null>): void;
}

/** A turn makes one read and one write: from a millisecond to the database's time limit. */
const TURN_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** @param several whether the bot has several petitions: then what is counted for each has a label that names it */
export function createMetrics(several = false): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const own = several ? ['petition'] : [];
  const labels = (petition: string) => (several ? { petition } : {});
  const totals = new Map<string, PublicTotal>();
  const recounts = new Map<string, () => Promise<Recount | null>>();
  collectDefaultMetrics({ register: registry });
  const events = new Counter({
    name: 'petition_events_total',
    help: 'What supporters did, by what became of it.',
    labelNames: [...own, 'channel', 'outcome'],
    registers,
  });
  const turns = new Histogram({
    name: 'petition_turn_seconds',
    help: 'How long a turn took, from event to sent answer.',
    labelNames: [...own, 'channel'],
    buckets: TURN_SECONDS,
    registers,
  });
  const requests = new Counter({
    name: 'petition_http_requests_total',
    help: 'HTTP requests answered.',
    labelNames: ['route', 'status'],
    registers,
  });
  const losses = new Counter({
    name: 'petition_lost_turns_total',
    help: 'Turns that were confirmed and that the database no longer had when their person came back.',
    registers,
  });
  new Gauge({
    name: 'petition_signatures',
    help: 'Counted signatures as the public sees them, without the offset.',
    labelNames: own,
    registers,
    async collect() {
      this.reset();
      for (const [petition, total] of totals) {
        // No sample is better than an old one. /readyz and the log report the database.
        const published = await total.read().catch(() => null);
        if (published !== null) this.set(labels(petition), published.counted);
        else this.remove(labels(petition));
      }
    },
  });
  new Gauge({
    name: 'petition_recount_findings',
    help: 'What the last daily recount found: names that nobody can read, places where the tally or the public log differs.',
    labelNames: [...own, 'what'],
    registers,
    async collect() {
      this.reset();
      for (const [petition, last] of recounts) {
        const found = await last().catch(() => null);
        if (found === null) continue;
        this.set({ ...labels(petition), what: 'names' }, found.closedNames);
        this.set({ ...labels(petition), what: 'tally' }, found.places);
        this.set({ ...labels(petition), what: 'log' }, logFindings(found));
      }
    },
  });
  return {
    registry,
    turnsOf: (petition) => (channel, outcome, seconds) => {
      events.inc({ ...labels(petition), channel, outcome });
      turns.observe({ ...labels(petition), channel }, seconds);
    },
    observeRequest(route, status) {
      requests.inc({ route, status: String(status) });
    },
    observeLoss() {
      losses.inc();
    },
    showSignatures(petition, total) {
      totals.set(petition, total);
    },
    showRecount(petition, last) {
      recounts.set(petition, last);
    },
  };
}

/** How many signatures the public log is wrong by; 1 if it has stopped. */
function logFindings({ logDifference, logTrouble }: Recount): number {
  return logTrouble === null ? Math.abs(logDifference) : 1;
}

/** Counts every request by the pattern of its route. The requested address stays private. */
export function countRequests(metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    response.on('close', () => {
      if (response.headersSent) metrics.observeRequest(routeOf(request), response.statusCode);
    });
    next();
  };
}

function routeOf(request: Request): string {
  const pattern: unknown = request.route?.path;
  return typeof pattern === 'string' ? request.baseUrl + pattern : 'other';
}
