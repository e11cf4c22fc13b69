/**
 * A text that exists nowhere else. Every canary contains it, so one search finds all of them. Its letters beyond
 * ASCII look different in each form.
 */
export const MARK = 'Qzxväné';

/** The same for places that take only ASCII: a username, a header. */
export const PLAIN_MARK = 'qzxvanery';

/** An encoding that hides a text in a file from a plain search. */
export interface Form {
  readonly what: string;
  readonly form: string;
  readonly bytes: Buffer;
}

/** Every encoding that we search for. */
export function formsOf(text: string): readonly Form[] {
  const utf8 = Buffer.from(text);
  const utf16 = Buffer.from(text, 'utf16le');
  const hex = utf8.toString('hex');
  const url = encodeURIComponent(text);
  const forms: readonly (readonly [form: string, bytes: string | Buffer])[] = [
    ['UTF-8', utf8],
    ['UTF-8, decomposed', text.normalize('NFD')],
    ['UTF-8, small letters', text.toLowerCase()],
    ['UTF-8, capitals', text.toUpperCase()],
    ['Latin-1', Buffer.from(text, 'latin1')],
    ['UTF-16LE', utf16],
    ['UTF-16BE', Buffer.from(utf16).swap16()],
    ['hex', hex],
    ['hex, capitals', hex.toUpperCase()],
    ['URL', url],
    ['URL, small letters', url.replace(/%../g, (code) => code.toLowerCase())],
    ['JSON, all escaped', escaped(text, (unit) => `\\u${unit}`)],
    ['JSON, all escaped, capitals', escaped(text, (unit) => `\\u${unit.toUpperCase()}`)],
    ['HTML, numbered', escaped(text, (unit) => `&#${Number.parseInt(unit, 16)};`)],
    ...base64Of(utf8),
  ];
  const all = forms.map(([form, bytes]) => ({ what: text, form, bytes: Buffer.from(bytes) }));
  // For ASCII many encodings are the same.
  return all.filter(({ bytes }, index) => all.findIndex((other) => other.bytes.equals(bytes)) === index);
}

/** We also search for a number as the eight bytes in which a database or a program would store it. */
export function formsOfNumber(number: string): readonly Form[] {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(number));
  return [
    ...formsOf(number),
    { what: number, form: 'big-endian', bytes },
    { what: number, form: 'little-endian', bytes: Buffer.from(bytes).reverse() },
  ];
}

/** Searches for all encodings at once; describes its finds for the reader of a failed test. */
export type Search = (where: string, bytes: Buffer) => readonly string[];

/** We look up this many bytes of an encoding in a table at every position, and compare the rest only after a match. */
const ANCHOR_BYTES = 3;

/** The last bytes of an anchor. Their table is small enough for the processor's cache, so we look there first. */
const TAIL_BYTES = 2;

/**
 * Makes a search for many encodings in one pass: a database has a hundred megabytes, and there are hundreds of
 * encodings.
 */
export function searchFor(forms: readonly Form[]): Search {
  const anchored = new Map<number, { readonly form: Form; readonly offset: number }[]>();
  const tails = new Uint8Array(1 << (8 * TAIL_BYTES));
  for (const form of forms) {
    const offset = anchorOf(form.bytes);
    const anchor = form.bytes.readUIntBE(offset, ANCHOR_BYTES);
    anchored.set(anchor, [...(anchored.get(anchor) ?? []), { form, offset }]);
    tails[anchor & 0xffff] = 1;
  }
  return (where, bytes) => {
    const hits = new Set<string>();
    let window = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      window = ((window << 8) | (bytes[at] ?? 0)) & 0xffffff;
      if (tails[window & 0xffff] !== 1) continue;
      for (const { form, offset } of anchored.get(window) ?? []) {
        const start = at - (ANCHOR_BYTES - 1) - offset;
        const there = start < 0 ? null : bytes.subarray(start, start + form.bytes.length);
        if (there?.equals(form.bytes)) hits.add(`${form.what} as ${form.form} in ${where}`);
      }
    }
    return [...hits];
  };
}

/** The position of an encoding's most distinctive bytes. Files are full of zeros. */
function anchorOf(bytes: Buffer): number {
  let [best, most] = [0, 0];
  for (let offset = 0; offset + ANCHOR_BYTES <= bytes.length; offset += 1) {
    const telling = new Set(bytes.subarray(offset, offset + ANCHOR_BYTES).filter((byte) => byte !== 0)).size;
    if (telling > most) [best, most] = [offset, telling];
  }
  return best;
}

/** In base64 a text looks different at each offset in a group of three bytes, and its ends mix with the neighbours. */
function base64Of(utf8: Buffer): (readonly [string, string])[] {
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), utf8])
      .toString('base64')
      .replace(/=+$/, '');
    const start = Math.ceil((before * 4) / 3);
    const certain = whole.slice(start, Math.floor(((before + utf8.length) * 8) / 6));
    const urlSafe = certain.replaceAll('+', '-').replaceAll('/', '_');
    return [
      [`base64 from byte ${before}`, certain] as const,
      [`base64url from byte ${before}`, urlSafe] as const,
    ];
  });
}

/** Keeps ASCII. Writes every other UTF-16 code unit by passing its four hex digits to `write`. */
function escaped(text: string, write: (unit: string) => string): string {
  return text.replace(/[^ -~]/g, (unit) => write(unit.charCodeAt(0).toString(16).padStart(4, '0')));
}
