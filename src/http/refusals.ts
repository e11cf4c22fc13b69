import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { causeOf } from '../log.js';
import type { Locale, Petition } from '../petition/petition.js';
import { languageOf } from './language.js';
import { errorPage } from './page-frame.js';

/** Why a request is not answered with what it asked for: the `error` of a JSON answer. */
export const REFUSALS = {
  'bad-request': 400,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'too-large': 413,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
} as const;
export type Refusal = keyof typeof REFUSALS;

/** The sentence that people read for each; what only programs can cause shares one. */
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

/** People who open an address in a browser read a page; programs, whatever they accept, read JSON. */
function wantsPage(request: Request): boolean {
  return !request.path.startsWith('/api/') && request.accepts(['json', 'html']) === 'html';
}

/** Answers a request with why it is refused, and nothing of what it held. */
export type Refuse = (request: Request, response: Response, refusal: Refusal) => void;

export function createRefuse(petition: Petition): Refuse {
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

/** For a route that exists: says which methods it has, and answers `OPTIONS` with them. */
export function onlyMethods(allowed: string, refuse: Refuse): RequestHandler {
  return (request, response) => {
    response.set('Allow', `${allowed}, OPTIONS`);
    if (request.method === 'OPTIONS') response.status(204).end();
    else refuse(request, response, 'method-not-allowed');
  };
}

/** What libraries throw for a request that is at fault carries its status. */
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

/** The last handler: whatever was thrown becomes an answer; what is our fault is logged, by code. */
export function onError(refuse: Refuse, log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const refusal = refusalOf(error);
    if (REFUSALS[refusal] >= 500) log.error(causeOf(error), 'a request failed');
    // Half an answer can't be taken back. (Express's own way would print the error with all its words.)
    if (response.headersSent) response.destroy();
    else refuse(request, response, refusal);
  };
}
