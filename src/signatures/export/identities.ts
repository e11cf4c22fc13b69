import { Decrypter } from 'age-encryption';
import type { Parsed } from '../keys.js';

/**
 * Parses a file of age identities as the `age` tool writes it: one per line, comments after `#`. Its messages
 * never repeat an identity.
 * @see https://age-encryption.org (age-keygen)
 */
export function parseIdentities(text: string): Parsed<readonly string[]> {
  if (/^age-encryption\.org\/|^-----BEGIN AGE/.test(text)) {
    return { ok: false, message: 'it is encrypted itself: open it first, with `age --decrypt`' };
  }
  const identities: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const written = line.trim();
    if (written === '' || written.startsWith('#')) continue;
    const problem = problemWith(written);
    if (problem !== null) return { ok: false, message: `line ${index + 1}: ${problem}` };
    identities.push(written);
  }
  if (identities.length === 0) {
    return { ok: false, message: 'it holds no age identity (a line that begins with AGE-SECRET-KEY-1)' };
  }
  return { ok: true, value: identities };
}

function problemWith(written: string): string | null {
  if (written.startsWith('age1')) {
    return 'this is a public key, which opens nothing: the identity begins with AGE-SECRET-KEY-1';
  }
  if (!written.startsWith('AGE-SECRET-KEY-')) return 'an age identity begins with AGE-SECRET-KEY-1';
  try {
    new Decrypter().addIdentity(written);
    return null;
  } catch {
    return 'this is not a whole age identity: copy it again';
  }
}
