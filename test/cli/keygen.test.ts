import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../src/config.js';
import { campaign, type Ran, run, usePlaces } from './support.js';

const places = usePlaces();

async function identityFile(): Promise<string> {
  const folder = places.folder();
  await mkdir(folder);
  return join(folder, 'identity.txt');
}

/** The lines that are ready for `.env`. */
function variables({ out }: Ran): Record<string, string> {
  const lines = out.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

describe('petition keygen', () => {
  it('gives lines that a campaign starts with', async () => {
    const ran = await run(['keygen', '--identity', await identityFile()], {});
    expect(ran.code).toBe(0);
    expect(Object.keys(variables(ran))).toEqual(['IDENTITY_PEPPER', 'SEAL_RECIPIENTS', 'LOG_SIGNING_KEY']);
    const { configuration, problems } = readConfiguration({ ...(await campaign()), ...variables(ran) }, 1);
    expect(problems).toEqual([]);
    expect(configuration?.recipients).toHaveLength(1);
  });

  it('writes the identity to a file that only its owner can read, and nowhere else', async () => {
    const file = await identityFile();
    const ran = await run(['keygen', '--identity', file], {});
    const [identity] = /^AGE-SECRET-KEY-1\S+$/m.exec(await readFile(file, 'utf8')) ?? [];
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await identityToRecipient(identity ?? '')).toBe(variables(ran).SEAL_RECIPIENTS);
    expect(ran.out + ran.err).not.toMatch(/AGE-SECRET-KEY/i);
    expect(ran.err).toContain(`The identity is in ${file}. Move it off this machine`);
  });

  it('makes other keys each time', async () => {
    const first = variables(await run(['keygen', '--identity', await identityFile()], {}));
    const second = variables(await run(['keygen', '--identity', await identityFile()], {}));
    expect(first.IDENTITY_PEPPER).not.toBe(second.IDENTITY_PEPPER);
    expect(first.SEAL_RECIPIENTS).not.toBe(second.SEAL_RECIPIENTS);
  });

  it('never overwrites an identity', async () => {
    const file = await identityFile();
    await writeFile(file, 'the only copy');
    const { code, out, err } = await run(['keygen', '--identity', file], {});
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('may be the only copy of an identity');
    expect(await readFile(file, 'utf8')).toBe('the only copy');
  });

  it("prints no key where the identity can't be written", async () => {
    const { code, out, err } = await run(
      ['keygen', '--identity', join(places.folder(), 'nowhere', 'id')],
      {},
    );
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('there is no such file or folder');
  });
});
