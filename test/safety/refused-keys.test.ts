import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeKeys, PREVIEW_IDENTITY, PREVIEW_PEPPER } from '../../src/signatures/keys.js';
import { begun } from '../cli/campaign.js';
import { campaign, PLACES, type Place, run, usePlaces } from '../cli/support.js';

/*
 * Missing or wrong keys. Each is refused before anything is written, with an error that says what to do and does
 * not repeat the key.
 */

const places = usePlaces();

const NOBODY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

/** The length of the shortest part of a key that would help an attacker. */
const TELLING = 12;

/** The environment of a campaign with one key replaced. */
const WRONG: readonly (readonly [what: string, variable: string, value: string, said: RegExp])[] = [
  ['no pepper', 'IDENTITY_PEPPER', '', /IDENTITY_PEPPER: set it/],
  ['an empty pepper', 'IDENTITY_PEPPER', '   ', /IDENTITY_PEPPER: set it/],
  ['a pepper of no bytes', 'IDENTITY_PEPPER', '==', /IDENTITY_PEPPER: give base64/],
  ['a pepper that is a word', 'IDENTITY_PEPPER', 'changeme', /IDENTITY_PEPPER: give at least 32 bytes/],
  [
    'a pepper of zeros',
    'IDENTITY_PEPPER',
    Buffer.alloc(32).toString('base64'),
    /IDENTITY_PEPPER: give random bytes/,
  ],
  ['a pepper in words', 'IDENTITY_PEPPER', 'correct horse battery staple', /IDENTITY_PEPPER: give base64/],
  ['no recipient', 'SEAL_RECIPIENTS', '', /SEAL_RECIPIENTS: set it/],
  ['only commas', 'SEAL_RECIPIENTS', ' , ,', /SEAL_RECIPIENTS: give one or more/],
  [
    'a recipient that is none',
    'SEAL_RECIPIENTS',
    'nobody',
    /SEAL_RECIPIENTS: key 1 of 1: .*begins with age1/,
  ],
  ['half a recipient', 'SEAL_RECIPIENTS', 'age1ql3z7hjy54pw3hyww5ayyfg7zq', /key 1 of 1: .*not a whole/],
];

describe('a campaign', { timeout: 240_000 }, () => {
  it.each(WRONG)('is not begun with %s', async (_what, variable, value, said) => {
    const env = { ...(await campaign()), DATA_DIR: places.folder(), [variable]: value };
    const { code, err, out } = await run(['total'], env);
    expect(code).toBe(1);
    expect(err).toMatch(said);
    if (value.trim().length >= TELLING) expect(err + out).not.toContain(value.trim());
  });

  it('is not begun with a good recipient and a bad one, and says which', async () => {
    const keys = await campaign();
    const SEAL_RECIPIENTS = `${(await makeKeys()).recipient},${(await makeKeys()).recipient.slice(0, -1)}`;
    const { code, err } = await run(['total'], { ...keys, DATA_DIR: places.folder(), SEAL_RECIPIENTS });
    expect(code).toBe(1);
    expect(err).toContain('key 2 of 2: this is not a whole age public key');
  });

  it('takes no private key for a public one, and does not repeat it', async () => {
    const { identity } = await makeKeys();
    const env = { ...(await campaign()), DATA_DIR: places.folder(), SEAL_RECIPIENTS: identity };
    const { code, err, out } = await run(['total'], env);
    expect(code).toBe(1);
    expect(err).toContain('this is a private key');
    expect(err + out).not.toContain(identity.slice(0, 24));
  });

  it.each(PLACES)('is not gone on with under another pepper, on %s', async (place: Place) => {
    const env = await begun(places, place);
    const { pepper } = await makeKeys();
    for (const command of [['total'], ['reconcile']]) {
      const { code, err, out } = await run(command, { ...env, IDENTITY_PEPPER: pepper });
      expect(code).toBe(1);
      expect(err).toContain('begun with another IDENTITY_PEPPER');
      expect(out).toBe('');
      expect(err).not.toContain(pepper);
    }
    expect((await run(['total'], env)).code).toBe(0);
  });
});

describe('a preview', () => {
  it('is not gone on with where its pepper’s file is missing: a new one would know nobody', async () => {
    const env = await places.empty('the embedded database');
    const folder = env.DATA_DIR ?? '';
    expect((await run(['total'], env)).code).toBe(0);
    await rm(join(folder, PREVIEW_PEPPER));
    const { code, err } = await run(['total'], env);
    expect(code).toBe(1);
    expect(err).toContain('another preview-pepper in DATA_DIR');
  });

  it.each([PREVIEW_PEPPER, PREVIEW_IDENTITY])('is not begun with an empty %s', async (file) => {
    const env = await places.empty('the embedded database');
    const path = join(env.DATA_DIR ?? '', file);
    await writeFile(path, '');
    const { code, err } = await run(['total'], env);
    expect(code).toBe(1);
    expect(err).toContain(path);
  });
});

describe.each(['export', 'rewrap'])('%s', (command) => {
  const asked = (identity: string, folder: string) =>
    command === 'export'
      ? ['export', '--identity', identity, '--out', join(folder, 'out')]
      : ['rewrap', '--identity', identity, '--to', NOBODY];

  it('says so where the identity’s file is missing, is a folder, or holds none', async () => {
    const env = await begun(places, 'a PostgreSQL server');
    const folder = places.folder();
    await mkdir(folder);
    const empty = join(folder, 'empty.txt');
    await writeFile(empty, '', { mode: 0o600 });
    const wrong = [
      [join(folder, 'missing.txt'), 'there is no such file'],
      [folder, 'that is a folder'],
      [empty, 'it holds no age identity'],
    ] as const;
    for (const [file, said] of wrong) {
      const { code, err } = await run(asked(file, folder), env);
      expect(code).toBe(1);
      expect(err).toContain(file);
      expect(err).toContain(said);
    }
  });
});
