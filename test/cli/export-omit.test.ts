import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Environment } from '../../src/config.js';
import { person } from '../support/people.js';
import { backedUp, withLedger } from './campaign.js';
import { readExport, type Signer, signedBy } from './deliver.js';
import { run, usePlaces } from './support.js';

const places = usePlaces();

const CROWD: readonly Signer[] = [
  { name: 'Amal' },
  { name: 'Amal' },
  { name: 'Mickey Mouse', locale: 'fr' },
  { name: 'Ben' },
  { name: null },
];

let env: Environment;
let identity: string;
let backup: string;
let receipts: readonly string[];
beforeAll(async () => {
  ({ env, identity } = await signedBy(places, 'a PostgreSQL server', CROWD));
  receipts = await withLedger(env, (ledger) =>
    Promise.all(
      CROWD.map(async (_, number) => {
        const { signature } = await ledger.read(person(number));
        return signature?.receipt ?? '';
      }),
    ),
  );
  backup = await backedUp(places, env);
});

/** Exports from the backup alone, with a file of names to leave out. */
async function omitting(lines: readonly string[], env: Environment = {}, ...options: readonly string[]) {
  const folder = places.folder();
  await mkdir(folder);
  const file = join(folder, 'omit.csv');
  await writeFile(file, lines.join('\n'));
  const out = join(folder, 'out');
  const argv = ['export', '--identity', identity, '--from', backup, '--out', out, '--omit', file];
  return { ...(await run([...argv, ...options], env)), folder, read: () => readExport(out) };
}

describe('petition export --omit', () => {
  it('leaves names out of every file, keeps the signatures counted, and says why', async () => {
    const { code, err, out, read } = await omitting(['Mickey Mouse, a joke', 'Amal, asked by mail']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('holds 5 signatures, 1 with a name');
    expect(out).toContain('3 names are left out, and their signatures stay counted.');
    const { letter, listed, rows, json } = await read();
    expect(listed).toEqual(['Ben']);
    expect(rows.map(([name]) => name)).toEqual(['Ben']);
    expect(letter).toContain('5 signatures');
    expect(letter).toContain('4 signatures stand without a name:');
    expect(letter).toContain('One person signed without a name.');
    expect(letter).toContain('2 names were left out: asked by mail');
    expect(letter).toContain('Signed by 4 people');
    expect(json.counts).toEqual({ signatures: 5, named: 1, omitted: 3 });
    expect(json.omitted).toEqual([
      { reason: 'asked by mail', names: 2 },
      { reason: 'a joke', names: 1 },
    ]);
    expect(json.signatures).toHaveLength(5);
    expect(JSON.stringify(json) + letter).not.toMatch(/Mickey|Amal/);
  });

  it('knows one of two namesakes by the receipt, if the environment has the pepper', async () => {
    const { IDENTITY_PEPPER = '' } = env;
    const [receipt = ''] = receipts;
    const spelt = receipt.toLowerCase().replaceAll('-', ' ');
    const { code, read } = await omitting([`${spelt}; asked by mail`], { IDENTITY_PEPPER });
    expect(code).toBe(0);
    const { listed, json } = await read();
    expect(listed).toEqual(['Amal', 'Ben', 'Mickey Mouse']);
    expect(json.omitted).toEqual([{ reason: 'asked by mail', names: 1 }]);

    const without = await omitting([`${receipt}, asked by mail`]);
    expect(without.code).toBe(1);
    expect(without.err).toContain('line 1: set IDENTITY_PEPPER');
    const broken = await omitting([`${receipt}, asked by mail`], { IDENTITY_PEPPER: 'short' });
    expect(broken).toMatchObject({ code: 1, err: expect.stringContaining('IDENTITY_PEPPER: ') });
  });

  it('answers every bad line, repeats no name, and writes nothing', async () => {
    const { IDENTITY_PEPPER = '' } = env;
    const [one = '', , , , nameless = ''] = receipts;
    const lines = [
      'Nobody Here, a joke',
      'amal, asked by mail',
      '00000-00000-00000-00000, a joke',
      `${nameless}, asked by mail`,
      'Amal, asked by mail',
      `${one}, asked by mail`,
      'Ben, a joke',
    ];
    const { code, out, err, folder } = await omitting(lines, { IDENTITY_PEPPER });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trim().split('\n')).toEqual([
      'line 1: nobody in this export has exactly this name',
      'line 2: nobody in this export has exactly this name',
      'line 3: no signature in this export has this receipt, unless IDENTITY_PEPPER is of another campaign',
      'line 4: the signature of this receipt has no name to leave out',
      'line 6: line 5 leaves out the same signature: take one of the two away',
      'Nothing was written: mend the file and run it again.',
    ]);
    expect(await readdir(folder)).toEqual(['omit.csv']);

    const unreasoned = await omitting(['Amal']);
    expect(unreasoned).toMatchObject({ code: 1, out: '', err: expect.stringContaining('line 1: no reason') });
    expect(await readdir(unreasoned.folder)).toEqual(['omit.csv']);
  });
});

describe('petition export --review', () => {
  it('lists the names to look at and leaves none out; the list with reasons leaves out the others', async () => {
    const out = places.folder();
    const argv = ['export', '--identity', identity, '--from', backup, '--out', out, '--review'];
    const ran = await run(argv, {});
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('review.csv        2 names to look at');
    expect((await readExport(out)).listed).toEqual(['Amal', 'Amal', 'Ben', 'Mickey Mouse']);
    const review = await readFile(join(out, 'review.csv'), 'utf8');
    const lines = review.trim().split('\r\n');
    expect(lines).toEqual([
      '"name","reason","found","signatures","languages"',
      '"Mickey Mouse","","joke name","1","fr"',
      '"Amal","","same name, 2 times","2","en"',
    ]);

    const unread = await omitting(lines);
    expect(unread).toMatchObject({ code: 1, err: expect.stringContaining('line 2: no reason') });
    const decided = lines.slice(0, 2).map((line) => line.replace('""', '"a joke"'));
    const { code, read } = await omitting(decided, {}, '--review');
    expect(code).toBe(0);
    expect((await read()).listed).toEqual(['Amal', 'Amal', 'Ben']);
  });
});
