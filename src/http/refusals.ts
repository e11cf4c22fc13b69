import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { causeOf } from '../log.js';
import type { Locale } from '../petition/formats.js';
import type { Petition } from '../petition/petition.js';
import { languageOf } from './language.js';
import { errorPage } from './page-frame.js';

/** The reasons for refusing a request: the `error` field of a JSON answer. */
export const REFUSALS = {
  'bad-request': 400,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'too-large': 413,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  internal: 500,
  'not-implemented': 501,
  unavailable: 503,
} as const;
export type Refusal = keyof typeof REFUSALS;

/** The sentence that people read. Reasons that only programs can cause share one. */
function sentenceFor(refusal: Refusal) {
  switch (refusal) {
    case 'not-found':
      return 'page-error-not-found';
    case 'too-many-requests':
      return 'page-error-too-many';
    case 'internal':
    case 'unavailable':
      return 'page-error-unavailable';
    default:
      return 'page-error-refused';
  }
}

/** People who open an address in a browser get a page. Programs get JSON. */
function wantsPage(request: Request): boolean {
  return !request.path.startsWith('/api/') && request.accepts(['json', 'html']) === 'html';
}

/** Answers a request with the reason, and repeats nothing of the request. */
export type Refuse = (request: Request, response: Response, refusal: Refusal) => void;

export function createRefuse(petition: Pick<Petition, 'locales' | 'texts' | 'negotiate'>): Refuse {
  return (request, response, refusal) => {
    response.status(REFUSALS[refusal]).set('Cache-Control', 'no-store').vary('Accept');
    if (!wantsPage(request)) {
      response.json({ error: refusal });
      return;
    }
    const locale: Locale = languageOf(request, petition);
    response
      .vary('Accept-Language')
      .type('html')
      .send(errorPage(petition.texts(locale), sentenceFor(refusal)).value);
  };
}

/** For an existing route: answers `OPTIONS`, and refuses methods that it does not have. */
export function onlyMethods(allowed: string, refuse: Refuse): RequestHandler {
  return (request, response) => {
    response.set('Allow', `${allowed}, OPTIONS`);
    if (request.method === 'OPTIONS') response.status(204).end();
    else refuse(request, response, 'method-not-allowed');
  };
}

/** Libraries put a status on errors that the request caused. */
function refusalOf(error: unknown): Refusal {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  switch (status) {
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 413:
      return 'too-large';
    case 415:
      return 'unsupported-media-type';
    default:
      return typeof status === 'number' && status >= 400 && status < 500 ? 'bad-request' : 'internal';
  }
}

/** The last handler: answers every thrown error, and logs the server's own errors by code. */
export function onError(refuse: Refuse, log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const refusal = refusalOf(error);
    if (REFUSALS[refusal] >= 500) log.error(causeOf(error), 'a request failed');
    // We can't take back half an answer. Express's default handler would log the error with its full text.
    if (response.headersSent) response.destroy();
    else refuse(request, response, refusal);
  };
}
