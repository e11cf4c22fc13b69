import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';

/** No platform sends a longer update, command or press. */
const LIMIT = '256kb';

/**
 * Reads a webhook's raw body, because signatures are over bytes. It refuses compressed bodies: no platform
 * sends them.
 */
export function rawBody(): RequestHandler {
  return express.raw({ type: () => true, limit: LIMIT, inflate: false });
}

/** The bytes that `rawBody` has read; empty if the request had no body. */
export function bytesOf(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

/** Parses JSON; undefined if the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * A route that platforms post to. It refuses other methods, and bodies that are too long or broken, in JSON.
 */
export function webhook(path: string, ...handlers: readonly RequestHandler[]): Router {
  const router = Router();
  router.post(path, ...handlers);
  router.all(path, (_request, response) => {
    response.status(405).set('Allow', 'POST').json({ error: 'method-not-allowed' });
  });
  router.use(path, refuseBody);
  return router;
}

/** Answers body-parser's errors, and passes on all others. */
const refuseBody: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 413) response.status(413).json({ error: 'too-large' });
  else if (status === 400 || status === 415) response.status(400).json({ error: 'bad-request' });
  else next(error);
};
