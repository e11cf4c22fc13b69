import { createHash, createHmac, hash as hashOnce } from 'node:crypto';

/** What an attacker knows about an account besides its id: public facts, and the program's source. */
export interface Known {
  readonly petition: string;
  readonly channel: string;
}

/** One way to compute a stored value from an id without the pepper. */
export interface Guess {
  readonly name: string;
  hash(id: string): Buffer;
}

/** The purposes of pseudonyms, from the source. */
const PURPOSES = ['signature', 'conversation', 'receipt', 'tag'];

/** Keys that can be guessed: none, words, and defaults. */
export function guessableKeys({ petition, channel }: Known): readonly Buffer[] {
  const words = ['', 'pepper', 'secret', 'changeme', 'password', 'IDENTITY_PEPPER', petition, channel];
  return [
    ...words.map((word) => Buffer.from(word)),
    // An HMAC pads its key with zeros, so an unfilled buffer is the same as the empty key.
    Buffer.alloc(32),
    Buffer.alloc(32, 0xff),
    createHash('sha256').update('').digest(),
    createHash('sha256').update(petition).digest(),
  ];
}

/** The program's own construction, under a key that is known. */
export function ownConstruction(key: Buffer, { petition, channel }: Known, purpose: string): Guess {
  return {
    name: `the source's own construction for ${purpose}`,
    hash: (id) =>
      createHmac('sha256', key)
        .update(JSON.stringify([1, purpose, petition, channel, '', id]))
        .digest(),
  };
}

/** The first attempts: the plain hash of an id, and our own construction without a key. */
export function likelyGuesses(known: Known): readonly Guess[] {
  return [
    { name: 'SHA-256 of the id', hash: (id) => hashOnce('sha256', id, 'buffer') },
    ownConstruction(Buffer.alloc(0), known, 'signature'),
  ];
}

/** All other attempts: hashes, guessable keys, and all orders of the parts. */
export function allGuesses(known: Known): readonly Guess[] {
  const { petition, channel } = known;
  const texts = textsOf(known);
  const plain = ['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) =>
    texts.map(([what, text]) => ({
      name: `${algorithm} of ${what}`,
      hash: (id: string) => hashOnce(algorithm, text(id), 'buffer'),
    })),
  );
  const keyed = guessableKeys(known).flatMap((key) =>
    texts.map(([what, text]) => ({
      name: `HMAC under ${JSON.stringify(key.toString('latin1'))} of ${what}`,
      hash: (id: string) => createHmac('sha256', key).update(text(id)).digest(),
    })),
  );
  const byId = {
    name: 'HMAC with the id as the key',
    hash: (id: string) => createHmac('sha256', id).update(`${petition}${channel}`).digest(),
  };
  return [...plain, ...keyed, byId];
}

/** Possible inputs of the hash: the id alone, and all parts with the usual separators. */
function textsOf({
  petition,
  channel,
}: Known): readonly (readonly [what: string, text: (id: string) => string])[] {
  const separators = ['', ':', '|', '/', '-', '\0'];
  const orders = (id: string) => [
    [channel, id],
    [petition, id],
    [petition, channel, id],
    [channel, petition, id],
  ];
  const joined = separators.flatMap((separator) =>
    orders('').map(
      (_, order) =>
        [
          `order ${order} with ${JSON.stringify(separator)}`,
          (id: string) => orders(id)[order]?.join(separator) ?? '',
        ] as const,
    ),
  );
  const own = PURPOSES.map(
    (purpose) =>
      [
        `the source's array for ${purpose}`,
        (id: string) => JSON.stringify([1, purpose, petition, channel, '', id]),
      ] as const,
  );
  return [['the id', (id) => id], ...joined, ...own];
}

/** The bytes of everything in a dump that could be a hash. */
export function hashesIn(dump: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [token] of dump.matchAll(/[A-Za-z0-9+/_-]{22,}/g)) {
    found.add(prefix(Buffer.from(token, 'base64')));
    if (/^[0-9a-f]+$/i.test(token)) found.add(prefix(Buffer.from(token, 'hex')));
  }
  return found;
}

/**
 * Tests candidate ids and returns those that a dump gives away.
 * @param ids decimal numbers, as platforms have them
 */
export function recover(
  hashes: ReadonlySet<string>,
  ids: Iterable<string>,
  guesses: readonly Guess[],
): string[] {
  const recovered: string[] = [];
  for (const id of ids) {
    if (guesses.some(({ hash }) => hashes.has(prefix(hash(id))))) recovered.push(id);
  }
  return recovered;
}

/** 96 bits: enough to avoid chance matches, and short enough to find truncated hashes. */
function prefix(bytes: Buffer): string {
  return bytes.toString('latin1', 0, 12);
}
