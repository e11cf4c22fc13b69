import { stat } from 'node:fs/promises';
import path from 'node:path';
import { PREVIEW_IDENTITY, PREVIEW_PEPPER } from '../../signatures/keys.js';
import type { Surroundings } from './environment.js';
import { type Finding, failed, well } from './finding.js';

/** Looks whether files that hold secrets can be read by others. */
export async function checkFiles(
  { configuration, preview }: Surroundings,
  root: string,
): Promise<readonly Finding[]> {
  const files = [
    ...(preview && configuration !== null
      ? [PREVIEW_PEPPER, PREVIEW_IDENTITY].map((name) => path.join(configuration.dataDir, name))
      : []),
    // A preview's may hold nothing that is secret.
    ...(preview ? [] : [path.join(root, '.env')]),
  ];
  const there = (await Promise.all(files.map(modeOf))).filter((file) => file !== null);
  const open = there.filter(({ mode }) => (mode & 0o077) !== 0);
  if (open.length > 0) {
    return open.map(({ file }) => failed('key files', `${file} can be read by others: chmod 600 ${file}`));
  }
  return there.length === 0 ? [] : [well('key files', 'only their owner can read them')];
}

async function modeOf(file: string): Promise<{ readonly file: string; readonly mode: number } | null> {
  try {
    return { file, mode: (await stat(file)).mode };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
