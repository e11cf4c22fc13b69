import { existsSync } from 'node:fs';
import path from 'node:path';
import type { RequestHandler } from 'express';

/** The project's folder: the nearest one above this file with a package, whether run as source or as built. */
const PROJECT = projectFolder(import.meta.dirname);

function projectFolder(folder: string): string {
  const parent = path.dirname(folder);
  if (parent === folder || existsSync(path.join(folder, 'package.json'))) return folder;
  return projectFolder(parent);
}

/**
 * Serves one file of the campaign page or of an adapter's part of it, and nothing else of the disk. Browsers keep it
 * and ask each time whether it is still current, so that an update shows at once.
 * @param file from the project's folder: a stylesheet in its source, browser code as it is built
 */
export function pageAsset(file: string): RequestHandler {
  const { dir: root, base } = path.parse(path.join(PROJECT, file));
  return (_request, response, next) => {
    response.sendFile(base, { root, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } }, next);
  };
}
