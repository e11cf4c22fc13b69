import { stat } from 'node:fs/promises';
import path from 'node:path';
import { PREVIEW_IDENTITY, PREVIEW_PEPPER } from '../../signatures/keys.js';
import { IDENTITY_FILE } from '../keygen.js';
import type { CheckedEnvironment } from './environment.js';
import { type Finding, failed, warning, well } from './finding.js';

/** Checks whether others can read files that hold secrets, and whether one is here that should be elsewhere. */
export async function checkFiles(environment: CheckedEnvironment, root: string): Promise<readonly Finding[]> {
  return [...(await checkModes(environment, root)), ...(await checkIdentities(environment, root))];
}

async function checkModes({ configuration, preview }: CheckedEnvironment, root: string): Promise<Finding[]> {
  const files = [
    ...(preview && configuration !== null
      ? [PREVIEW_PEPPER, PREVIEW_IDENTITY].map((name) => path.join(configuration.dataDir, name))
      : []),
    // A preview's `.env` needs no secret.
    ...(preview ? [] : [path.join(root, '.env')]),
  ];
  const there = await thoseThere(files);
  const open = there.filter(({ mode }) => (mode & 0o077) !== 0);
  if (open.length > 0) {
    return open.map(({ file }) => failed('key files', `${file} can be read by others: chmod 600 ${file}`));
  }
  return there.length === 0 ? [] : [well('key files', 'only their owner can read them')];
}

/** A campaign's identity, where `keygen` left it: with the database, it opens every name. */
async function checkIdentities(
  { configuration, preview }: CheckedEnvironment,
  root: string,
): Promise<Finding[]> {
  if (preview) return [];
  const folders = new Set([root, ...(configuration === null ? [] : [path.resolve(configuration.dataDir)])]);
  const there = await thoseThere([...folders].map((folder) => path.join(folder, IDENTITY_FILE)));
  return there.map(({ file }) =>
    warning('identity', `${file} opens the names, and the bot does not need it: move it off this machine`),
  );
}

interface FileThere {
  readonly file: string;
  readonly mode: number;
}

async function thoseThere(files: readonly string[]): Promise<readonly FileThere[]> {
  return (await Promise.all(files.map(modeOf))).filter((file) => file !== null);
}

async function modeOf(file: string): Promise<FileThere | null> {
  try {
    return { file, mode: (await stat(file)).mode };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
