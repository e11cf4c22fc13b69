import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Environment } from '../../src/config.js';
import { codeOf } from '../../src/signatures/export/wordings.js';
import { makeKeys } from '../../src/signatures/keys.js';
import { once } from '../support/postgres.js';
import { backedUp, withLedger } from './campaign.js';
import { agreedIn, identityFile, readExport, signAs, signedBy } from './deliver.js';
import { PROGRAM_TIMEOUT_MS, run, start, usePlaces } from './support.js';

const places = usePlaces();
const SIGNERS = ['Amal', 'Ben', 'Chloé'].map((name) => ({ name }));

let env: Environment;
let identity: string;
let backup: string;
beforeAll(async () => {
  ({ env, identity } = await signedBy(places, 'a PostgreSQL server', SIGNERS));
  backup = await backedUp(places, env);
});

describe('petition export', () => {
  describe('refuses, and writes nothing', () => {
    /** Runs an export that is to be refused, and gives what it said. */
    async function refused(argv: readonly string[], env: Environment = {}): Promise<string> {
      const folder = places.folder();
      await mkdir(folder);
      const ran = await run(['export', '--out', join(folder, 'out'), ...argv], env);
      expect(ran.code).toBe(1);
      expect(ran.out).toBe('');
      expect(await readdir(folder)).toEqual([]);
      return ran.err;
    }

    it('the wrong identity', async () => {
      const wrong = await identityFile(places, (await makeKeys()).identity);
      expect(await refused(['--identity', wrong, '--from', backup])).toContain('opens none of the names');
      expect(await refused(['--identity', wrong], env)).toContain('opens none of the names');
    });

    it.each([
      ['no identity', [], 'holds no age identity'],
      ['a public key', ['age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'], 'public key'],
      ['half an identity', ['AGE-SECRET-KEY-1QQQQ'], 'not a whole age identity'],
      ['something else', ['hunter2'], 'an age identity begins with'],
    ])('a file with %s, without repeating it', async (_what, lines, said) => {
      const file = await identityFile(places, ...lines);
      const err = await refused(['--identity', file, '--from', backup]);
      expect(err).toContain(said);
      for (const line of lines) expect(err).not.toContain(line);
    });

    it('an identity that is encrypted itself', async () => {
      const file = await identityFile(places);
      await writeFile(file, '-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVu\n');
      expect(await refused(['--identity', file, '--from', backup])).toContain('encrypted itself');
    });

    it('a damaged backup, and one that is cut off', async () => {
      const bytes = await readFile(backup);
      const damaged = join(dirname(backup), 'damaged.gz');
      await writeFile(damaged, bytes.subarray(0, bytes.length - 40));
      expect(await refused(['--identity', identity, '--from', damaged])).toContain('cut off');
    });

    it('a letter in a language that the petition does not speak', async () => {
      const err = await refused(['--identity', identity, '--from', backup, '--letter', 'pt']);
      expect(err).toContain('en, fr, ar');
    });

    it('where no signature is of the kind', async () => {
      const err = await refused(['--identity', identity, '--from', backup, '--locale', 'ar']);
      expect(err).toContain('no such signature');
    });

    it('a platform that no signature is of, though another be named beside it', async () => {
      const wanted = ['--channel', 'telegram', 'telegramm'];
      const err = await refused(['--identity', identity, '--from', backup, ...wanted]);
      expect(err).toContain('no signature is of telegramm, there are telegram.');
    });
  });

  it('leaves a folder alone that is there', async () => {
    const out = places.folder();
    await mkdir(out);
    const ran = await run(['export', '--identity', identity, '--from', backup, '--out', out], {});
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain('is there already');
    expect(await readdir(out)).toEqual([]);
    expect((await readdir(dirname(out))).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('points to what an earlier one left when it was killed', async () => {
    const parent = places.folder();
    const left = join(parent, 'earlier.partial-00c0ffee');
    await mkdir(left, { recursive: true });
    const out = join(parent, 'out');
    const ran = await run(['export', '--identity', identity, '--from', backup, '--out', out], {});
    expect(ran).toMatchObject({ code: 0, err: expect.stringContaining(`${left} is left of an export`) });
  });

  it('opens with any of several identities, and warns where others can read the file', async () => {
    const [line = ''] = /^AGE-.*$/m.exec(await readFile(identity, 'utf8')) ?? [];
    const several = await identityFile(places, (await makeKeys()).identity, '', line);
    await chmod(several, 0o644);
    const out = places.folder();
    const ran = await run(['export', '--identity', several, '--from', backup, '--out', out], {});
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('can be read by others');
    expect(ran.err).not.toContain(line);
  });
});

describe('a name that does not open', () => {
  /** Campaign whose rows have been meddled with, and what an export makes of them. */
  async function afterMeddling(meddle: string) {
    const { env, identity } = await signedBy(places, 'a PostgreSQL server', SIGNERS);
    await once(env.DATABASE_URL ?? '', meddle.replaceAll('@', 'petition_zefzafi.'));
    const out = places.folder();
    const ran = await run(['export', '--identity', identity, '--out', out], env);
    return { ...ran, out };
  }

  /** The first signature by its pseudonym. */
  const FIRST = '(SELECT min(key) FROM @signatures)';
  const LAST = '(SELECT max(key) FROM @signatures)';

  it.each([
    [
      'was tampered with',
      `UPDATE @signatures SET value = jsonb_set(value::jsonb, '{sealed}', to_jsonb(
         overlay(value::jsonb->>'sealed' placing 'AAAA' from 40)))::text WHERE key = ${FIRST}`,
      'its name does not open',
    ],
    [
      'is cut off',
      `UPDATE @signatures SET value = jsonb_set(value::jsonb, '{sealed}', '"AAAA"')::text WHERE key = ${FIRST}`,
      'its name does not open',
    ],
    [
      'was signed for other words than its row says now',
      `UPDATE @signatures SET value = jsonb_set(value::jsonb, '{evidence,texts,letter,version}', '"0"')::text
       WHERE key = ${FIRST}`,
      'its name does not open: it, or what was agreed to, was changed after it was signed',
    ],
    [
      'was signed on another day than its row says now',
      `UPDATE @signatures SET value = jsonb_set(value::jsonb, '{day}', '"2026-02-01"')::text WHERE key = ${FIRST}`,
      'its name does not open: it, or what was agreed to, was changed after it was signed',
    ],
    [
      "stands in a row that can't be read",
      `UPDATE @signatures SET value = 'not even JSON' WHERE key = ${FIRST}`,
      'was written by an earlier or later version of this program, or tampered with',
    ],
    [
      'was sealed under a key that is missing',
      `UPDATE @signatures SET data_key = 'gone' WHERE key = ${FIRST}`,
      'its data key is missing',
    ],
  ])('because it %s is reported, and the others are written', async (_what, meddle, said) => {
    const { code, err, out } = await afterMeddling(meddle);
    expect(code).toBe(1);
    expect(err).toMatch(new RegExp(`^signature [\\w-]{6}… \\(key [\\w-]+\\): ${said}`, 'm'));
    expect(err).toContain('1 signature could not be opened');
    expect((await readExport(out)).listed).toHaveLength(2);
  });

  it('because two were exchanged is reported: each opens in its own row alone', async () => {
    const { code, err, out } = await afterMeddling(
      `UPDATE @signatures s SET value = jsonb_set(s.value::jsonb, '{sealed}', other.value::jsonb->'sealed')::text
       FROM @signatures other
       WHERE (s.key, other.key) IN ((${FIRST}, ${LAST}), (${LAST}, ${FIRST}))`,
    );
    expect(code).toBe(1);
    expect(err).toContain('2 signatures could not be opened');
    expect((await readExport(out)).listed).toHaveLength(1);
  });

  it('because its key was wrapped to others is reported, once the identity opens any', async () => {
    const { env, identity } = await signedBy(places, 'a PostgreSQL server', SIGNERS);
    const others = { ...env, SEAL_RECIPIENTS: (await makeKeys()).recipient };
    await withLedger(others, (ledger) => signAs(ledger, 99, { name: 'Sealed to others' }));
    const out = places.folder();
    const { code, err } = await run(['export', '--identity', identity, '--out', out], env);
    expect(code).toBe(1);
    expect(err).toContain('its data key was not wrapped to this identity');
    expect((await readExport(out)).listed).toHaveLength(3);
  });

  it('makes no letter where there is no other', async () => {
    const { code, err, out } = await afterMeddling(`UPDATE @signatures SET value = '{}'`);
    expect(code).toBe(1);
    expect(err).toContain('3 signatures could not be opened');
    expect(err).toContain('nothing was written');
    await expect(readdir(out)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it("is nobody's concern who exports another language", async () => {
    const { env, identity } = await signedBy(places, 'a PostgreSQL server', [
      ...SIGNERS,
      { name: 'آمال', locale: 'ar' },
    ]);
    await once(
      env.DATABASE_URL ?? '',
      `UPDATE petition_zefzafi.signatures
       SET value = 'not even JSON' WHERE locale = 'en'`,
    );
    const out = places.folder();
    const argv = ['export', '--identity', identity, '--out', out];
    expect(await run([...argv, '--locale', 'ar'], env)).toMatchObject({ code: 0, err: '' });
    expect((await readExport(out)).rows).toEqual([['آمال', 'ar', codeOf(agreedIn('ar').texts.letter)]]);
  });

  it('never says whose it is, nor what was written', async () => {
    const { err, out } = await afterMeddling(`UPDATE @signatures SET data_key = 'gone' WHERE key = ${FIRST}`);
    const { listed } = await readExport(out);
    const [lost] = SIGNERS.filter(({ name }) => !listed.includes(name));
    expect(lost).toBeDefined();
    expect(err).not.toContain(lost?.name);
  });
});

describe('the export as a program', () => {
  it('keeps names out of everything but its folder, also when it is interrupted', {
    timeout: PROGRAM_TIMEOUT_MS,
  }, async () => {
    const folder = places.folder();
    await mkdir(folder);
    const argv = ['export', '--identity', identity, '--from', backup, '--out', join(folder, 'out')];
    const { child, ended } = start(argv, {});
    // As soon as anything of it is on the disk; where it was faster than that, it is whole.
    let seen: string[] = [];
    while (seen.length === 0 && child.exitCode === null) seen = await readdir(folder);
    child.kill('SIGINT');
    const { out, err } = await ended;
    for (const { name } of SIGNERS) expect(out + err).not.toContain(name);
    const left = await readdir(folder);
    expect([[], ['out']]).toContainEqual(left);
    if (left.length === 1) expect((await readExport(join(folder, 'out'))).listed).toHaveLength(3);
    expect(await readFile(identity, 'utf8')).toContain('AGE-SECRET-KEY-');
  });
});
