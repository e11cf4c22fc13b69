import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeKeys, parsePepper, parseRecipients, previewKeys } from '../../src/signatures/keys.js';

describe('a pepper', () => {
  it('is made with 32 bytes and can be read back', async () => {
    const { pepper } = await makeKeys();
    expect(parsePepper(` ${pepper}\n`)).toEqual({ ok: true, value: Buffer.from(pepper, 'base64') });
    expect(Buffer.from(pepper, 'base64')).toHaveLength(32);
  });

  it.each([
    ['no base64', 'correct horse battery staple!', /give base64/],
    ['too short', Buffer.alloc(31, 'abcdefghijklmnop').toString('base64'), /at least 32 bytes, this has 31/],
    ['one byte over and over', Buffer.alloc(32).toString('base64'), /random bytes/],
  ])('is refused when it is %s, and the error does not repeat it', (_, text, words) => {
    const parsed = parsePepper(text);
    expect(parsed).toEqual({ ok: false, message: expect.stringMatching(words) });
    expect(JSON.stringify(parsed)).not.toContain(text);
  });
});

describe('recipients', () => {
  it('are read from a list, each once', async () => {
    const [one, two] = [await makeKeys(), await makeKeys()];
    expect(parseRecipients(` ${one.recipient}, ${two.recipient} ,${one.recipient},`)).toEqual({
      ok: true,
      value: [one.recipient, two.recipient],
    });
  });

  it.each([
    ['there is none', () => ' , ', /one or more age public keys/],
    ['one is something else', () => 'ssh-ed25519 AAAA', /key 1 of 1: an age public key begins with age1/],
    ['one is cut off', (key: string) => `${key},${key.slice(0, -3)}`, /key 2 of 2: this is not a whole/],
  ])('are refused when %s', async (_, text, words) => {
    const { recipient } = await makeKeys();
    expect(parseRecipients(text(recipient))).toEqual({ ok: false, message: expect.stringMatching(words) });
  });

  it('are refused when one is a private key, and the error does not repeat it', async () => {
    const { identity } = await makeKeys();
    const parsed = parseRecipients(identity);
    expect(parsed).toEqual({ ok: false, message: expect.stringMatching(/private key.*make a new pair/) });
    expect(JSON.stringify(parsed)).not.toContain(identity);
  });
});

describe('the keys of a preview', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'petition-keys-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  it('are made once, readable by their owner alone, even if several processes start at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => previewKeys(dataDir)));
    const again = await previewKeys(dataDir);
    for (const keys of all) expect(keys).toEqual(again);
    const files = await readdir(dataDir);
    expect(files.sort()).toEqual(['preview-identity.txt', 'preview-pepper']);
    for (const file of files) expect((await stat(join(dataDir, file))).mode & 0o777).toBe(0o600);
  });

  it('seal to the identity that is kept in its file', async () => {
    const { recipients } = await previewKeys(dataDir);
    const [identity = ''] =
      /^AGE-SECRET-KEY-.*$/m.exec(await readFile(join(dataDir, 'preview-identity.txt'), 'utf8')) ?? [];
    expect(recipients).toEqual([await identityToRecipient(identity)]);
  });

  it('are not replaced if their file holds something else: that is an error', async () => {
    await writeFile(join(dataDir, 'preview-pepper'), 'x');
    await expect(previewKeys(dataDir)).rejects.toThrow(/preview-pepper: give at least 32 bytes/);
  });
});
