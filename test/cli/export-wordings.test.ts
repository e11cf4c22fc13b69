import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Environment } from '../../src/config.js';
import { codeOf } from '../../src/signatures/export/wordings.js';
import { keepOrganiser } from '../../src/signatures/organiser.js';
import { once } from '../support/postgres.js';
import { backedUp, withLedger } from './campaign.js';
import { agreedIn, formerLetter, petition, readExport, type Signer, signedBy } from './deliver.js';
import { run, usePlaces } from './support.js';

const places = usePlaces();

/** Under the current words, a first and a second former wording; one without a name. */
const CROWD: readonly Signer[] = [
  { name: 'Now' },
  { name: 'Now too' },
  { name: 'Maintenant', locale: 'fr' },
  { name: 'Before', former: 2 },
  { name: 'Long before', former: 1 },
  { name: null, former: 1 },
  { name: 'Avant', locale: 'fr', former: 1 },
];
const currentCode = (locale: string) => codeOf(agreedIn(locale).texts.letter);
const formerCode = (locale: string, number: number) => codeOf(formerLetter(locale, number));

/** The names under each letter of a document, by the letter's code. */
function namesByLetter(html: string): Record<string, readonly string[]> {
  const letters = [...html.matchAll(/<article .*?style="page: letter-(.*?)">(.*?)<\/article>/gs)];
  return Object.fromEntries(
    letters.map(([, code, letter]) => [
      code,
      [...(letter ?? '').matchAll(/<li><bdi>(.*?)<\/bdi>/g)].map(([, name]) => name ?? ''),
    ]),
  );
}

describe('petition export, after the letter has changed', () => {
  let env: Environment;
  let identity: string;
  let backup: string;
  beforeAll(async () => {
    ({ env, identity } = await signedBy(places, 'a PostgreSQL server', CROWD));
    await withLedger(env, (_, { query }) =>
      keepOrganiser(query, 'petition_zefzafi', { name: 'The <Committee>', contact: 'committee@example.org' }),
    );
    backup = await backedUp(places, env);
  });

  async function exported(options: readonly string[] = [], env: Environment = {}) {
    const out = places.folder();
    const ran = await run(
      ['export', '--identity', identity, '--from', backup, '--out', out, ...options],
      env,
    );
    return { ...ran, folder: out };
  }

  it('puts each name under the words that its person was shown, the current words first', async () => {
    const { code, err, out, folder } = await exported();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { letter, rows, json } = await readExport(folder);
    const byLetter = namesByLetter(letter);
    expect(byLetter).toEqual({
      [currentCode('en')]: ['Now', 'Now too'],
      [formerCode('en', 2)]: ['Before'],
      [formerCode('en', 1)]: ['Long before'],
      [currentCode('fr')]: ['Maintenant'],
      [formerCode('fr', 1)]: ['Avant'],
    });
    expect(Object.keys(byLetter)).toEqual([
      currentCode('en'),
      formerCode('en', 2),
      formerCode('en', 1),
      currentCode('fr'),
      formerCode('fr', 1),
    ]);
    // Each letter has its own words, and only those.
    const [, long = ''] = letter.split(`letter-${formerCode('en', 1)}">`);
    expect(long.slice(0, long.indexOf('</article>'))).toContain('<p>P. S. 1</p>');
    expect(letter.match(/<p>P\. S\. 2<\/p>/g)).toHaveLength(1);
    expect(rows).toContainEqual(['Long before', 'en', formerCode('en', 1)]);
    expect(json.counts).toEqual({ signatures: 7, named: 6, omitted: 0 });
    expect(json.letters).toContainEqual({
      locale: 'en',
      version: formerLetter('en', 1).version,
      code: formerCode('en', 1),
      current: false,
      firstShown: '2026-01-01',
      signatures: 2,
      named: 1,
      omitted: 0,
    });
    expect(out).toContain('4 signatures stand under former words, in 3 letters of their own.');
  });

  it('has a cover with title, organiser, day and the number for each wording, from the backup alone', async () => {
    const { folder } = await exported(['--letter', 'fr']);
    const { letter } = await readExport(folder);
    const cover = letter.slice(letter.indexOf('<section class="cover"'), letter.indexOf('<article'));
    const { headline, words } = petition.texts('fr');
    expect(cover).toContain(`<h1>${headline}</h1>`);
    expect(cover).toContain('The &lt;Committee&gt;');
    expect(cover).toContain('committee@example.org');
    expect(cover).toContain(words.say('export-total', { count: 7 }));
    expect(cover).toContain(words.say('export-unnamed', { count: 1 }));
    const cells = [...cover.matchAll(/class="number">(\d+)</g)].map(([, number]) => Number(number));
    expect(cells).toEqual([2, 2, 1, 1, 2, 1, 1, 1, 1, 1]);
  });

  it('takes the organiser from the environment if that names one', async () => {
    const { folder } = await exported([], { ORGANISER_NAME: 'Friends', ORGANISER_CONTACT: 'us@example.org' });
    const { letter } = await readExport(folder);
    expect(letter).toContain('Friends');
    expect(letter).not.toContain('committee@example.org');
  });

  it('leaves out former words with --only-current, everywhere, and says how many signatures', async () => {
    const { code, out, folder } = await exported(['--only-current']);
    expect(code).toBe(0);
    expect(out).toContain('4 signatures under former words are left out (--only-current).');
    const { letter, rows, json } = await readExport(folder);
    expect(Object.keys(namesByLetter(letter))).toEqual([currentCode('en'), currentCode('fr')]);
    expect(letter).toContain('4 more signatures stand under former words, which are not in this document.');
    expect(letter).toContain('3 signatures');
    expect(rows.map(([name]) => name)).toEqual(['Now', 'Now too', 'Maintenant']);
    expect(json.signatures).toHaveLength(3);
    expect(json).toMatchObject({ formerElsewhere: 4, counts: { signatures: 3 } });
  });

  it('writes a cover and a file for each letter with --separate', async () => {
    const { out, folder } = await exported(['--separate']);
    expect(out).toContain('5 letters with names, one file each');
    const codes = [
      currentCode('en'),
      currentCode('fr'),
      formerCode('en', 1),
      formerCode('en', 2),
      formerCode('fr', 1),
    ];
    expect((await readdir(folder)).filter((file) => file.endsWith('.html')).sort()).toEqual(
      ['cover.html', ...codes.map((code) => `letter.${code}.html`)].sort(),
    );
    const [cover, former] = await Promise.all(
      ['cover.html', `letter.${formerCode('fr', 1)}.html`].map((file) =>
        readFile(join(folder, file), 'utf8'),
      ),
    );
    expect(cover).not.toContain('<article');
    expect(former).toContain('<html lang="fr" dir="ltr">');
    expect(former).not.toContain('class="cover"');
    expect(namesByLetter(former ?? '')).toEqual({ [formerCode('fr', 1)]: ['Avant'] });
  });
});

