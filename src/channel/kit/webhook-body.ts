import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';

/** No update, command or press of any platform is longer. */
const LIMIT = '256kb';

/** Reads a webhook's body as it came, for signatures are over bytes. A compressed one is refused: none sends any. */
export function rawBody(): RequestHandler {
  return express.raw({ type: () => true, limit: LIMIT, inflate: false });
}

/** The bytes that `rawBody` read; none where the request had no body. */
export function bytesOf(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

/** A JSON text's value; undefined for a text that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A route that platforms post to. Other methods, bodies that are too long and broken ones are refused in JSON. */
export function webhook(path: string, ...handlers: readonly RequestHandler[]): Router {
  const router = Router();
  router.post(path, ...handlers);
  router.all(path, (_request, response) => {
    response.status(405).set('Allow', 'POST').json({ error: 'method-not-allowed' });
  });
  router.use(path, refuseBody);
  return router;
}

/** Answers where the body could not be read, as body-parser says it; passes on any other error. */
const refuseBody: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 413) response.status(413).json({ error: 'too-large' });
  else if (status === 400 || status === 415) response.status(400).json({ error: 'bad-request' });
  else next(error);
};
