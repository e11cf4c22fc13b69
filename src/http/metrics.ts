import type { Request, RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Outcome } from '../channel/adapter.js';
import type { Recount } from '../signatures/recount.js';
import { addGauges, addLeaseGauge, addRecountGauge, type Watched } from './gauges.js';

/** The operators' metrics. Labels contain nothing about people. */
export interface Metrics {
  readonly registry: Registry;
  /** Counts a petition's handled events: its conductor's `observe`. */
  turnsOf(petition: string): (channel: string, outcome: Outcome, seconds: number) => void;
  /** Counts an answered HTTP request. `route` is the route's pattern, never the requested address. */
  observeRequest(route: string, status: number): void;
  /** Counts a turn that this process confirmed and the database lost. */
  observeLoss(): void;
  /** Shows how petitions, platforms and the database are at each scrape. To be called once. */
  watch(watched: Watched): void;
  /** Shows of which jobs this process holds the lease. To be called once. */
  showLeases(jobs: () => ReadonlyMap<string, boolean>): void;
  /** Shows the result of the last daily recount, and nothing while it can't be read. */
  showRecount(petition: string, last: () => Promise<Recount | null>): void;
}

/** A turn makes one read and one write: from a millisecond to the database's time limit. */
const TURN_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const OUTCOMES: Readonly<Record<Outcome, Outcome>> = {
  applied: 'applied',
  repeat: 'repeat',
  unsent: 'unsent',
  unsaved: 'unsaved',
  failed: 'failed',
};

/** @param several whether the bot has several petitions: then what is counted for each has a label that names it */
export function createMetrics(several = false): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const own = several ? ['petition'] : [];
  const labels = (petition: string) => (several ? { petition } : {});
  const recounts = new Map<string, () => Promise<Recount | null>>();
  collectDefaultMetrics({ register: registry });
  const events = new Counter({
    name: 'petition_events_total',
    help: 'What supporters did, by outcome.',
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
  addRecountGauge(registry, recounts, labels);
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
    watch(watched) {
      addGauges(registry, watched, labels);
      // Prometheus does not see the first increase of a counter that was not there before.
      for (const { petition } of watched.petitions)
        for (const { channel } of watched.adapters)
          for (const outcome of Object.values(OUTCOMES))
            events.inc({ ...labels(petition.id), channel, outcome }, 0);
    },
    showLeases: (jobs) => addLeaseGauge(registry, jobs),
    showRecount(petition, last) {
      recounts.set(petition, last);
    },
  };
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

/** Of a route with several addresses, the first. */
function routeOf(request: Request): string {
  const [pattern]: unknown[] = [request.route?.path].flat();
  return typeof pattern === 'string' ? request.baseUrl + pattern : 'other';
}
