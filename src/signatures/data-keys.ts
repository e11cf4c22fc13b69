import { randomBytes } from 'node:crypto';
import { armor, Decrypter, Encrypter } from 'age-encryption';
import { DATA_KEY_BYTES, type NameChoice, type SealedFor, seal } from './sealing.js';

/** A key is replaced after an hour: the running process can't read back the names of earlier hours. */
const LIFETIME_MS = 3_600_000;

/** A data key as it is stored: wrapped to the operator's offline identities, in age's armored form. */
export interface WrappedKey {
  readonly id: string;
  readonly wrapped: string;
}

/** Seals names under a key that lives only in this process's memory. */
export interface DataKeys {
  /** @returns the sealed choice and the id of the key that it is sealed under, whose wrapped copy is stored by now */
  seal(choice: NameChoice, place: SealedFor): Promise<{ readonly sealed: string; readonly dataKey: string }>;
  /** Erases the key from memory. */
  close(): void;
}

/**
 * @param recipients age public keys
 * @param store keeps a wrapped key; resolves when it is safe
 */
export function createDataKeys(
  recipients: readonly string[],
  store: (key: WrappedKey) => Promise<void>,
): DataKeys {
  let current: { readonly id: string; readonly key: Buffer } | null = null;
  let renewal: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  function forget(): void {
    clearTimeout(timer);
    current?.key.fill(0);
    current = null;
  }

  async function renew(): Promise<void> {
    const id = randomBytes(12).toString('base64url');
    const key = randomBytes(DATA_KEY_BYTES);
    await store({ id, wrapped: await wrap(key, recipients) });
    forget();
    current = { id, key };
    timer = setTimeout(forget, LIFETIME_MS).unref();
  }

  return {
    async seal(choice, place) {
      for (;;) {
        // Nothing may come between the look at the key and its use: a key that was erased meanwhile is all zeros.
        if (current !== null) return { sealed: seal(current.key, choice, place), dataKey: current.id };
        renewal ??= renew().finally(() => {
          renewal = null;
        });
        await renewal;
      }
    },
    close: forget,
  };
}

/** Wraps a data key to age recipients. */
export async function wrap(key: Buffer, recipients: readonly string[]): Promise<string> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return armor.encode(await encrypter.encrypt(key));
}

/**
 * Opens a wrapped data key, far from the running bot.
 * @param identities `AGE-SECRET-KEY-1…`; one that it was wrapped to is enough
 * @throws when the key was wrapped to others
 */
export async function unwrap(wrapped: string, ...identities: readonly string[]): Promise<Buffer> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return Buffer.from(await decrypter.decrypt(armor.decode(wrapped)));
}
