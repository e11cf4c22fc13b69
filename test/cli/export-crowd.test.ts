import { beforeAll, describe, expect, it } from 'vitest';
import { backedUp } from './campaign.js';
import { petition, type ReadExport, readExport, type Signer, signedBy } from './deliver.js';
import { NAMES } from './names.js';
import { run, usePlaces } from './support.js';

const places = usePlaces();
/** More than two pages of what an export and a backup read at once. */
const COUNT = 2_100;

/** Nobody twice, in all scripts; every ninth without a name. */
const CROWD: readonly Signer[] = Array.from({ length: COUNT }, (_, number) => ({
  name: number % 9 === 0 ? null : `${NAMES[number % NAMES.length]} ${number}`,
  locale: petition.locales[number % petition.locales.length] ?? 'en',
}));
const NAMED = CROWD.flatMap(({ name }) => name ?? []);

describe('two thousand signatures in all scripts', () => {
  let read: ReadExport;
  beforeAll(async () => {
    const { env, identity } = await signedBy(places, 'a PostgreSQL server', CROWD);
    const out = places.folder();
    const backup = await backedUp(places, env);
    const ran = await run(['export', '--identity', identity, '--from', backup, '--out', out], {});
    expect(ran).toMatchObject({ code: 0, err: '' });
    read = await readExport(out);
  });

  it('stand under the letter, each name as it was written', () => {
    expect(new Set(read.listed)).toEqual(new Set(NAMED));
    expect(read.listed).toHaveLength(NAMED.length);
    expect(read.letter).toContain(`${COUNT.toLocaleString('en')} signatures`);
    expect(read.letter).toContain(
      `${(COUNT - NAMED.length).toLocaleString('en')} people signed without a name.`,
    );
  });

  it('stand in the CSV in the order of the letters, and all in the evidence', () => {
    const cells = read.rows.map(([name]) => name ?? '');
    expect(cells.map((cell) => (cell.startsWith("'") ? cell.slice(1) : cell))).toEqual(read.listed);
    const { signatures } = read.json;
    expect(signatures).toHaveLength(COUNT);
    expect(new Set(signatures.flatMap(({ name }) => name ?? []))).toEqual(new Set(read.listed));
    const locales = new Map(CROWD.map(({ name, locale }) => [name, locale]));
    for (const { name, locale } of signatures) {
      if (name !== null) expect(locale).toBe(locales.get(name));
    }
  });
});