describe('words that the database does not have', () => {
  async function afterLoss(condition: string) {
    const { env, identity } = await signedBy(places, 'a PostgreSQL server', CROWD);
    await once(
      env.DATABASE_URL ?? '',
      `UPDATE petition_zefzafi.texts SET words = 'Other words' WHERE ${condition}`,
    );
    const out = places.folder();
    const ran = await run(['export', '--identity', identity, '--out', out], env);
    return { ...ran, read: await readExport(out) };
  }

  it('leave their names out of every letter, count on the cover, and make the exit code 1', async () => {
    const { code, err, read } = await afterLoss(
      `name = 'letter' AND version = '${formerLetter('en', 1).version}'`,
    );
    expect(code).toBe(1);
    expect(err).toContain(
      `2 signatures are of a letter whose words are not kept (${formerCode('en', 1)}): they stand in no letter`,
    );
    expect(err).not.toContain('Long before');
    expect(read.letter).not.toContain('Long before');
    expect(read.letter).not.toContain('Other words');
    expect(read.letter).toContain('2 more signatures stand under words that were not kept.');
    expect(read.rows.map(([name]) => name)).not.toContain('Long before');
    expect(read.json.signatures.map(({ name }) => name)).toContain('Long before');
    expect(read.json.lostLetters).toEqual([
      { locale: 'en', version: formerLetter('en', 1).version, code: formerCode('en', 1), signatures: 2 },
    ]);
  });

  it('are the current ones: the content still has them', async () => {
    const { code, err, read } = await afterLoss("name = 'letter' AND locale = 'fr'");
    const lost = formerCode('fr', 1);
    expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 1, lines: 2 });
    expect(err).toContain(`1 signature is of a letter whose words are not kept (${lost})`);
    expect(namesByLetter(read.letter)).toMatchObject({ [currentCode('fr')]: ['Maintenant'] });
    expect(read.json.texts).toContainEqual(
      expect.objectContaining({ version: agreedIn('fr').texts.letter.version }),
    );
  });

  it('make no letter if nobody signed other words', async () => {
    const { env, identity } = await signedBy(places, 'a PostgreSQL server', [{ name: 'Alone', former: 1 }]);
    await once(env.DATABASE_URL ?? '', "DELETE FROM petition_zefzafi.texts WHERE name = 'letter'");
    const out = places.folder();
    const ran = await run(['export', '--identity', identity, '--out', out], env);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain('There is no letter to write: nothing was written.');
    const current = await run(['export', '--identity', identity, '--out', out, '--only-current'], env);
    expect(current).toMatchObject({ code: 1, out: '' });
    expect(current.err).toContain('since --only-current leaves out former words: nothing was written.');
    await expect(readdir(out)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
