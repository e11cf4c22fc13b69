import { expect, it } from 'vitest';
import { parseIdentities } from '../../../src/signatures/export/identities.js';
import { makeKeys } from '../../../src/signatures/keys.js';

it('a file of identities is read as the age tool writes it: comments, empty lines, any line ends', async () => {
  const [one, other] = [await makeKeys(), await makeKeys()];
  const file = `# created: 2026-03-01\r\n# public key: ${one.recipient}\r\n${one.identity}\r\n\r\n  ${other.identity}  \n`;
  expect(parseIdentities(file)).toEqual({ ok: true, value: [one.identity, other.identity] });
});

it('an error names the line, and repeats nothing of it', async () => {
  const { identity } = await makeKeys();
  const otherEnd = identity.endsWith('Q') ? 'P' : 'Q';
  for (const wrong of [identity.slice(0, -1), identity.slice(0, -1) + otherEnd, 'a secret']) {
    const parsed = parseIdentities(`# a comment\n${wrong}\n`);
    expect(parsed).toMatchObject({ ok: false, message: expect.stringMatching(/^line 2: /) });
    expect(JSON.stringify(parsed)).not.toContain(wrong);
  }
});
