import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../src/config.js';
import { PROJECT_ROOT } from '../../src/paths.js';
import { campaign } from './support.js';

const read = (...file: string[]) => readFileSync(join(PROJECT_ROOT, ...file), 'utf8');

const lines = read('.env.example').split('\n');
const shown = lines.flatMap((line) => {
  const [, name, value] = /^#([A-Z][A-Z_]+)=(.*)$/.exec(line) ?? [];
  return name === undefined || value === undefined ? [] : [[name, value] as const];
});

/** Where variables are declared, each a property of a zod object. */
const schemas = [
  'src/config.ts',
  ...readdirSync(join(PROJECT_ROOT, 'adapters')).map((name) => `adapters/${name}/settings.ts`),
]
  .filter((file) => existsSync(join(PROJECT_ROOT, file)))
  .map((file) => read(file));

describe('.env.example', () => {
  it('changes nothing when it is copied as it is', () => {
    expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
  });

  it('names every variable that is read, and no other', () => {
    const declared = schemas.flatMap((source) =>
      [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name),
    );
    expect(declared.length).toBeGreaterThan(20);
    expect(shown.map(([name]) => name).sort()).toEqual([...new Set(declared)].sort());
  });

  it('shows values that a campaign starts with', async () => {
    const { IDENTITY_PEPPER, SEAL_RECIPIENTS } = await campaign();
    const env = { ...Object.fromEntries(shown), IDENTITY_PEPPER, SEAL_RECIPIENTS };
    expect(readConfiguration(env, 1).problems).toEqual([]);
  });

  it('shows the defaults where there are any', () => {
    const { configuration } = readConfiguration({}, 0);
    const values = Object.fromEntries(shown);
    expect(values).toMatchObject({
      DATA_DIR: configuration?.dataDir,
      PETITION: configuration?.petitions.join(','),
      HOST: configuration?.host,
      PORT: String(configuration?.port),
      TRUST_PROXY: String(configuration?.trustProxy),
      LOG_LEVEL: configuration?.logLevel,
    });
  });
});
