import path from 'node:path';
import type { RequestHandler } from 'express';
import { PROJECT_ROOT } from '../paths.js';

/**
 * Serves one file of the campaign page or of an adapter's part, and no other. Browsers cache it but
 * revalidate each time, so that an update shows at once.
 * @param file relative to the project's folder: a stylesheet in its source, browser code as built
 */
export function pageAsset(file: string): RequestHandler {
  const { dir: root, base } = path.parse(path.join(PROJECT_ROOT, file));
  return (_request, response, next) => {
    response.sendFile(
      base,
      { root, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } },
      (error) => {
        // Express calls this even if the browser has disconnected; then no answer is needed.
        if (error !== undefined && !response.headersSent && !response.closed) next(error);
      },
    );
  };
}
