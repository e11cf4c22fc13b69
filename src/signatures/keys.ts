/** What a parser gives: the value, or what is wrong and what would be right. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

/** Reads a pepper: base64 of 32 bytes or more. */
export function parsePepper(_text: string): Parsed<Buffer> {
  throw new Error('not written yet');
}

/** Reads age public keys, separated by commas. */
export function parseRecipients(_text: string): Parsed<string[]> {
  throw new Error('not written yet');
}

/** A new pepper (base64), a new age identity, and its public key. */
export interface NewKeys {
  readonly pepper: string;
  readonly identity: string;
  readonly recipient: string;
}

/** Makes keys for a campaign; the operator keeps the identity offline. */
export async function makeKeys(): Promise<NewKeys> {
  throw new Error('not written yet');
}

/**
 * The preview's own keys: made once, kept in `DATA_DIR` with mode 0600, also when two processes start at once.
 * The identity stays in its file and is not given here.
 */
export async function previewKeys(
  _dataDir: string,
): Promise<{ readonly pepper: Buffer; readonly recipients: readonly string[] }> {
  throw new Error('not written yet');
}
