import { randomBytes } from 'node:crypto';
import { armor, Decrypter, Encrypter } from 'age-encryption';
import { dayOf } from '../day.js';
import type { DataKeyRow } from '../storage/rows.js';
import { DATA_KEY_BYTES, type NameChoice, type SealedFor, seal } from './sealing.js';

/** A key is replaced after an hour, so that the process can't read back names of earlier hours. */
const LIFETIME_MS = 3_600_000;

/** Seals names under a key that only this process's memory holds. */
export interface DataKeys {
  /**
   * @returns the sealed choice and the wrapped copy of the key that it is sealed under. The two are stored in one
   *   statement: without the copy, nobody could ever read the name.
   */
  seal(
    choice: NameChoice,
    place: SealedFor,
  ): Promise<{ readonly sealed: string; readonly dataKey: DataKeyRow }>;
  /** Erases the key from memory. */
  close(): void;
}

/** @param recipients age public keys */
export function createDataKeys(recipients: readonly string[], now: () => Date): DataKeys {
  let current: { readonly key: Buffer; readonly made: number; readonly row: DataKeyRow } | null = null;
  let renewal: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  function erase(): void {
    clearTimeout(timer);
    current?.key.fill(0);
    current = null;
  }

  async function renew(): Promise<void> {
    const id = randomBytes(12).toString('base64url');
    const key = randomBytes(DATA_KEY_BYTES);
    const wrapped = await wrap(key, recipients);
    const made = now();
    erase();
    current = { key, made: made.getTime(), row: { id, wrapped, day: dayOf(made) } };
    timer = setTimeout(erase, LIFETIME_MS).unref();
  }

  /** We also check the clock: timers stand still while the machine sleeps. */
  function eraseOld(): void {
    if (current !== null && now().getTime() - current.made >= LIFETIME_MS) erase();
  }

  return {
    async seal(choice, place) {
      for (;;) {
        eraseOld();
        // No `await` between checking the key and using it: a key erased in between is all zeros.
        if (current !== null) return { sealed: seal(current.key, choice, place), dataKey: current.row };
        renewal ??= renew().finally(() => {
          renewal = null;
        });
        await renewal;
      }
    },
    close: erase,
  };
}

/** Wraps a data key to age recipients. */
export async function wrap(key: Buffer, recipients: readonly string[]): Promise<string> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return armor.encode(await encrypter.encrypt(key));
}

/**
 * Opens a wrapped data key, on a machine without the bot.
 * @param identities `AGE-SECRET-KEY-1…`; one of the key's recipients is enough
 * @throws if the key was wrapped to others
 */
export async function unwrap(wrapped: string, ...identities: readonly string[]): Promise<Buffer> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return Buffer.from(await decrypter.decrypt(armor.decode(wrapped)));
}
