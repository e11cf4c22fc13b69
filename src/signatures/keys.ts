import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { OperatorError } from '../operator-error.js';

/** A parser's result: the value, or what is wrong and what would be right. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

/** The output size of HMAC-SHA-256, for which the pepper is the key. */
const PEPPER_BYTES = 32;

/** Parses a pepper: base64 of 32 bytes or more. Its messages never repeat the input. */
export function parsePepper(text: string): Parsed<Buffer> {
  const written = text.trim();
  const hint = 'npm run petition -- keygen makes one';
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(written)) {
    return { ok: false, message: `give base64, which is letters, digits, + and /; ${hint}` };
  }
  const pepper = Buffer.from(written, 'base64');
  if (pepper.length < PEPPER_BYTES) {
    return { ok: false, message: `give at least ${PEPPER_BYTES} bytes, this has ${pepper.length}; ${hint}` };
  }
  if (new Set(pepper).size < PEPPER_BYTES / 4) {
    return { ok: false, message: `give random bytes: these repeat; ${hint}` };
  }
  return { ok: true, value: pepper };
}

/** Parses age public keys, separated by commas. */
export function parseRecipients(text: string): Parsed<string[]> {
  const recipients = text
    .split(',')
    .map((recipient) => recipient.trim())
    .filter((recipient) => recipient !== '');
  if (recipients.length === 0) {
    return { ok: false, message: 'give one or more age public keys (age1…), separated by commas' };
  }
  for (const [index, recipient] of recipients.entries()) {
    const problem = problemWith(recipient);
    if (problem !== null)
      return { ok: false, message: `key ${index + 1} of ${recipients.length}: ${problem}` };
  }
  return { ok: true, value: [...new Set(recipients)] };
}

function problemWith(recipient: string): string | null {
  if (/^AGE-SECRET-KEY-/i.test(recipient)) {
    return 'this is a private key, which must never be on the bot’s machine: make a new pair and give its public key (age1…)';
  }
  if (!recipient.startsWith('age1')) return 'an age public key begins with age1';
  try {
    new Encrypter().addRecipient(recipient);
    return null;
  } catch {
    return 'this is not a whole age public key: copy it again';
  }
}

/** A new pepper (base64), a new age identity, and its public key. */
export interface NewKeys {
  readonly pepper: string;
  readonly identity: string;
  readonly recipient: string;
}

/** Makes keys for a campaign. The operator keeps the identity offline. */
export async function makeKeys(): Promise<NewKeys> {
  const identity = await generateIdentity();
  return {
    pepper: randomBytes(PEPPER_BYTES).toString('base64'),
    identity,
    recipient: await identityToRecipient(identity),
  };
}

/** The preview's pepper, a file in `DATA_DIR`. */
export const PREVIEW_PEPPER = 'preview-pepper';
/** The preview's identity, a file in `DATA_DIR`. */
export const PREVIEW_IDENTITY = 'preview-identity.txt';

/**
 * The preview's keys, made once and kept in `DATA_DIR` with mode 0600. Two processes that start at once get
 * the same keys. The identity stays in its file; this function does not return it.
 */
export async function previewKeys(
  dataDir: string,
): Promise<{ readonly pepper: Buffer; readonly recipients: readonly string[] }> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const { pepper, identity, recipient } = await makeKeys();
  const keptPepper = await kept(join(dataDir, PREVIEW_PEPPER), `${pepper}\n`);
  const keptIdentity = await kept(
    join(dataDir, PREVIEW_IDENTITY),
    `# opens the names of this preview's signatures\n# public key: ${recipient}\n${identity}\n`,
  );
  const parsed = parsePepper(keptPepper);
  if (!parsed.ok) throw new OperatorError(`${join(dataDir, PREVIEW_PEPPER)}: ${parsed.message}`);
  const [line] = /^AGE-SECRET-KEY-.*$/m.exec(keptIdentity) ?? [];
  if (line === undefined) throw new OperatorError(`${join(dataDir, PREVIEW_IDENTITY)} holds no age identity`);
  return { pepper: parsed.value, recipients: [await identityToRecipient(line.trim())] };
}

/**
 * Reads a file, or creates it with the given text. The file appears whole, and only one process creates it.
 */
async function kept(file: string, text: string): Promise<string> {
  const before = await readFile(file, 'utf8').catch(unless('ENOENT'));
  if (before !== undefined) return before;
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, text, { mode: 0o600, flag: 'wx', flush: true });
  await link(draft, file)
    .catch(unless('EEXIST'))
    .finally(() => rm(draft));
  return readFile(file, 'utf8');
}

/** Ignores one expected error code. */
function unless(code: string): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof Error && 'code' in error && error.code === code)) throw error;
  };
}
