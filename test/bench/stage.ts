import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchPostgres, type TestPostgres } from '../support/postgres-server.js';
import type { Screen } from './crowd.js';

/** `quick` is for trying out, `large` for what takes an hour and a disk. */
export type Size = 'quick' | 'plain' | 'large';

/** What every part of the benchmark stands on. */
export interface Stage {
  readonly postgres: TestPostgres;
  readonly size: Size;
  /** The number for this size. */
  sized(numbers: { readonly quick: number; readonly plain: number; readonly large?: number }): number;
  /** Writes the screens of our own walk for the bots that we compare with, so that they send the same ones. */
  writeScreens(screens: readonly Screen[]): Promise<string>;
  end(): Promise<void>;
}

/** Starts a PostgreSQL with its own defaults, which waits for the disk, reached over TCP. */
export async function openStage(size: Size): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'petition-bench-'));
  const postgres = await launchPostgres({ settings: { fsync: 'on' }, tcp: true });
  return {
    postgres,
    size,
    sized: ({ quick, plain, large = plain }) => ({ quick, plain, large })[size],
    async writeScreens(screens) {
      const file = join(folder, 'screens.json');
      await writeFile(file, JSON.stringify(screens));
      return file;
    },
    async end() {
      await postgres.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
