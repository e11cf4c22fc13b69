import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The nearest folder above this file that holds `package.json`: the project's root, from source and build alike. */
function findRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}

export const PROJECT_ROOT = findRoot();
export const CONTENT_DIR = path.join(PROJECT_ROOT, 'content');
