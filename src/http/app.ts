import express, { type Express } from 'express';
import type { Logger } from 'pino';
import type { Adapter } from '../channel/adapter.js';
import type { PublicStatus } from '../channel/public-status.js';
import type { Configuration } from '../config.js';
import type { TotalsLog } from '../log-of-totals/totals-log.js';
import type { Petition } from '../petition/petition.js';
import type { PublicTotal } from '../signatures/public-total.js';
import { ASSETS } from './assets.js';
import { createReport, metricsRoute, type Readiness, readyz } from './health.js';
import { boundBody, boundRate } from './limits.js';
import { logRoutes } from './log-routes.js';
import { countRequests, type Metrics } from './metrics.js';
import { campaignPage } from './page.js';
import { publicNumber } from './public-number.js';
import { createRefuse, onError, onlyMethods } from './refusals.js';
import { securityHeaders } from './security.js';
import { createTotalEvents } from './total-events.js';

export interface AppOptions {
  readonly petition: Petition;
  readonly total: PublicTotal;
  readonly status: PublicStatus;
  /** The public log of the total, where there is one. */
  readonly totalsLog?: TotalsLog | null;
  /** Their routes and page parts come in this order. */
  readonly adapters: readonly Adapter[];
  /** Whether a signature can be recorded now. */
  readonly ready: () => Promise<Readiness>;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly settings: HttpSettings;
}

/** HTTP's part of the configuration. */
export type HttpSettings = Pick<Configuration, 'host' | 'port' | 'publicUrl' | 'trustProxy' | 'metricsToken'>;

/** All routes of the HTTP server, and a function that ends open streams. */
export function createApp(options: AppOptions): { readonly app: Express; endStreams(): void } {
  const { petition, total, status, totalsLog = null, adapters, metrics, log, settings } = options;
  const refuse = createRefuse(petition);
  const bounded = boundRate(refuse);
  const readOnly = onlyMethods('GET, HEAD', refuse);
  const events = createTotalEvents(total, (published) => publicNumber(petition, published), refuse);
  const behindProxy = settings.publicUrl !== null || settings.trustProxy > 0;
  metrics.showSignatures(total);

  const app = express();
  app.set('trust proxy', settings.trustProxy);
  app.use(countRequests(metrics), securityHeaders(settings.publicUrl), boundBody(refuse));

  // First: adapters read raw request bodies, because platforms sign the raw bytes.
  for (const { router } of adapters) if (router !== undefined) app.use(router);

  app
    .route('/')
    .get(bounded, campaignPage({ petition, total, status, adapters, hasLog: totalsLog !== null }))
    .all(readOnly);
  app.use('/api/total', (_request, response, next) => {
    response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
    next();
  });
  app
    .route('/api/total')
    .get(bounded, async (request, response) => {
      response.set('Cache-Control', 'no-store');
      try {
        response.json(publicNumber(petition, await total.read()));
      } catch {
        refuse(request, response, 'unavailable');
      }
    })
    .all(readOnly);
  app.route('/api/total/events').get(bounded, events.handler).all(readOnly);
  if (totalsLog !== null) app.use(logRoutes({ petition, total, totalsLog, base: '', bounded, refuse }));
  app
    .route('/healthz')
    .get((_request, response) => {
      response.set('Cache-Control', 'no-store').json({ alive: true });
    })
    .all(readOnly);
  app
    .route('/readyz')
    .get(bounded, readyz(createReport(options.ready, adapters)))
    .all(readOnly);
  app
    .route('/metrics')
    .get(bounded, metricsRoute(metrics, { token: settings.metricsToken, behindProxy }, refuse))
    .all(readOnly);
  for (const [address, file] of Object.entries(ASSETS)) app.route(address).get(file).all(readOnly);
  app.use((request, response) => refuse(request, response, 'not-found'));
  app.use(onError(refuse, log));
  return { app, endStreams: events.close };
}
