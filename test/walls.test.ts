import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_ROOT } from '../src/paths.js';

/** What every folder may import. */
const FOR_ALL = ['src/day.ts', 'src/group-by.ts', 'src/log.ts', 'src/operator-error.ts', 'src/paths.ts'];

/** What an adapter may import. */
const FOR_ADAPTERS = [
  'src/channel/',
  'src/config.ts',
  'src/conversation/',
  'src/petition/',
  'src/signatures/memory.ts',
  'src/staff/',
  'src/storage/database.ts',
];

/** The column “may import” of docs/ARCHITECTURE.md: beginnings of paths. A folder always may import itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'src/petition/': [],
  'src/conversation/': ['src/petition/'],
  'src/storage/': [],
  'src/signatures/': ['src/storage/', 'src/petition/'],
  'src/log-of-totals/': ['src/signatures/', 'src/petition/', 'src/storage/'],
  'src/channel/': [
    'src/config.ts',
    'src/conversation/',
    'src/log-of-totals/',
    'src/petition/',
    'src/signatures/',
    'src/staff/',
    'src/storage/',
  ],
  'src/staff/': ['src/signatures/', 'src/petition/', 'src/storage/', 'src/pictures/'],
  'src/pictures/': ['src/petition/', 'src/signatures/', 'src/channel/kit/', 'src/staff/chart-'],
  'adapters/discord/': FOR_ADAPTERS,
  'adapters/slack/': FOR_ADAPTERS,
  'adapters/telegram/': FOR_ADAPTERS,
  'adapters/web/': FOR_ADAPTERS,
};

const FILES = spawnSync('git', ['ls-files', 'src/**/*.ts', 'adapters/**/*.ts'], {
  cwd: PROJECT_ROOT,
  encoding: 'utf8',
})
  .stdout.trim()
  .split('\n');

/** The files of the project that this one imports, as paths from its root. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(PROJECT_ROOT, file), 'utf8');
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    join(dirname(file), path).replace(/\.js$/, '.ts'),
  );
}

it.each(Object.entries(MAY_IMPORT))('%s imports only what it may', (folder, others) => {
  const files = FILES.filter((file) => file.startsWith(folder));
  const imports = files.flatMap((file) => importsOf(file).map((path) => ({ file, path })));
  // A folder that is renamed, or an expression that finds nothing, would make this test one that can't fail.
  expect(imports.length).toBeGreaterThan(0);
  const allowed = [folder, ...FOR_ALL, ...others];
  expect(imports.filter(({ path }) => !allowed.some((beginning) => path.startsWith(beginning)))).toEqual([]);
});
