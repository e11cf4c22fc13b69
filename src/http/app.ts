import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import express, { type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Adapter } from '../channel/adapter.js';
import { reply, type Webhook } from '../channel/kit/webhook.js';
import type { ServedPetitions } from '../channel/served-petitions.js';
import type { Configuration } from '../config.js';
import { causeOf } from '../log.js';
import { ASSETS } from './assets.js';
import { compress } from './compress.js';
import { createReport, metricsRoute, type Readiness, readyz, sharedReadiness } from './health.js';
import { boundBody, boundRate } from './limits.js';
import { listPage } from './list-page.js';
import { logRoutes } from './log-routes.js';
import { countRequests, type Metrics } from './metrics.js';
import { campaignPage, type PublishedPetition } from './page.js';
import { pictureRoutes } from './picture-routes.js';
import { publicNumber } from './public-number.js';
import { createRefuse, onError, onlyMethods } from './refusals.js';
import { screenRoutes } from './screen-routes.js';
import { openToOthers, securityHeaders } from './security.js';
import { siteFiles } from './site-files.js';
import { siteRoutes } from './site-routes.js';
import { createTotalEvents } from './total-events.js';

export interface AppOptions {
  readonly petitions: ServedPetitions<PublishedPetition>;
  /** Their routes and page parts come in this order. */
  readonly adapters: readonly Adapter[];
  /** Whether a signature can be recorded now. */
  readonly ready: () => Promise<Readiness>;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly settings: HttpSettings;
}

/** HTTP's part of the configuration. */
export type HttpSettings = Pick<
  Configuration,
  'host' | 'port' | 'publicUrl' | 'trustProxy' | 'metricsToken' | 'preview'
>;

/** Search engines must not list a preview. Chats still show links to it. */
const unlisted: RequestHandler = (_request, response, next) => {
  response.set('X-Robots-Tag', 'noindex, nofollow');
  next();
};

/** Answers all requests, and a function that ends open streams. */
export function createApp(options: AppOptions): { readonly app: RequestListener; endStreams(): void } {
  const { petitions, adapters, metrics, log, settings } = options;
  const refuse = createRefuse(petitions);
  const bounded = boundRate(refuse);
  const readOnly = onlyMethods('GET, HEAD', refuse);
  const ready = sharedReadiness(options.ready);
  metrics.watch({ petitions: petitions.all, adapters, databaseUp: async () => (await ready()).ok });
  const behindProxy = settings.publicUrl !== null || settings.trustProxy > 0;

  const app = express();
  app.set('trust proxy', settings.trustProxy);
  app.use(countRequests(metrics), securityHeaders(settings.publicUrl), boundBody(refuse), compress);

  if (settings.preview) app.use(unlisted);

  for (const { router } of adapters) if (router !== undefined) app.use(router);

  const streams = petitions.all.map((served) => {
    const { petition, total } = served;
    const { id } = petition;
    const isFirst = served === petitions.all[0];
    const events = createTotalEvents(total, (published) => publicNumber(petition, published), refuse);
    const page = campaignPage({
      ...served,
      adapters,
      named: petitions.several ? id : null,
      publicUrl: settings.publicUrl,
    });
    app
      .route(petitions.several || !isFirst ? `/p/${id}` : ['/', `/p/${id}`])
      .get(bounded, page)
      .all(readOnly);
    const number: RequestHandler = async (request, response) => {
      response.set('Cache-Control', 'no-store');
      try {
        response.json(publicNumber(petition, await total.read()));
      } catch {
        refuse(request, response, 'unavailable');
      }
    };
    // The first one also answers at the address that a bot with one petition has.
    for (const address of [...(isFirst ? ['/api/total'] : []), `/api/${id}/total`]) {
      app.use(address, openToOthers);
      app.route(address).get(bounded, number).all(readOnly);
      app.route(`${address}/events`).get(bounded, events.handler).all(readOnly);
    }
    const { totalsLog = null } = served;
    if (totalsLog !== null) {
      const bases = [...(isFirst ? [''] : []), `/p/${id}`];
      app.use(logRoutes({ petition, total, totalsLog, bases, bounded, refuse }));
    }
    return events;
  });
  const sites = { petitions, publicUrl: settings.publicUrl, bounded, refuse };
  app.use(siteRoutes(sites), screenRoutes({ ...sites, adapters }));
  if (petitions.several) app.route('/').get(bounded, listPage(petitions, settings.publicUrl)).all(readOnly);
  const { publicUrl, preview } = settings;
  app.use(pictureRoutes({ petitions, bounded, refuse }));
  app.use(siteFiles({ petitions, publicUrl, preview, bounded, refuse }));
  app
    .route('/healthz')
    .get((_request, response) => {
      response.set('Cache-Control', 'no-store').json({ alive: true });
    })
    .all(readOnly);
  app
    .route('/readyz')
    .get(bounded, readyz(createReport(ready, adapters)))
    .all(readOnly);
  app
    .route('/metrics')
    .get(bounded, metricsRoute(metrics, { token: settings.metricsToken, behindProxy }, refuse))
    .all(readOnly);
  for (const [address, file] of Object.entries(ASSETS)) app.route(address).get(file).all(readOnly);
  app.use((request, response) => refuse(request, response, 'not-found'));
  app.use(onError(refuse, log));

  const webhooks = new Map(adapters.flatMap(({ webhook }) => (webhook ? [[webhook.path, webhook]] : [])));
  return {
    app(request, response) {
      const webhook = webhooks.get(pathOf(request));
      if (webhook === undefined) app(request, response);
      else serveWebhook(webhook, request, response, { metrics, log });
    },
    endStreams() {
      for (const events of streams) events.close();
    },
  };
}

/** The path of an address, without a slash at its end: the person who told the platform may have added one. */
function pathOf({ url = '' }: IncomingMessage): string {
  const [path = ''] = url.split('?', 1);
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

function serveWebhook(
  webhook: Webhook,
  request: IncomingMessage,
  response: ServerResponse,
  { metrics, log }: Pick<AppOptions, 'metrics' | 'log'>,
): void {
  response.on('close', () => {
    if (response.headersSent) metrics.observeRequest(webhook.path, response.statusCode);
  });
  webhook.answer(request, response).catch((error: unknown) => {
    log.error(causeOf(error), 'a request failed');
    if (response.headersSent) response.destroy();
    else reply(response, 500, { error: 'internal' });
  });
}
