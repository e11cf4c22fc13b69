import path from 'node:path';
import type { RequestHandler } from 'express';
import { PROJECT_ROOT } from '../paths.js';

/**
 * Serves one file of the campaign page or of an adapter's part of it, and nothing else of the disk. Browsers keep it
 * and ask each time whether it is still current, so that an update shows at once.
 * @param file from the project's folder: a stylesheet in its source, browser code as it is built
 */
export function pageAsset(file: string): RequestHandler {
  const { dir: root, base } = path.parse(path.join(PROJECT_ROOT, file));
  return (_request, response, next) => {
    response.sendFile(
      base,
      { root, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } },
      (error) => {
        // Called in any case; whoever went away in the midst needs no answer.
        if (error !== undefined && !response.headersSent && !response.closed) next(error);
      },
    );
  };
}
