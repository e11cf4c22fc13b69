import type { ErrorRequestHandler } from 'express';

/** Answers a webhook whose body is too long or was broken off, as body-parser says it; passes on any other error. */
export const refuseBody: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 413) response.status(413).json({ error: 'too-large' });
  else if (status === 400 || status === 415) response.status(400).json({ error: 'bad-request' });
  else next(error);
};
